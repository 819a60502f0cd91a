// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// ledger makes events of what is seen: it knows what was seen before. One
// goroutine keeps it.
type ledger struct {
	seal
	n        int
	begun    bool
	paused   bool
	pointed  bool // a person has pointed at something, or given it up
	attached bool

	things  map[string]*event.Thing // by their keys
	frames  map[string]*place       // by what names them
	windows map[int]*window

	volatile map[string]map[string][]string   // attributes by address and place
	twice    func(window int, address string) // loads a document a second time; nil does not

	portray func(window int, after time.Duration) // photographs a window; nil does not

	copied copied
	lifted *event.Thing      // dragged in the browser's own way
	typed  map[string]string // by field: what must not be told as words of the screen
}

// place is a frame, with the document in it.
type place struct {
	page  event.Page
	asked bool            // the page itself asked for another document
	sent  bool            // by sending a form
	left  bool            // it was replaced since the last one arrived
	shown map[string]bool // texts that were told
}

// window is what is known of a window.
type window struct {
	down      *event.Event // the button is down on it, and may be let go elsewhere
	in        string       // the frame of that
	box, says string       // the message box that is open
	went      bool         // a form was told to have gone off
	closing   bool         // a script closes it

	gallery *page.Gallery // of the window as it came to rest
	sat     time.Time     // when it was photographed last
	waits   bool          // it will be photographed again
}

type copied struct {
	text string
	from *event.Thing
}

func newLedger(key string) *ledger {
	return &ledger{seal: seal{[]byte(key)}, things: map[string]*event.Thing{}, frames: map[string]*place{}, windows: map[int]*window{}, typed: map[string]string{}, volatile: map[string]map[string][]string{}}
}

// begin tells that what is seen from now on is the person's; windows that were
// there before did not open.
func (l *ledger) begin(attached bool) []event.Event {
	l.begun, l.attached = true, attached
	return nil
}

func (l *ledger) number(e event.Event) event.Event {
	l.n++
	e.N = l.n
	return e
}

func (l *ledger) window(n int) *window {
	if l.windows[n] == nil {
		l.windows[n] = &window{}
	}
	return l.windows[n]
}

func (l *ledger) place(in string) *place {
	if l.frames[in] == nil {
		l.frames[in] = &place{shown: map[string]bool{}}
	}
	return l.frames[in]
}

// event begins one with where it happened.
func (l *ledger) event(kind event.Kind, s page.Seen) event.Event {
	at := l.place(s.In).page
	at.Siblings = nil
	return event.Event{Kind: kind, Window: s.Window, Frame: s.Frame, Page: at}
}

// pageAt is a page without what was asked for: the names stay, the values go.
func pageAt(address string, p event.Page) event.Page {
	u, err := url.Parse(address)
	if err != nil {
		return p
	}
	for name := range u.Query() {
		p.Asked = append(p.Asked, name)
	}
	slices.Sort(p.Asked)
	u.RawQuery, u.Fragment, u.User = "", "", nil
	u.ForceQuery, u.RawFragment = false, ""
	u.Path, _, _ = strings.Cut(u.Path, ";jsessionid")
	if p.Address = u.String(); u.Scheme == "data" || u.Scheme == "blob" || u.Opaque != "" && u.Scheme != "about" {
		p.Address = u.Scheme + ":"
	}
	return p
}
