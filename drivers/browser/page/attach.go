// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/remote"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// attach joins a browser that runs already, beside whoever else is connected to
// it. It opens and closes nothing there.
func attach(ctx context.Context, opts Options) (*Browser, error) {
	alloc, cancelAlloc := remote.NewAllocator(context.WithoutCancel(ctx), opts.Attach)
	tab, cancelTab := chromedp.NewContext(alloc, chromedp.WithBrowserOption(calm()...))
	b := newBrowser(nil)
	b.first, b.watching = tab, opts.Watch
	b.cancel = sync.OnceFunc(func() { cancelTab(); cancelAlloc(); b.tasks.Wait() })
	if err := b.meet(ctx); err != nil {
		b.cancel()
		return nil, fault.Wrap(fault.Technical, "browser.attach", speech.Say("no browser answers at %s", "unter %s antwortet kein Browser", opts.Attach), err).
			WithHint(speech.Say("start it with --remote-debugging-port and a folder of its own (--user-data-dir)", "starten Sie ihn mit --remote-debugging-port und einem eigenen Ordner (--user-data-dir)"))
	}
	return b, nil
}

// isForeign reports a browser that others started: nothing of it is closed.
func (b *Browser) isForeign() bool { return b.profile == nil }

// patience is how long the windows that are open may take to be joined: one
// that shows a message box answers later.
const patience = 10 * time.Second

// meet connects, and joins the windows that are open.
func (b *Browser) meet(ctx context.Context) error {
	stop := context.AfterFunc(ctx, b.cancel)
	defer stop()
	if err := chromedp.ListenBrowser(b.first, b.on); err != nil { // connects
		return err
	}
	whole := chromedp.FromContext(b.first).Browser
	b.watch()
	contexts, err := cdp.Call(ctx, whole, target.GetBrowserContexts, cdp.Empty{})
	if err != nil {
		return err
	}
	b.context = contexts.DefaultBrowserContextID
	if _, err := cdp.Call(ctx, whole, target.SetDiscoverTargets, target.SetDiscoverTargetsParams{Discover: true}); err != nil {
		return err
	}
	soon, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	_ = b.Await(soon, func() bool { return !b.Opening() })
	if b.watching == nil {
		return ctx.Err()
	}
	return b.await(ctx)
}
