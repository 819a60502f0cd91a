// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// document is one page in one frame, from its arrival until the next.
type document struct {
	window int
	frame  []scenarios.FrameHint
	page   event.Page
	told   []string // the first texts that it showed
	// system and screen are known later; -1 and nil are none.
	system int
	screen *screen
}

// know joins what an event says about its document.
func (d *document) know(p event.Page) {
	d.page.Address, d.page.Title = cmp.Or(d.page.Address, p.Address), cmp.Or(d.page.Title, p.Title)
	if d.page.Asked == nil {
		d.page.Asked = p.Asked
	}
	if len(d.page.Headings) == 0 {
		d.page.Headings = p.Headings
	}
	if len(d.page.Siblings) == 0 {
		d.page.Siblings = p.Siblings
	}
}

// place names a frame of a window.
func place(window int, frame []scenarios.FrameHint) string { return fmt.Sprint(window, frame) }

// current is the document in which something happens. A page that was there
// before the recording began has no arrival.
func (r *recording) current(e event.Event) *document {
	at := place(e.Window, e.Frame)
	d := r.docs[at]
	if d == nil || e.Page.Address != "" && d.page.Address != "" && e.Page.Address != d.page.Address {
		d = r.arrive(e)
	}
	d.know(e.Page)
	return d
}

// arrive begins a new document.
func (r *recording) arrive(e event.Event) *document {
	d := &document{window: e.Window, frame: slices.Clone(e.Frame), system: -1}
	d.know(e.Page)
	r.docs[place(e.Window, e.Frame)] = d
	r.all = append(r.all, d)
	return d
}
