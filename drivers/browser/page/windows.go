// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// on notes new and vanished windows.
func (b *Browser) on(ev any) {
	switch ev := ev.(type) {
	case *target.EventTargetCreated:
		if ev.TargetInfo.Type == "page" && ev.TargetInfo.BrowserContextID == b.context && !b.known(ev.TargetInfo.TargetID) {
			b.tasks.Go(func() { b.adopt(ev.TargetInfo.TargetID) })
		}
	case *target.EventTargetDestroyed:
		b.update(func() { b.forget(ev.TargetID) })
	default:
		b.loading(ev)
	}
}

func (b *Browser) known(id target.ID) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range b.pages {
		if p.id() == id {
			return true
		}
	}
	known := b.opening[id]
	b.opening[id] = true
	return known
}

// adopt attaches to a window that the page opened, unless it closes meanwhile.
func (b *Browser) adopt(id target.ID) {
	p := newPage(b)
	tab, cancel := chromedp.NewContext(b.first, chromedp.WithTargetID(id), chromedp.WithListener(p.on))
	p.cancel = cancel
	err := p.attach(tab)
	b.update(func() {
		if !b.opening[id] || err != nil {
			p.leave()
		} else {
			b.pages = append(b.pages, p)
		}
		delete(b.opening, id)
	})
}

func (b *Browser) forget(id target.ID) {
	delete(b.opening, id)
	for i, p := range b.pages {
		p.parted(id)
		if p.id() == id {
			b.pages = append(b.pages[:i:i], b.pages[i+1:]...)
			p.closed = true
			p.leave()
			return
		}
	}
}

// Pages are the open windows, oldest first.
func (b *Browser) Pages() []*Page {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]*Page(nil), b.pages...)
}

// Asking is the window that shows a message box, or nil.
func (b *Browser) Asking() *Page {
	for _, p := range b.Pages() {
		if p.Message() != nil {
			return p
		}
	}
	return nil
}

// Opening reports whether a window is about to open.
func (b *Browser) Opening() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.opening) > 0
}

// update changes state under the lock and wakes everybody who waits for it.
func (b *Browser) update(change func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	change()
	close(b.changed)
	b.changed = make(chan struct{})
}

// Await waits until cond holds, which is asked again after every event of the
// browser. It ends early when ctx ends or the browser is lost.
func (b *Browser) Await(ctx context.Context, cond func() bool) error {
	for {
		b.mu.Lock()
		changed, lost := b.changed, b.lost
		b.mu.Unlock()
		if cond() {
			return nil
		}
		if lost {
			return Lost()
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Lost is the fault of a browser that ended unasked.
func Lost() error {
	return fault.New(fault.Technical, "browser.lost", speech.Say("the browser ended unexpectedly", "der Browser hat sich unerwartet beendet"))
}
