// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
)

// frame is a document inside a window: the window's own, or that of a frame
// of a frameset or an iframe.
type frame struct {
	id, parent cdp.FrameID
	name       string
	address    string
	place      int      // counts frames as they came
	session    *session // of the process that it lives in
	isLoading  bool
	isLeaving  bool // a navigation was asked for and has not begun
	world      runtime.ExecutionContextID
	worldID    string
	missed     string // the address whose document did not come
}

// plant takes over the frames that were there before the events began.
func (s *session) plant(tree *page.FrameTree) {
	s.navigated(tree.Frame)
	for _, child := range tree.ChildFrames {
		s.plant(child)
	}
}

// frameBegan notes a new frame, or one that comes back from another process.
func (s *session) frameBegan(id, parent cdp.FrameID) {
	s.page.frames[id] = &frame{id: id, parent: parent, session: s, place: s.page.placeOf(id)}
}

// frameEnded forgets a frame, unless it goes on in another process: that one
// brings it anew, or has already.
func (s *session) frameEnded(id cdp.FrameID, why page.FrameDetachedReason) {
	f := s.page.frames[id]
	switch {
	case f == nil || why == page.FrameDetachedReasonSwap && f.session != s:
	case why == page.FrameDetachedReasonSwap:
		s.page.forget(id)
		s.page.frames[id] = &frame{id: id, parent: f.parent, name: f.name, address: f.address, place: f.place, isLoading: true}
	default:
		s.page.forget(id)
		delete(s.page.frames, id)
	}
}

// placeOf is the place of a frame among all that came to the window: it keeps
// it when it goes on in another process.
func (p *Page) placeOf(id cdp.FrameID) int {
	if f := p.frames[id]; f != nil {
		return f.place
	}
	p.placed++
	return p.placed
}

func (s *session) navigated(f *cdp.Frame) {
	p := s.page
	have := p.frames[f.ID]
	if have == nil || have.session != s {
		was := have
		have = &frame{id: f.ID, session: s, parent: f.ParentID, place: p.placeOf(f.ID)}
		if was != nil {
			have.parent, have.isLoading = was.parent, was.isLoading
		}
		p.frames[f.ID] = have
	}
	p.forget(f.ID)
	have.name, have.address, have.isLeaving, have.missed = f.Name, f.URL, false, f.UnreachableURL
	if s == p.session && f.ParentID == "" {
		p.main, p.crashed = f.ID, false
	}
}

// forget drops all frames inside one: its new document brings its own, and the
// old ones do not always take leave.
func (p *Page) forget(parent cdp.FrameID) {
	for id, f := range p.frames {
		if f.parent == parent && id != parent {
			delete(p.frames, id)
			p.forget(id)
		}
	}
}

func (p *Page) leaving(id cdp.FrameID) {
	if f := p.frames[id]; f != nil {
		f.isLeaving = true
	}
}

func (p *Page) loading(id cdp.FrameID, now bool) {
	if f := p.frames[id]; f != nil {
		f.isLoading = now
		f.isLeaving = false
	}
}

// worldBegan notes where the library of a frame lives.
func (s *session) worldBegan(c *runtime.ExecutionContextDescription) {
	var aux struct {
		FrameID cdp.FrameID `json:"frameId"`
	}
	if c.Name != s.page.browser.world || json.Unmarshal(c.AuxData, &aux) != nil {
		return
	}
	f := s.page.frames[aux.FrameID]
	if f == nil {
		f = &frame{id: aux.FrameID, place: s.page.placeOf(aux.FrameID)}
		s.page.frames[aux.FrameID] = f
	}
	if f.session != nil && f.session != s {
		return // the old process is late: the frame goes on in another one
	}
	f.session, f.world, f.worldID = s, c.ID, c.UniqueID
}

func (s *session) worldEnded(unique string) {
	for _, f := range s.page.frames {
		if f.worldID == unique {
			f.world, f.worldID = 0, ""
		}
	}
}

func (s *session) worldsCleared() {
	for _, f := range s.page.frames {
		if f.session == s {
			f.world, f.worldID = 0, ""
		}
	}
}

// parted lets go of a process whose frames of another site are gone.
func (p *Page) parted(id target.ID) {
	s := p.joined[id]
	if s == nil {
		return
	}
	delete(p.joined, id)
	for id, f := range p.frames {
		if f.session == s {
			delete(p.frames, id)
		}
	}
	s.over = true
	s.leave()
}

// Settle lets every frame finish what it is doing, so that what the last input
// caused has begun. A frame that was asked to leave and has not begun to by
// then stays: the address was a javascript: one, or led to nothing. A window
// that closes itself is waited for.
func (p *Page) Settle(ctx context.Context) error {
	asked := p.askedToLeave()
	for _, f := range p.Frames() {
		var closing bool
		if err := f.Call(ctx, "settled", nil, &closing); err != nil && !errors.Is(err, ErrGone) {
			return err
		}
		if closing {
			return p.browser.Await(ctx, p.Gone)
		}
	}
	p.browser.update(func() {
		for _, f := range asked {
			f.isLeaving = false
		}
	})
	return nil
}

func (p *Page) askedToLeave() []*frame {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	var out []*frame
	for _, f := range p.frames {
		if f.isLeaving {
			out = append(out, f)
		}
	}
	return out
}

// died notes that a process is gone, and with it all its worlds.
func (s *session) died() {
	if s == s.page.session {
		s.page.crashed, s.page.dialog = true, nil
	}
	for _, f := range s.page.frames {
		if f.session == s {
			f.isLoading, f.isLeaving, f.world, f.worldID = false, false, 0, ""
		}
	}
}

// Busy reports whether any frame of the window is on its way to a document.
func (p *Page) Busy() bool {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	for _, f := range p.frames {
		if f.isLoading || f.isLeaving {
			return true
		}
	}
	return false
}

// Frames are all frames of the window that have a document.
func (p *Page) Frames() []Frame {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	var out []Frame
	for _, f := range p.frames {
		if f.world != 0 {
			out = append(out, f.handle(p))
		}
	}
	return out
}

func (f *frame) handle(p *Page) Frame {
	return Frame{page: p, session: f.session, id: f.id, world: f.world, unique: f.worldID}
}
