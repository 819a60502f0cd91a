// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// session is the connection to one process of a window: its own, or that of
// the frames of another site, which browsers keep apart.
type session struct {
	page   *Page
	target *chromedp.Target
	cancel context.CancelFunc
	// detached closes when all is heard that the process said
	detached <-chan struct{}
	over     bool // what it still says comes too late; guarded by browser.mu
}

// begin hears of all frames in the process and injects the library into them,
// present and future. Frames of other sites wait until they are joined.
func (s *session) begin(tab context.Context) error {
	t := chromedp.FromContext(tab).Target
	detached, err := chromedp.Detached(tab)
	if err != nil {
		return err
	}
	s.page.browser.update(func() { s.target, s.detached = t, detached })
	for _, c := range append(tidings(), s.page.browser.injection()...) {
		if err := t.Call(tab, c.method, c.params, nil); err != nil {
			return err
		}
	}
	tree, err := cdp.Call(tab, t, page.GetFrameTree, cdp.Empty{})
	if err != nil {
		return err
	}
	s.page.browser.update(func() { s.plant(tree.FrameTree) })
	return nil
}

// command is one command of the protocol.
type command struct {
	method string
	params any
}

// tidings make a process tell of its frames.
func tidings() []command {
	return []command{
		// chromedp has done the first two already, unless the frame was waiting
		{inspector.Enable.Method, cdp.Empty{}},
		{page.Enable.Method, page.EnableParams{}},
		{target.SetAutoAttach.Method, target.SetAutoAttachParams{AutoAttach: true, WaitForDebuggerOnStart: true, Filter: target.Filter{{Type: "iframe"}}}},
	}
}

// join attaches to frames of another site. The frame waits meanwhile, so that
// the library is there before its scripts; a waiting frame has no world yet,
// which chromedp's own attaching takes for a failure when all is done.
func (s *session) join(ev *target.EventAttachedToTarget) {
	b := s.page.browser
	joined := &session{page: s.page}
	tab, cancel := chromedp.NewContext(b.first, chromedp.WithTargetID(ev.TargetInfo.TargetID), chromedp.WithListener(joined.on), chromedp.WithDetachOnCancel())
	joined.cancel = cancel
	b.update(func() { s.page.joined[ev.TargetInfo.TargetID] = joined })
	_ = chromedp.Do(tab)
	if chromedp.FromContext(tab).Target == nil || joined.begin(tab) != nil {
		joined.leave() // the frame is gone again
	}
	if ev.WaitingForDebugger {
		if t := chromedp.FromContext(tab).Target; t != nil {
			_ = letGo(tab, t) // the session that waits may be replaced meanwhile
		}
		_ = s.target.Call(b.first, "Target.sendMessageToTarget", freed{ev.SessionID, `{"id":1,"method":"Runtime.runIfWaitingForDebugger"}`}, nil)
	}
}

// freed is the message that lets a waiting frame begin; the typed protocol
// leaves this deprecated command out, and has no other for it.
type freed struct {
	SessionID target.SessionID `json:"sessionId"`
	Message   string           `json:"message"`
}

// leave lets go of what is closed.
func (s *session) leave() {
	if s.cancel != nil {
		s.page.browser.tasks.Go(s.cancel)
	}
}

// on keeps the window's state; it only changes fields and never calls back.
func (s *session) on(ev any) {
	p := s.page
	update := func(change func()) {
		p.browser.update(func() {
			if !s.over {
				change()
			}
		})
	}
	if p.browser.watching != nil {
		defer update(func() { s.witness(ev) })
	}
	switch ev := ev.(type) {
	case *page.EventFrameAttached:
		update(func() { s.frameBegan(ev.FrameID, ev.ParentFrameID) })
	case *page.EventFrameNavigated:
		update(func() { s.navigated(ev.Frame) })
	case *page.EventFrameDetached:
		update(func() { s.frameEnded(ev.FrameID, ev.Reason) })
	case *page.EventFrameRequestedNavigation:
		update(func() { p.leaving(ev.FrameID) })
	case *page.EventFrameStartedLoading:
		update(func() { p.loading(ev.FrameID, true) })
	case *page.EventFrameStoppedLoading:
		update(func() { p.loading(ev.FrameID, false) })
	case *runtime.EventExecutionContextCreated:
		update(func() { s.worldBegan(ev.Context) })
	case *runtime.EventExecutionContextDestroyed:
		update(func() { s.worldEnded(ev.ExecutionContextUniqueID) })
	case *runtime.EventExecutionContextsCleared:
		update(s.worldsCleared)
	case *runtime.EventBindingCalled:
		update(func() { p.reported(ev.Name, ev.Payload) })
	case *fetch.EventRequestPaused, *fetch.EventAuthRequired:
		update(func() { p.asked = append(p.asked, ev) })
	case *input.EventDragIntercepted:
		update(func() { p.dragged = ev.Data })
	case *page.EventFileChooserOpened:
		update(func() { p.chooser = ev })
	case *page.EventJavascriptDialogOpening:
		update(func() { p.dialog = &Message{Kind: string(ev.Type), Text: ev.Message} })
	case *page.EventJavascriptDialogClosed:
		update(func() { p.dialog = nil })
	case *inspector.EventTargetCrashed:
		update(s.died)
	case *target.EventAttachedToTarget:
		if ev.TargetInfo.Type == "iframe" {
			p.browser.tasks.Go(func() { s.join(ev) })
		}
	}
}
