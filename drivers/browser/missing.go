// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
	"net/url"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// notCome explains windows in which the browser shows a page of its own, since
// the one that was asked for did not come; nil where there is none.
func (s *Session) notCome(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), glance)
	defer cancel()
	for _, p := range s.browser.Pages() {
		if f, ok := p.Frame(); ok && p.Missed() != "" {
			d, err := f.Document(ctx)
			if err == nil && d.Failed != "" {
				return s.missing(d.Failed)
			}
		}
	}
	return nil
}

// missing is the fault of a page that did not come: a certificate halts the
// case, a server that does not answer may come round.
func (s *Session) missing(word string) error {
	address := s.at.Address
	for _, p := range s.browser.Pages() {
		if missed := p.Missed(); missed != "" {
			address = missed
		}
	}
	if err := untrusted(address, errors.New(word)); err != nil {
		return err
	}
	return fault.New(fault.Technical, "browser.page", speech.Say("no page came from %s (%s)", "von %s kam keine Seite (%s)", host(address), word)).
		WithHint(speech.Say("is the system running?", "läuft das System?"))
}

// host is the part of an address that may stand in a sentence: paths may hold
// what is personal.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}
