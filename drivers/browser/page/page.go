// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	_ "embed"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

//go:embed library.js
var library string

// world is the name of the isolated world that the library lives in.
const world = "heinzel"

// Page is one window of the browser.
type Page struct {
	browser *Browser
	cancel  context.CancelFunc
	target  *chromedp.Target

	// The fields below are guarded by browser.mu: events change them, and
	// whoever waits is woken by the browser.
	frames  map[cdp.FrameID]*frame
	worlds  map[runtime.ExecutionContextID]cdp.FrameID
	main    cdp.FrameID
	dialog  *Message
	chooser *page.EventFileChooserOpened
	dragged *input.DragData // what the browser drags in its own way
	crashed bool
	closed  bool
	touched string // the token of the click that reached its element last

	gesture sync.Mutex // one at a time
}

// Message is an open message box of the page.
type Message struct {
	Kind string // alert, confirm, prompt, beforeunload
	Text string
}

func newPage(b *Browser) *Page {
	return &Page{browser: b, frames: map[cdp.FrameID]*frame{}, worlds: map[runtime.ExecutionContextID]cdp.FrameID{}}
}

func (p *Page) id() target.ID {
	if p.target == nil {
		return ""
	}
	return p.target.TargetID
}

// leave lets go of a window that is closed.
func (p *Page) leave() {
	if p.cancel != nil {
		p.browser.tasks.Go(p.cancel)
	}
}

// attach connects to the window and injects the library into all its frames,
// present and future.
func (p *Page) attach(tab context.Context) error {
	if err := chromedp.Do(tab); err != nil {
		return err
	}
	t := chromedp.FromContext(tab).Target
	p.browser.update(func() { p.target = t })
	// chromedp mirrors the whole document for its query layer, which is not
	// used here; without these domains the page costs less.
	for _, method := range []string{dom.Disable.Method, css.Disable.Method} {
		if err := t.Call(tab, method, cdp.Empty{}, nil); err != nil {
			return err
		}
	}
	tree, err := cdp.Call(tab, t, page.GetFrameTree, cdp.Empty{})
	if err != nil {
		return err
	}
	p.browser.update(func() { p.plant(tree.FrameTree) })
	if _, err := cdp.Call(tab, t, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		return err
	}
	if _, err := cdp.Call(tab, t, runtime.AddBinding, runtime.AddBindingParams{Name: "heinzelTouched", ExecutionContextName: world}); err != nil {
		return err
	}
	_, err = cdp.Call(tab, t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: library, WorldName: world, RunImmediately: new(true),
	})
	return err
}

// on keeps the window's state; it only changes fields and never calls back.
func (p *Page) on(ev any) {
	switch ev := ev.(type) {
	case *page.EventFrameAttached:
		p.browser.update(func() { p.frames[ev.FrameID] = &frame{id: ev.FrameID, parent: ev.ParentFrameID} })
	case *page.EventFrameNavigated:
		p.browser.update(func() { p.navigated(ev.Frame) })
	case *page.EventFrameDetached:
		p.browser.update(func() { delete(p.frames, ev.FrameID) })
	case *page.EventFrameRequestedNavigation:
		p.browser.update(func() { p.leaving(ev.FrameID) })
	case *page.EventFrameStartedLoading:
		p.browser.update(func() { p.loading(ev.FrameID, true) })
	case *page.EventFrameStoppedLoading:
		p.browser.update(func() { p.loading(ev.FrameID, false) })
	case *runtime.EventExecutionContextCreated:
		p.browser.update(func() { p.worldBegan(ev.Context) })
	case *runtime.EventExecutionContextDestroyed:
		p.browser.update(func() { p.worldEnded(ev.ExecutionContextUniqueID) })
	case *runtime.EventExecutionContextsCleared:
		p.browser.update(p.worldsCleared)
	case *page.EventJavascriptDialogOpening:
		p.browser.update(func() { p.dialog = &Message{Kind: string(ev.Type), Text: ev.Message} })
	case *page.EventJavascriptDialogClosed:
		p.browser.update(func() { p.dialog = nil })
	case *runtime.EventBindingCalled:
		p.browser.update(func() { p.touched = ev.Payload })
	case *input.EventDragIntercepted:
		p.browser.update(func() { p.dragged = ev.Data })
	case *page.EventFileChooserOpened:
		p.browser.update(func() { p.chooser = ev })
	case *inspector.EventTargetCrashed:
		p.browser.update(p.died)
	}
}

// Touched reports whether the click of this token reached its element.
func (p *Page) Touched(token string) bool {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	return p.touched == token
}

// Message is the open message box, or nil.
func (p *Page) Message() *Message {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	return p.dialog
}

// Gone reports whether the window was closed.
func (p *Page) Gone() bool {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	return p.closed
}

// Crashed reports whether the window's process crashed.
func (p *Page) Crashed() bool {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	return p.crashed
}

// Close closes the window, without asking the page.
func (p *Page) Close(ctx context.Context) error {
	whole := chromedp.FromContext(p.browser.first).Browser
	_, err := cdp.Call(ctx, whole, target.CloseTarget, target.CloseTargetParams{TargetID: p.id()})
	if err != nil && !p.Gone() {
		return gone(err)
	}
	return p.browser.Await(ctx, p.Gone)
}
