// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"encoding/json"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// Watching makes a browser tell what happens in it, while a person works. The
// robot's own means are absent then: nothing is guarded, no message box is
// answered, nothing pretends to have the focus.
type Watching struct {
	// Script joins the finding parts of the library in every frame. What it
	// tells, it hands as a text to heinzelSeen, at once.
	Script string
	// Hear gets what was seen, one after the other. It must not block, and must
	// not call back.
	Hear func(Seen)
}

// What is the kind of something seen.
type What string

// What can be seen. A window is told before the first document in it.
const (
	Told        What = "told"        // by the script: Text
	Opened      What = "opened"      // a window
	Closing     What = "closing"     // a script of the page closes the window
	Closed      What = "closed"      // a window
	Crashed     What = "crashed"     // a window's process
	Requested   What = "requested"   // the page asked for another document: Text is why, Address
	Navigated   What = "navigated"   // a frame's document was replaced: Address
	Asks        What = "asks"        // a message box opened: Box, Text
	Answered    What = "answered"    // it was closed: On, Text of a prompt
	Downloading What = "downloading" // a file: Text is its name
)

// Seen is one thing that happened in a watched browser.
type Seen struct {
	What What
	// Window counts windows as they opened, from 1.
	Window int
	// In names the frame as long as the window is there.
	In    string
	Frame []scenarios.FrameHint
	// Main is set for the window's own document.
	Main               bool
	Text, Box, Address string
	On                 bool
}

// The bindings of a watched document: of the isolated world, and, until the
// first script of ours has taken it away, of the page's own.
const (
	seenBinding = "heinzelSeen"
	pageBinding = "heinzelPage"
)

// tell hands on what was seen. It is called under the lock, so that all is
// heard one after the other.
func (p *Page) tell(s Seen, at cdp.FrameID) {
	w := p.browser.watching
	if w == nil {
		return
	}
	p.announce()
	s.Window, s.In, s.Main, s.Frame = p.number, string(at), at == p.main, p.hints(at)
	w.Hear(s)
}

// witness tells what a watched window's own process says.
func (s *session) witness(ev any) {
	p := s.page
	switch ev := ev.(type) {
	case *runtime.EventBindingCalled:
		s.bound(ev)
	case *target.EventTargetCreated:
		if ev.TargetInfo.OpenerID == p.id() {
			p.browser.openedBy(ev.TargetInfo.TargetID)
		}
	case *page.EventFrameRequestedNavigation:
		p.tell(Seen{What: Requested, Text: string(ev.Reason), Address: ev.URL}, ev.FrameID)
	case *page.EventFrameNavigated:
		p.tell(Seen{What: Navigated, Address: ev.Frame.URL, Text: string(ev.Type)}, ev.Frame.ID)
	case *page.EventJavascriptDialogOpening:
		p.tell(Seen{What: Asks, Box: string(ev.Type), Text: ev.Message}, ev.FrameID)
	case *inspector.EventTargetCrashed:
		p.tell(Seen{What: Crashed}, p.main)
	case *page.EventJavascriptDialogClosed:
		p.tell(Seen{What: Answered, On: ev.Result, Text: ev.UserInput}, ev.FrameID)
	}
}

// bound hands on what a script says.
func (s *session) bound(ev *runtime.EventBindingCalled) {
	p := s.page
	for id, f := range p.frames {
		if ev.Name == seenBinding && f.session == s && f.world == ev.ExecutionContextID {
			p.tell(Seen{What: Told, Text: ev.Payload}, id)
			return
		}
	}
	if ev.Name == pageBinding {
		s.confessed(ev.Payload)
	}
}

// confessed is what the page's own world says, of any frame in the process.
func (s *session) confessed(what string) {
	p := s.page
	switch what {
	case "close":
		p.tell(Seen{What: Closing}, p.main)
	case "history":
		p.tell(Seen{What: Requested, Text: what}, p.main)
	case "root":
		for _, f := range p.frames {
			if f.session == s && f.world != 0 {
				p.browser.pierce(f.handle(p))
			}
		}
	}
}

// pierce makes closed roots known. A frame that goes away meanwhile has none.
func (b *Browser) pierce(f Frame) {
	b.tasks.Go(func() { _ = f.Pierce(b.first) })
}

// downloading tells of files that a window loads. The event is an old one that
// the typed protocol lacks: the new one would take the choice of a folder away
// from the person, or from another client.
func (p *Page) downloading(t *chromedp.Target) {
	events, stop := t.Subscribe("Page.downloadWillBegin")
	p.browser.tasks.Go(func() {
		defer stop()
		for {
			select {
			case raw, ok := <-events:
				var ev browser.EventDownloadWillBegin
				if !ok {
					return
				}
				if json.Unmarshal(raw, &ev) == nil {
					p.browser.update(func() { p.tell(Seen{What: Downloading, Text: ev.SuggestedFilename, Address: ev.URL}, ev.FrameID) })
				}
			case <-p.browser.first.Done():
				return
			}
		}
	})
}

// await makes new windows wait until they are watched.
func (b *Browser) await(ctx context.Context) error {
	whole := chromedp.FromContext(b.first).Browser
	_, err := cdp.Call(ctx, whole, target.SetAutoAttach, target.SetAutoAttachParams{
		AutoAttach: true, WaitForDebuggerOnStart: true, Flatten: new(true), Filter: target.Filter{{Type: "page"}},
	})
	return gone(err)
}

// letGo lets a window begin that waited to be watched.
func letGo(ctx context.Context, t *chromedp.Target) error {
	_, err := cdp.Call(ctx, t, runtime.RunIfWaitingForDebugger, cdp.Empty{})
	return gone(err)
}
