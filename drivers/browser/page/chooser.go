// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
)

// Chooser is the file chooser that a page opened: no dialog is shown, whoever
// drives the page answers.
type Chooser struct {
	frame Frame // that was clicked; the input lies in its process
	node  cdp.BackendNodeID
	// Several is set where more than one file may be given.
	Several bool
	// Accept is the input's list of endings and media types; empty is any.
	Accept string
	world  runtime.ExecutionContextID
	object runtime.RemoteObjectID
}

// InterceptChooser keeps the frame from showing file choosers from now on:
// nobody sits in front of it who could close one.
func (f Frame) InterceptChooser(ctx context.Context) error {
	f.page.browser.update(func() { f.page.chooser = nil })
	_, err := cdp.Call(ctx, f.session.target, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: true})
	return gone(err)
}

// Chooser waits for the chooser that the frame opens.
func (f Frame) Chooser(ctx context.Context) (*Chooser, error) {
	p := f.page
	err := p.browser.Await(ctx, func() bool { return p.opened() != nil || p.browser.Asking() != nil || p.Gone() })
	ev := p.opened()
	switch {
	case err != nil:
		return nil, err
	case ev == nil && p.Gone():
		return nil, ErrGone
	case ev == nil:
		return nil, ErrMessage
	}
	c := &Chooser{frame: f, node: ev.BackendNodeID, Several: ev.Mode == page.FileChooserOpenedModeSelectMultiple}
	p.browser.update(func() {
		if in := p.frames[ev.FrameID]; in != nil {
			c.world = in.world
		}
	})
	return c, c.look(ctx)
}

func (p *Page) opened() *page.EventFileChooserOpened {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	return p.chooser
}

// look finds the input of the chooser and begins to watch it: many pages take
// the files out of it at once.
func (c *Chooser) look(ctx context.Context) error {
	answer, err := cdp.Call(ctx, c.frame.session.target, dom.ResolveNode, dom.ResolveNodeParams{BackendNodeID: c.node, ExecutionContextID: c.world})
	if err != nil {
		return gone(err)
	}
	c.object = answer.Object.ObjectID
	return c.call(ctx, `function () {
		this.addEventListener('input', () => { this.heinzelHeld = [...this.files].map((f) => ({ name: f.name, size: f.size })); }, { capture: true, once: true });
		return this.accept;
	}`, &c.Accept)
}

// Chosen is a file that an input holds.
type Chosen struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
}

// Give answers the chooser with files, and tells which ones the input held
// then.
func (c *Chooser) Give(ctx context.Context, files []string) ([]Chosen, error) {
	if _, err := cdp.Call(ctx, c.frame.session.target, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: files, BackendNodeID: c.node}); err != nil {
		return nil, gone(err)
	}
	var held []Chosen
	err := c.call(ctx, `function () {
		const held = this.heinzelHeld; delete this.heinzelHeld;
		return this.files.length || !held ? [...this.files].map((f) => ({ name: f.name, size: f.size })) : held;
	}`, &held)
	return held, err
}

func (c *Chooser) call(ctx context.Context, function string, result any) error {
	answer, err := cdp.Call(ctx, c.frame.session.target, runtime.CallFunctionOn, runtime.CallFunctionOnParams{
		FunctionDeclaration: function, ObjectID: c.object, ReturnByValue: new(true),
	})
	switch {
	case err != nil:
		return gone(err)
	case answer.ExceptionDetails != nil:
		return fmt.Errorf("the file input cannot be read: %s", exception(answer.ExceptionDetails))
	}
	return json.Unmarshal(answer.Result.Value, result)
}
