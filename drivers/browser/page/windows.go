// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"slices"
	"time"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// on notes new and vanished windows.
func (b *Browser) on(ev any) {
	switch ev := ev.(type) {
	case *target.EventTargetCreated:
		b.created(ev.TargetInfo)
	case *target.EventTargetDestroyed:
		b.destroyed(ev.TargetID)
	default:
		b.loading(ev)
	}
}

func (b *Browser) created(info *target.Info) {
	switch {
	case info.Type != "page":
	case info.BrowserContextID != b.context:
		b.pass(info.TargetID)
	default:
		if p := b.newcomer(info); p != nil {
			b.tasks.Go(func() { b.adopt(p, info.TargetID) })
		}
	}
}

// destroyed forgets a window. What it has said before is heard first: windows
// and the browser speak over queues of their own.
func (b *Browser) destroyed(id target.ID) {
	last := b.lastWords(id)
	if b.watching == nil || last == nil {
		b.update(func() { b.forget(id) })
		return
	}
	b.tasks.Go(func() {
		select {
		case <-last:
		case <-time.After(patience):
		case <-b.first.Done():
		}
		b.update(func() { b.forget(id) })
	})
}

// lastWords closes when all that a window has said is heard; nil where it is not
// joined.
func (b *Browser) lastWords(id target.ID) <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range b.pages {
		if p.id() == id {
			return p.detached
		}
	}
	return nil
}

// newcomer is a window that is not known yet, or nil.
func (b *Browser) newcomer(info *target.Info) *Page {
	id := info.TargetID
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range b.pages {
		if p.id() == id {
			return nil
		}
	}
	if b.opening[id] != nil {
		return nil
	}
	p := newPage(b)
	b.opening[id] = p
	b.begun(p)
	if !slices.ContainsFunc(b.pages, func(opener *Page) bool { return opener.id() == info.OpenerID }) {
		p.announce()
	}
	return p
}

// begun numbers a window.
func (b *Browser) begun(p *Page) {
	b.opened++
	p.number = b.opened
}

// announce tells that a window has opened, once: before all that happens in it,
// and behind what its opener has said until then.
func (p *Page) announce() {
	if !p.announced {
		p.announced = true
		p.tell(Seen{What: Opened}, "")
	}
}

// openedBy hears from the opener that a window has opened.
func (b *Browser) openedBy(id target.ID) {
	if p := b.opening[id]; p != nil {
		p.announce()
	}
	for _, p := range b.pages {
		if p.id() == id {
			p.announce()
		}
	}
}

// adopt attaches to a window that the page opened, unless it closes meanwhile.
func (b *Browser) adopt(p *Page, id target.ID) {
	options := []chromedp.ContextOption{chromedp.WithTargetID(id), chromedp.WithListener(p.on)}
	if b.watching != nil || b.isForeign() {
		options = append(options, chromedp.WithDetachOnCancel()) // a person closes it
	}
	tab, cancel := chromedp.NewContext(b.first, options...)
	p.cancel = cancel
	err := p.attach(tab)
	b.update(func() {
		if b.opening[id] == nil || err != nil {
			p.leave()
		} else {
			b.pages = append(b.pages, p)
		}
		delete(b.opening, id)
	})
}

// pass lets a window of others begin, which waits where windows are watched.
func (b *Browser) pass(id target.ID) {
	if b.watching == nil {
		return
	}
	b.tasks.Go(func() {
		tab, cancel := chromedp.NewContext(b.first, chromedp.WithTargetID(id), chromedp.WithDetachOnCancel())
		defer cancel()
		if chromedp.Do(tab) == nil {
			_ = letGo(tab, chromedp.FromContext(tab).Target)
		}
	})
}

func (b *Browser) forget(id target.ID) {
	if p := b.opening[id]; p != nil {
		p.tell(Seen{What: Closed}, p.main)
	}
	delete(b.opening, id)
	for i, p := range b.pages {
		p.parted(id)
		if p.id() == id {
			b.pages = append(b.pages[:i:i], b.pages[i+1:]...)
			p.closed = true
			p.tell(Seen{What: Closed}, p.main)
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
