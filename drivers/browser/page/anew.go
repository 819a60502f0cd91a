// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"encoding/json"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// Anew loads an address as somebody would who was never there, unseen and
// without any log-in, and asks the document something.
func (b *Browser) Anew(ctx context.Context, address, question string, result any) error {
	whole := chromedp.FromContext(b.first).Browser
	own, err := cdp.Call(ctx, whole, target.CreateBrowserContext, target.CreateBrowserContextParams{DisposeOnDetach: new(true)})
	if err != nil {
		return gone(err)
	}
	defer func() {
		_, _ = cdp.Call(context.WithoutCancel(ctx), whole, target.DisposeBrowserContext, target.DisposeBrowserContextParams(own))
	}()
	made, err := cdp.Call(ctx, whole, target.CreateTarget, target.CreateTargetParams{URL: "about:blank", BrowserContextID: own.BrowserContextID, Hidden: new(true)})
	if err != nil {
		return gone(err)
	}
	tab, cancel := chromedp.NewContext(b.first, chromedp.WithTargetID(made.TargetID))
	defer cancel()
	stop := context.AfterFunc(ctx, cancel)
	defer stop()
	return gone(ask(tab, address, question, result))
}

func ask(tab context.Context, address, question string, result any) error {
	if err := chromedp.Do(tab); err != nil {
		return err
	}
	t := chromedp.FromContext(tab).Target
	if err := letGo(tab, t); err != nil {
		return err
	}
	if err := chromedp.Do(tab, chromedp.Navigate(address)); err != nil {
		return err
	}
	answer, err := cdp.Call(tab, t, runtime.Evaluate, runtime.EvaluateParams{Expression: question, ReturnByValue: new(true)})
	if err != nil {
		return err
	}
	return json.Unmarshal(answer.Result.Value, result)
}
