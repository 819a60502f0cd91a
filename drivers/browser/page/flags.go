// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"os"
	"strconv"

	"github.com/chromedp/chromedp"
)

// longest is the path of a profile below which the browser may keep its socket:
// the name of one has 107 bytes at most (unix(7)), of which it takes up to 46.
const longest = 60

func flags(path, dir string, opts Options) []chromedp.ExecAllocatorOption {
	list := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	if opts.Headful {
		list = append(list, chromedp.Flag("headless", false))
	}
	for _, name := range []string{
		"disable-gpu", "disable-quic", "disable-component-update", "disable-domain-reliability", "no-pings", "no-service-autorun",
		"disable-search-engine-choice-screen", "disable-save-password-bubble",
	} {
		list = append(list, chromedp.Flag(name, true))
	}
	if opts.Port != 0 {
		// as one word, so that the pipe stays beside it: Chromium serves both
		list = append(list, chromedp.Flag("remote-debugging-port="+strconv.Itoa(opts.Port), true))
	}
	if opts.Gate != nil {
		list = append(list, opts.Gate.flags()...)
	}
	// pages are kept in memory only: what a case shows must not reach the disk
	list = append(list, chromedp.Flag("disk-cache-dir", os.DevNull), chromedp.Flag("disk-cache-size", "1"))
	if len(dir) <= longest {
		list = append(list, chromedp.Env("TMPDIR="+dir))
	}
	return append(list,
		chromedp.Flag("disable-features", "Translate,BackForwardCache,MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater,NetworkTimeServiceQuerying"),
		chromedp.Flag("allow-browser-signin", "false"), chromedp.Flag("gaia-url", "https://accounts.invalid/"), // its maker would be asked about the user
		chromedp.Flag("lang", "de"), chromedp.ExecPath(path), chromedp.UserDataDir(dir), chromedp.WindowSize(1280, 900),
	)
}
