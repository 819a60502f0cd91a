// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Download is a file that the browser fetches.
type Download struct {
	guid string
	// Name is what the server or the page calls it.
	Name string
	// URL is where it comes from, behind all redirects.
	URL string
	// Total is the size that was announced, 0 where none was; Received is what
	// has come.
	Total, Received int64
	// Ended is set when nothing more comes; Whole where all has come.
	Ended, Whole bool
}

// folder is where downloads lie for a moment: inside the private profile.
func (b *Browser) folder() string {
	return filepath.Join(b.profile.dir, "downloads", string(b.context))
}

// refuseDownloads lets nothing be downloaded that no step asks for.
func (b *Browser) refuseDownloads(ctx context.Context) error {
	return b.downloads(ctx, browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorDeny, EventsEnabled: new(true)})
}

func (b *Browser) downloads(ctx context.Context, params browser.SetDownloadBehaviorParams) error {
	params.BrowserContextID = b.context
	_, err := cdp.Call(ctx, chromedp.FromContext(b.first).Browser, browser.SetDownloadBehavior, params)
	return gone(err)
}

// AllowDownloads lets the browser download, until the returned function is
// called; that one also removes what was downloaded.
func (b *Browser) AllowDownloads(ctx context.Context) (refuse func(), err error) {
	if b.isForeign() {
		return func() {}, fault.New(fault.Usage, "browser.download", speech.Say("where files go is up to those who started this browser", "wohin Dateien kommen, bestimmt, wer diesen Browser gestartet hat"))
	}
	refuse = func() {
		_ = b.refuseDownloads(context.WithoutCancel(ctx))
		_ = os.RemoveAll(b.folder())
	}
	if err := os.MkdirAll(b.folder(), 0o700); err != nil {
		return refuse, profileFault(b.folder(), err)
	}
	b.update(func() { b.loads = nil })
	return refuse, b.downloads(ctx, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllowAndName, DownloadPath: b.folder(), EventsEnabled: new(true),
	})
}

// Downloads are those that began since downloads were allowed.
func (b *Browser) Downloads() []Download {
	b.mu.Lock()
	defer b.mu.Unlock()
	var out []Download
	for _, d := range b.loads {
		out = append(out, *d)
	}
	return out
}

// Cancel gives a download up.
func (b *Browser) Cancel(ctx context.Context, d Download) error {
	_, err := cdp.Call(ctx, chromedp.FromContext(b.first).Browser, browser.CancelDownload, browser.CancelDownloadParams{GUID: d.guid})
	return gone(err)
}

// ErrIncomplete is the error of a file that is not as long as what came.
var ErrIncomplete = errors.New("the file is not complete")

// Content reads a download that is whole, and holds its size against what came
// and what was announced.
func (b *Browser) Content(d Download) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(b.folder(), d.guid))
	if err != nil {
		return nil, err
	}
	if size := int64(len(data)); !d.Whole || size != d.Received || d.Total > 0 && size != d.Total {
		return nil, ErrIncomplete
	}
	return data, nil
}

// loading keeps the state of downloads.
func (b *Browser) loading(ev any) {
	switch ev := ev.(type) {
	case *browser.EventDownloadWillBegin:
		b.update(func() {
			if b.guest && !b.owns(ev.FrameID) {
				return // another guest's
			}
			b.loads = append(b.loads, &Download{guid: ev.GUID, URL: ev.URL, Name: ev.SuggestedFilename})
		})
	case *browser.EventDownloadProgress:
		b.update(func() {
			for _, d := range b.loads {
				if d.guid == ev.GUID {
					d.Total, d.Received = int64(ev.TotalBytes), int64(ev.ReceivedBytes)
					d.Whole = ev.State == browser.DownloadProgressStateCompleted
					d.Ended = ev.State != browser.DownloadProgressStateInProgress
				}
			}
		})
	}
}
