// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"errors"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/chromedp"
)

// Gate is a proxy on this machine that a browser sends everything through. It
// asks for a log-in, so that nobody else on the machine comes through it.
type Gate struct {
	Address string
	// Key is the hash of the public key (base64 of SHA-256) that the gate shows
	// in place of servers; the browser takes no other one for theirs.
	Key            string
	User, Password string
	// Hello is an address that the gate answers itself.
	Hello string
}

// flags lead everything through the gate, this machine's own addresses too.
func (g *Gate) flags() []chromedp.ExecAllocatorOption {
	return []chromedp.ExecAllocatorOption{
		chromedp.Flag("proxy-server", g.Address), chromedp.Flag("proxy-bypass-list", "<-loopback>"), chromedp.Flag("ignore-certificate-errors-spki-list", g.Key),
	}
}

// errGate is the error of a browser that does not come through its gate.
var errGate = errors.New("the browser does not come through its gate")

// enter shows the log-in at the gate once; the browser remembers it for as long
// as it lives. Requests are held for the one address only, and not afterwards:
// that would cost time.
func (p *Page) enter(ctx context.Context, gate *Gate) error {
	_, err := cdp.Call(ctx, p.target, fetch.Enable, fetch.EnableParams{
		Patterns: []*fetch.RequestPattern{{URLPattern: gate.Hello + "*"}}, HandleAuthRequests: new(true),
	})
	if err != nil {
		return err
	}
	arrived := make(chan error, 1)
	p.browser.tasks.Go(func() { arrived <- p.Navigate(ctx, gate.Hello) })
	if err := p.showLogIn(ctx, gate); err != nil {
		return err
	}
	if err := <-arrived; err != nil {
		return err
	}
	_, err = cdp.Call(ctx, p.target, fetch.Disable, cdp.Empty{})
	return err
}

// showLogIn answers what is asked at the gate until the log-in was shown.
func (p *Page) showLogIn(ctx context.Context, gate *Gate) error {
	for {
		var ev any
		err := p.browser.Await(ctx, func() bool {
			p.browser.mu.Lock()
			defer p.browser.mu.Unlock()
			if len(p.asked) > 0 {
				ev, p.asked = p.asked[0], p.asked[1:]
			}
			return ev != nil
		})
		if err != nil {
			return err
		}
		switch ev := ev.(type) {
		case *fetch.EventRequestPaused:
			_, err = cdp.Call(ctx, p.target, fetch.ContinueRequest, fetch.ContinueRequestParams{RequestID: ev.RequestID})
		case *fetch.EventAuthRequired:
			if ev.AuthChallenge.Source != fetch.AuthChallengeSourceProxy {
				return errGate
			}
			_, err = cdp.Call(ctx, p.target, fetch.ContinueWithAuth, fetch.ContinueWithAuthParams{RequestID: ev.RequestID, AuthChallengeResponse: &fetch.AuthChallengeResponse{
				Response: fetch.AuthChallengeResponseResponseProvideCredentials, Username: gate.User, Password: gate.Password,
			}})
			return err
		}
		if err != nil {
			return err
		}
	}
}
