// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"errors"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp/kb"
)

// Navigate goes to an address; it returns when the navigation has begun, or
// when the page asks in a message box whether it may be left.
func (p *Page) Navigate(ctx context.Context, url string) error {
	p.browser.update(func() { p.crashed = false }) // a new document gets a new process
	return gone(p.unlessMessage(ctx, func(ctx context.Context) error {
		answer, err := cdp.Call(ctx, p.target, page.Navigate, page.NavigateParams{URL: url})
		if err == nil && answer.ErrorText != "" {
			return errors.New(answer.ErrorText)
		}
		return err
	}))
}

// ClickAt presses and releases the left button at a point of the window, so
// many times in quick succession. It returns when the page has handled the
// clicks, or has opened a message box that keeps it from answering.
func (p *Page) ClickAt(ctx context.Context, x, y float64, times int64) error {
	p.gesture.Lock()
	defer p.gesture.Unlock()
	p.browser.update(func() { p.refused = false })
	if err := p.point(ctx, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: x, Y: y}); errors.Is(err, ErrGone) {
		return ErrMissed
	} else if err != nil {
		return err
	}
	for n := range times {
		for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
			if err := p.point(ctx, input.DispatchMouseEventParams{Type: kind, X: x, Y: y, Button: input.MouseButtonLeft, ClickCount: n + 1}); err != nil {
				return err
			}
		}
	}
	return nil
}

// point gives one event of the mouse to the page.
func (p *Page) point(ctx context.Context, params input.DispatchMouseEventParams) error {
	return gone(p.unlessMessage(ctx, func(ctx context.Context) error {
		_, err := cdp.Call(ctx, p.target, input.DispatchMouseEvent, params)
		return err
	}))
}

// ErrMissed is the error of a click whose document went away before it.
var ErrMissed = errors.New("the document went away before the click")

// unlessMessage performs an input that a message box may keep from being
// answered; the box is then the page's answer.
func (p *Page) unlessMessage(ctx context.Context, do func(context.Context) error) error {
	inner, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	go p.giveUp(inner, cancel)
	err := do(inner)
	switch cause := context.Cause(inner); {
	case err == nil || errors.Is(cause, ErrMessage):
		return nil
	case errors.Is(cause, ErrCrashed), errors.Is(cause, ErrGone):
		return cause
	}
	return err
}

// Insert writes a text into the focused field at once, as an input method
// does: beforeinput and input are trusted, no key events occur.
func (p *Page) Insert(ctx context.Context, text string) error {
	p.gesture.Lock()
	defer p.gesture.Unlock()
	_, err := cdp.Call(ctx, p.target, input.InsertText, input.InsertTextParams{Text: text})
	return gone(err)
}

// Press presses a key or shortcut such as Enter, Tab or Control+S.
func (p *Page) Press(ctx context.Context, key string) error {
	parts := strings.Split(key, "+")
	name := parts[len(parts)-1]
	r, ok := named(name)
	if !ok {
		return errors.New("unknown key " + name)
	}
	events := kb.Encode(r)
	if len([]rune(name)) == 1 {
		events = letter(r)
	}
	for i := range events {
		for _, m := range parts[:len(parts)-1] {
			events[i].Modifiers |= modifier(m)
		}
		if events[i].Modifiers&^shift != 0 {
			events[i].Text = "" // a shortcut writes nothing
		}
	}
	return p.keys(ctx, events)
}

func (p *Page) keys(ctx context.Context, events []*input.DispatchKeyEventParams) error {
	p.gesture.Lock()
	defer p.gesture.Unlock()
	for _, e := range events {
		if err := p.unlessMessage(ctx, func(ctx context.Context) error {
			_, err := cdp.Call(ctx, p.target, input.DispatchKeyEvent, *e)
			return err
		}); err != nil {
			return gone(err)
		}
	}
	return nil
}

// AnswerMessage closes the open message box; another one may follow at once.
func (p *Page) AnswerMessage(ctx context.Context, accept bool, prompt string) error {
	open := p.Message()
	_, err := cdp.Call(ctx, p.target, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: accept, PromptText: prompt})
	if err != nil {
		return gone(err)
	}
	return p.browser.Await(ctx, func() bool { return p.Message() != open || p.Gone() })
}

// Key reports whether there is a key or shortcut of this name.
func Key(name string) bool {
	parts := strings.Split(name, "+")
	_, ok := named(parts[len(parts)-1])
	for _, m := range parts[:len(parts)-1] {
		ok = ok && modifier(m) != 0
	}
	return ok
}

// named gives the letter by which the keyboard table knows a key.
func named(key string) (rune, bool) {
	if r := []rune(key); len(r) == 1 {
		return r[0], true
	}
	for r, k := range kb.Keys {
		if strings.EqualFold(k.Key, key) && !k.Print || strings.EqualFold(k.Code, key) {
			return r, true
		}
	}
	return 0, false
}

// The bits of DispatchKeyEvent's modifiers.
const (
	alt int64 = 1 << iota
	ctrl
	meta
	shift
)

func modifier(name string) int64 {
	switch strings.ToLower(name) {
	case "alt":
		return alt
	case "control", "ctrl", "strg":
		return ctrl
	case "meta":
		return meta
	case "shift", "umschalt":
		return shift
	}
	return 0
}
