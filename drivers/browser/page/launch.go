// SPDX-License-Identifier: EUPL-1.2

// Package page is the connection to a browser: its process, its windows, their
// frames and message boxes, and the library that is injected into every frame.
// It knows the DevTools protocol and nothing of scenarios; it is the only room
// that imports chromedp, of which it uses launch, pipe, targets and the typed
// protocol, not the query layer.
package page

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Options say how a browser is started.
type Options struct {
	// Path of the program, or its brand: chromium, chrome, edge; empty finds one.
	Path string
	// Headful shows the windows.
	Headful bool
	// Host shares one process with other browsers; nil starts one of its own. A
	// browser with a gate always gets its own.
	Host *Host
	// Gate is the proxy that everything goes through; nil is none.
	Gate *Gate
	// Profiles is the folder for the fresh profiles; empty is ProfilesDir.
	Profiles string
	// Watch makes a browser that a person works tell what happens; nil is a
	// browser that the robot works.
	Watch *Watching
	// Attach is the address of a browser that runs already (ws://127.0.0.1:9222);
	// empty starts one. Its windows stay when this ends.
	Attach string
	// Port is where other tools may reach the browser, on this machine; 0 keeps
	// it to ourselves.
	Port int
}

// Browser is one running browser process with a fresh profile.
type Browser struct {
	first    context.Context // chromedp keeps its browser in a context
	cancel   context.CancelFunc
	profile  *profile
	world    string               // of the library; another one for each who is connected
	context  cdp.BrowserContextID // what its windows have in common
	guest    bool                 // others share the process
	watching *Watching            // nil for the robot's own

	mu      sync.Mutex
	pages   []*Page
	opening map[target.ID]*Page
	opened  int         // how many windows opened
	loads   []*Download // since the last one was asked for
	changed chan struct{}
	lost    bool

	tasks sync.WaitGroup // ends before Close does
}

// Launch starts a browser with nothing but a blank window. It speaks over a
// pipe, with the sandbox on unless the user is root, without any background
// networking, and leaves nothing on the disk when it is closed.
func Launch(ctx context.Context, opts Options) (*Browser, error) {
	if opts.Attach != "" {
		return attach(ctx, opts)
	}
	if opts.Host != nil && opts.Gate == nil {
		return opts.Host.begin(ctx, opts)
	}
	return launch(ctx, opts)
}

func launch(ctx context.Context, opts Options) (*Browser, error) {
	path, err := Find(opts.Path)
	if err != nil {
		return nil, err
	}
	prof, err := newProfile(opts.Profiles)
	if err != nil {
		return nil, err
	}
	if err := prof.prefer(); err != nil {
		prof.remove()
		return nil, err
	}
	alloc, cancelAlloc := chromedp.NewExecAllocator(context.WithoutCancel(ctx), flags(path, prof.dir, opts)...)
	quiet := chromedp.WithBrowserOption(calm()...)
	b := newBrowser(prof)
	b.watching = opts.Watch
	p := newPage(b)
	tab, cancelTab := chromedp.NewContext(alloc, quiet, chromedp.WithLogf(debugf), chromedp.WithErrorf(debugf), chromedp.WithListener(p.on))
	b.first = tab
	b.cancel = sync.OnceFunc(func() { cancelTab(); cancelAlloc(); b.tasks.Wait(); prof.remove() })
	if err := b.start(ctx, p, opts.Gate); err != nil {
		b.cancel()
		return nil, startFault(path, opts.Headful, err)
	}
	return b, nil
}

func newBrowser(prof *profile) *Browser {
	return &Browser{world: newWorld(), profile: prof, opening: map[target.ID]*Page{}, changed: make(chan struct{})}
}

// calm keeps chromedp from writing to the terminal.
func calm() []chromedp.BrowserOption {
	return []chromedp.BrowserOption{chromedp.WithBrowserErrorf(debugf), chromedp.WithBrowserLogf(debugf)}
}

func debugf(format string, args ...any) {
	slog.Debug("browser", "said", speech.Say(format, format, args...).EN)
}

func (b *Browser) start(ctx context.Context, p *Page, gate *Gate) error {
	stop := context.AfterFunc(ctx, b.cancel)
	defer stop()
	b.begun(p)
	p.announce()
	if err := p.attach(b.first); err != nil {
		return err
	}
	if err := b.home(b.first, p); err != nil {
		return err
	}
	b.pages = append(b.pages, p)
	b.watch()
	if err := chromedp.ListenBrowser(b.first, b.on); err != nil {
		return err
	}
	if b.watching != nil {
		return b.await(ctx)
	}
	if err := b.refuseDownloads(ctx); err != nil || gate == nil {
		return err
	}
	return p.enter(ctx, gate)
}

// watch notices when the process ends.
func (b *Browser) watch() {
	b.tasks.Go(func() {
		select {
		case <-chromedp.FromContext(b.first).Browser.LostConnection:
			b.update(func() { b.lost = true })
		case <-b.first.Done():
		}
	})
}

func startFault(path string, headful bool, err error) error {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f
	}
	if policy := forbidden(path, headful); policy != nil {
		return policy
	}
	return fault.Wrap(fault.Technical, "browser.launch", speech.Say("the browser %s does not start", "der Browser %s startet nicht", path), err).
		WithHint(speech.Say("start it once by hand; without a screen leave out --headful", "starten Sie ihn einmal von Hand; ohne Bildschirm lassen Sie --headful weg"))
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() {
	b.cancel()
}

// Process is the browser's process id, for supervision and tests.
func (b *Browser) Process() *os.Process { return chromedp.FromContext(b.first).Browser.Process() }
