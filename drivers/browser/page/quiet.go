// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// quieten switches off what chromedp switches on for its query layer and its
// waiting, neither of which is used here: a mirror of the whole document, and
// messages about every request. They cost more than all actions together.
func quieten(tab context.Context, t *chromedp.Target) error {
	for _, method := range []string{dom.Disable.Method, css.Disable.Method, network.Disable.Method, log.Disable.Method} {
		if err := t.Call(tab, method, cdp.Empty{}, nil); err != nil {
			return err
		}
	}
	_, err := cdp.Call(tab, t, page.SetLifecycleEventsEnabled, page.SetLifecycleEventsEnabledParams{Enabled: false})
	return err
}
