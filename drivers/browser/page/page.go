// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// Page is one window of the browser.
type Page struct {
	browser  *Browser
	*session // of the window itself; input goes there

	// The fields below are guarded by browser.mu: events change them, and
	// whoever waits is woken by the browser.
	frames    map[cdp.FrameID]*frame
	joined    map[target.ID]*session // of frames of other sites
	main      cdp.FrameID
	placed    int // how many frames came
	number    int // of the window, as it opened, from 1
	dialog    *Message
	chooser   *page.EventFileChooserOpened
	asked     []any           // requests at the gate that wait for an answer
	dragged   *input.DragData // what the browser drags in its own way
	announced bool            // that the window opened
	crashed   bool
	closed    bool
	touched   string // the token of the gesture that reached its element last
	done      string // the token of the click that was the last to end on it
	refused   bool   // a document stopped what was not announced to it

	gesture sync.Mutex // one at a time
}

// Message is an open message box of the page.
type Message struct {
	Kind string // alert, confirm, prompt, beforeunload
	Text string
}

func newPage(b *Browser) *Page {
	p := &Page{browser: b, frames: map[cdp.FrameID]*frame{}, joined: map[target.ID]*session{}}
	p.session = &session{page: p}
	return p
}

func (p *Page) id() target.ID {
	if p.target == nil {
		return ""
	}
	return p.target.TargetID
}

// attach connects to the window and injects the library into all its frames,
// present and future.
func (p *Page) attach(tab context.Context) error {
	if err := chromedp.Do(tab); err != nil {
		return err
	}
	if err := p.begin(tab); err != nil {
		return err
	}
	if err := quieten(tab, p.target); err != nil {
		return err
	}
	if p.browser.watching != nil {
		p.downloading(p.target)
		return letGo(tab, p.target)
	}
	_, err := cdp.Call(tab, p.target, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return err
}

// Touched reports whether the gesture of this token reached its element.
func (p *Page) Touched(token string) bool {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	return p.touched == token
}

// reported notes what a document says of a gesture while it takes place.
func (p *Page) reported(binding, token string) {
	if binding != touchedBinding {
		return
	}
	if token == "" {
		p.refused = true
		return
	}
	token, done := strings.CutSuffix(token, " done")
	p.touched = token
	if done {
		p.done = token
	}
}

// Done reports whether the click of this token ended on its element.
func (p *Page) Done(token string) bool {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	return p.done == token
}

// Reported reports whether any document has said what became of the gesture of
// this token.
func (p *Page) Reported(token string) bool {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	return p.refused || p.touched == token
}

// Message is the open message box, or nil.
func (p *Page) Message() *Message {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	return p.dialog
}

// Missed is the address whose document did not come, so that the window shows
// a page of the browser's own; else it is empty.
func (p *Page) Missed() string {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	if f := p.frames[p.main]; f != nil {
		return f.missed
	}
	return ""
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

// Number counts windows as they opened, from 1.
func (p *Page) Number() int { return p.number }

// Close closes the window, without asking the page.
func (p *Page) Close(ctx context.Context) error {
	whole := chromedp.FromContext(p.browser.first).Browser
	_, err := cdp.Call(ctx, whole, target.CloseTarget, target.CloseTargetParams{TargetID: p.id()})
	if err != nil && !p.Gone() {
		return gone(err)
	}
	return p.browser.Await(ctx, p.Gone)
}
