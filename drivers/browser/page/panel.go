// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"encoding/json"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// Panel is a window of our own beside those that are watched. It lies in a
// browser context of its own, so that nothing of it is seen as a person's work,
// and its content comes from no network.
type Panel struct {
	tab   context.Context // chromedp keeps its window in a context
	close context.CancelFunc
}

// panelBinding is what the panel's own script says things with.
const panelBinding = "heinzelSays"

// Panel opens a window with a document. What its script says with heinzelSays is
// handed to said, which must not call back.
func (b *Browser) Panel(ctx context.Context, html string, wide, high int64, said func(string)) (*Panel, error) {
	whole := chromedp.FromContext(b.first).Browser
	own, err := cdp.Call(ctx, whole, target.CreateBrowserContext, target.CreateBrowserContextParams{DisposeOnDetach: new(true)})
	if err != nil {
		return nil, gone(err)
	}
	made, err := cdp.Call(ctx, whole, target.CreateTarget, target.CreateTargetParams{
		URL: "about:blank", BrowserContextID: own.BrowserContextID, Width: wide, Height: high, NewWindow: new(true),
	})
	if err != nil {
		return nil, gone(err)
	}
	tab, cancel := chromedp.NewContext(b.first, chromedp.WithTargetID(made.TargetID), chromedp.WithListener(func(ev any) {
		if ev, ok := ev.(*runtime.EventBindingCalled); ok && ev.Name == panelBinding {
			said(ev.Payload)
		}
	}))
	p := &Panel{tab: tab, close: cancel}
	if err := p.fill(html); err != nil {
		cancel()
		return nil, gone(err)
	}
	return p, nil
}

// fill puts the document into the window.
func (p *Panel) fill(html string) error {
	if err := chromedp.Do(p.tab); err != nil {
		return err
	}
	t := chromedp.FromContext(p.tab).Target
	if err := letGo(p.tab, t); err != nil {
		return err
	}
	if err := t.Call(p.tab, runtime.AddBinding.Method, runtime.AddBindingParams{Name: panelBinding}, nil); err != nil {
		return err
	}
	_, err := cdp.Call(p.tab, t, page.SetDocumentContent, page.SetDocumentContentParams{FrameID: cdp.FrameID(t.TargetID), HTML: html})
	return err
}

// Show calls a function of the panel's script.
func (p *Panel) Show(ctx context.Context, function string, arg any) error {
	given, err := json.Marshal(arg)
	if err != nil {
		return err
	}
	_, err = cdp.Call(ctx, chromedp.FromContext(p.tab).Target, runtime.Evaluate, runtime.EvaluateParams{Expression: function + "(" + string(given) + ")"})
	return gone(err)
}

// Close closes the window.
func (p *Panel) Close() { p.close() }

// Picture takes a PNG of the panel.
func (p *Panel) Picture(ctx context.Context) ([]byte, error) {
	answer, err := cdp.Call(ctx, chromedp.FromContext(p.tab).Target, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng})
	return answer.Data, gone(err)
}
