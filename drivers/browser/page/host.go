// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// Host keeps one browser process for several guests, where memory is short. A
// guest has cookies, storage and windows of its own (a browser context), and
// costs about a third of a process. If the process dies, all guests are lost.
type Host struct {
	mu     sync.Mutex
	root   *Browser
	guests int
}

// begin opens a guest, and the process with the first.
func (h *Host) begin(ctx context.Context, opts Options) (*Browser, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.root != nil && h.root.isLost() {
		h.root = nil // its guests close it; new ones get a new process
		h.guests = 0
	}
	if h.root == nil {
		root, err := launch(ctx, opts)
		if err != nil {
			return nil, err
		}
		h.root = root
	}
	root := h.root
	b, err := root.beside(ctx, func() { h.left(root) })
	if err != nil {
		b.cancel()
		return nil, startFault(opts.Path, opts.Headful, err)
	}
	h.guests++
	return b, nil
}

// left closes the process behind the last guest.
func (h *Host) left(root *Browser) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.root != root {
		root.Close()
		return
	}
	if h.guests--; h.guests <= 0 {
		h.root, h.guests = nil, 0
		root.Close()
	}
}

func (b *Browser) isLost() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.lost
}

// beside opens a browser context in the same process.
func (b *Browser) beside(ctx context.Context, left func()) (*Browser, error) {
	guest := newBrowser(b.profile)
	p := newPage(guest)
	tab, cancel := chromedp.NewContext(b.first, chromedp.WithNewBrowserContext(), chromedp.WithListener(p.on))
	guest.first, guest.guest = tab, true
	guest.cancel = sync.OnceFunc(func() { cancel(); guest.tasks.Wait(); left() })
	return guest, guest.start(ctx, p, nil)
}

// home notes which context the windows of this browser belong to.
func (b *Browser) home(ctx context.Context, p *Page) error {
	whole := chromedp.FromContext(b.first).Browser
	info, err := cdp.Call(ctx, whole, target.GetTargetInfo, target.GetTargetInfoParams{TargetID: p.id()})
	if err == nil {
		b.context = info.TargetInfo.BrowserContextID
	}
	return gone(err)
}

// owns reports whether one of the windows has the frame, or is just opening
// with it: a window's first frame bears its id.
func (b *Browser) owns(id cdp.FrameID) bool {
	if b.opening[target.ID(id)] != nil {
		return true
	}
	for _, p := range b.pages {
		if p.frames[id] != nil {
			return true
		}
	}
	return false
}
