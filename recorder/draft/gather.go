// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// recording is what the person did, deed by deed.
type recording struct {
	deeds []*deed
	docs  map[string]*document // that is shown now, by window and frame
	all   []*document          // in the order of their arrival
	// opener is the window out of which another one opened.
	opener map[int]int
	// private are elements that were masked, by document and key.
	private map[*document]map[string]bool
	paused  bool
	omitted []deed // what no step can say
	// entered are all texts that were seen, in deeds or not; writing is the one
	// that grows letter by letter.
	entered map[string]bool
	writing string
}

// gather reads the events in their order.
func gather(events []event.Event) *recording {
	r := &recording{docs: map[string]*document{}, opener: map[int]int{}, private: map[*document]map[string]bool{}, entered: map[string]bool{}}
	for _, e := range events {
		r.notice(e)
		r.observe(e)
	}
	r.enter(r.writing)
	r.tidy()
	return r
}

func (r *recording) observe(e event.Event) {
	switch e.Kind {
	case event.Pause, event.Resume:
		r.paused = e.Kind == event.Pause
	case event.Arrive:
		r.arrived(r.arrive(e))
	case event.Window:
		r.window(e)
	case event.Submit, event.Gone, event.Download, event.Shows, event.Answer:
		if !r.paused {
			r.came(e)
		}
	case event.Mistake, event.Differs, event.Mask:
		r.said(e)
	default:
		if !r.paused {
			r.did(e)
		}
	}
}

// cause is the deed that what happens now came of, or nil.
func (r *recording) cause() *deed {
	for i := len(r.deeds) - 1; i >= 0; i-- {
		if !r.deeds[i].marks() {
			return r.deeds[i]
		}
	}
	return nil
}

func (r *recording) arrived(doc *document) {
	if d := r.cause(); d != nil && !r.paused {
		d.arrived = append(d.arrived, doc)
	}
}

func (r *recording) window(e event.Event) {
	if d := r.cause(); d != nil {
		if _, known := r.opener[e.Window]; !known && d.Window != e.Window {
			r.opener[e.Window] = d.Window
		}
		d.opened = d.opened || !r.paused
	}
}

// showed finds the deed that a page came of which now shows its first texts:
// the person may have gone on meanwhile.
func (r *recording) showed(e event.Event) *deed {
	doc := r.current(e)
	if doc.told != nil {
		return r.cause()
	}
	doc.told = e.Texts
	for _, d := range slices.Backward(r.deeds) {
		if slices.Contains(d.arrived, doc) {
			return d
		}
		if d.Kind != event.Fill && !(d.Kind == event.Click && d.Target != nil && isField(d.Target)) {
			break // that may have shown it
		}
	}
	return r.cause()
}

// came notes what the system did.
func (r *recording) came(e event.Event) {
	d := r.cause()
	if e.Kind == event.Shows {
		d = r.showed(e)
	}
	if d == nil {
		if e.Kind == event.Answer {
			r.deeds = append(r.deeds, &deed{Event: e, doc: r.current(e)})
		}
		return
	}
	switch e.Kind {
	case event.Submit:
		d.submitted = true
	case event.Gone:
		d.gone = true
	case event.Download:
		d.file = &e
	case event.Shows:
		d.shown = append(d.shown, e.Texts...)
	case event.Answer:
		d.boxes = append(d.boxes, e)
	}
}

// said notes what the person said about the deed before, or about an element.
func (r *recording) said(e event.Event) {
	switch {
	case e.Kind == event.Mistake:
		r.tidy()
		r.deeds = r.deeds[:max(0, len(r.deeds)-1)]
	case e.Kind == event.Mask && e.Target != nil:
		doc := r.current(e)
		if r.private[doc] == nil {
			r.private[doc] = map[string]bool{}
		}
		r.private[doc][e.Target.Key] = true
	default:
		if d := r.meant(e); d != nil {
			d.differs, d.masked = d.differs || e.Kind == event.Differs, d.masked || e.Kind == event.Mask
		}
	}
}

// meant is the last deed that put a value into the page, or into this element.
func (r *recording) meant(e event.Event) *deed {
	for i := len(r.deeds) - 1; i >= 0; i-- {
		d := r.deeds[i]
		if d.writes() && (e.Target == nil || d.on(e.Target, d.doc)) {
			return d
		}
	}
	return nil
}
