// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// ErrGone is the error of a frame whose document went away during a call: a
// navigation took place.
var ErrGone = errors.New("the document went away")

// Frame is one document of a window, as it stands now.
type Frame struct {
	page    *Page
	session *session
	id      cdp.FrameID
	world   runtime.ExecutionContextID
	unique  string // names the world for good: a new process begins to count anew
}

// Page is the window that the frame belongs to.
func (f Frame) Page() *Page { return f.page }

// Call runs one function of the injected library and decodes its answer. It
// ends with ErrGone where the document is replaced meanwhile, and is given up
// while a message box blocks the page, and when the page crashes.
func (f Frame) Call(ctx context.Context, function string, arg, result any) error {
	arg1, err := json.Marshal(arg)
	if err != nil {
		return fmt.Errorf("writing the argument of %s: %w", function, err)
	}
	return f.answered(ctx, func(ctx context.Context) (*runtime.RemoteObject, *runtime.ExceptionDetails, error) {
		answer, err := cdp.Call(ctx, f.session.target, runtime.Evaluate, runtime.EvaluateParams{
			Expression: fmt.Sprintf("heinzel.%s(%s)", function, arg1), UniqueContextID: f.unique, AwaitPromise: new(true), ReturnByValue: new(true),
		})
		if err != nil {
			return nil, nil, err
		}
		return answer.Result, answer.ExceptionDetails, nil
	}, function, result)
}

// answered decodes the answer of a call, which it gives up when the page
// cannot answer any more.
func (f Frame) answered(ctx context.Context, call func(context.Context) (*runtime.RemoteObject, *runtime.ExceptionDetails, error), function string, result any) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	go f.session.giveUp(ctx, cancel)
	answer, exceptional, err := call(ctx)
	switch {
	case err != nil && context.Cause(ctx) != nil:
		return context.Cause(ctx)
	case err != nil:
		return gone(err)
	case exceptional != nil:
		return fmt.Errorf("the injected library failed in %s: %s", function, exception(exceptional))
	case result == nil || len(answer.Value) == 0:
		return nil
	}
	return json.Unmarshal(answer.Value, result)
}

// ErrMessage is the error of a call that a message box of the page blocks.
var ErrMessage = errors.New("a message box is open")

// ErrCrashed is the error of a call to a page whose process died.
var ErrCrashed = errors.New("the page crashed")

// giveUp ends a call that the page cannot answer any more. A message box of one
// window keeps all windows of its process from answering.
func (s *session) giveUp(ctx context.Context, cancel context.CancelCauseFunc) {
	p := s.page
	if p.browser.Await(ctx, func() bool { return p.browser.Asking() != nil || p.Crashed() || s.gone() }) != nil {
		return
	}
	switch {
	case p.Crashed():
		cancel(ErrCrashed)
	case s.gone():
		cancel(ErrGone) // who closed the window lets nobody answer for it
	default:
		cancel(ErrMessage)
	}
}

// gone reports whether the window was closed, or its frames of another site.
func (s *session) gone() bool {
	s.page.browser.mu.Lock()
	defer s.page.browser.mu.Unlock()
	return s.over || s.page.closed
}

func exception(d *runtime.ExceptionDetails) string {
	if d.Exception != nil && d.Exception.Description != "" {
		return d.Exception.Description
	}
	return d.Text
}

// gone recognises the answers that mean that the document was replaced or its
// window closed.
func gone(err error) error {
	if err == nil {
		return nil
	}
	if e, ok := errors.AsType[*cdproto.Error](err); ok {
		for _, words := range []string{"context", "uniqueContextId", "Inspected target navigated", "Promise was collected", "target closed", "Session with given id not found"} {
			if strings.Contains(e.Message, words) {
				return ErrGone
			}
		}
		if strings.Contains(e.Message, "crashed") {
			return ErrCrashed
		}
	}
	if errors.Is(err, chromedp.ErrTargetDetached) {
		return ErrGone
	}
	if strings.Contains(err.Error(), "lost the connection") {
		return Lost()
	}
	return err
}

// Document is what a window shows.
type Document struct {
	Title  string `json:"title"`
	Origin string `json:"origin"`
	// Status is the HTTP status of the answer, 0 where there was none.
	Status int `json:"status"`
	// Failed is the browser's own word where it shows a page of its own, since
	// none came: ERR_CONNECTION_REFUSED.
	Failed string `json:"failed"`
}

// Document asks the frame what it shows.
func (f Frame) Document(ctx context.Context) (Document, error) {
	var d Document
	err := f.Call(ctx, "page", nil, &d)
	return d, err
}
