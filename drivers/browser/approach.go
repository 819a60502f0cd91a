// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
	"net/url"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/access"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// approach is the way to a system that asks for access. A nil approach is the
// straight one.
type approach struct {
	*access.Way
	gate *access.Gate
}

func (d Driver) approach(at scenarios.Location) (*approach, error) {
	if at.Access.IsZero() {
		return nil, nil
	}
	w, err := access.Open(at, d.Secrets)
	if err != nil {
		return nil, err
	}
	gate, err := w.Gate()
	if err != nil {
		w.Close()
		return nil, fault.Wrap(fault.Technical, "browser.way", speech.Say("no way to %s can be opened on this machine", "auf diesem Rechner lässt sich kein Weg zu %s öffnen", at.System), err)
	}
	return &approach{w, gate}, nil
}

func (w *approach) options(o page.Options) page.Options {
	if w != nil {
		user, password := w.gate.LogIn()
		o.Gate = &page.Gate{Address: w.gate.Address(), Key: w.gate.Key(), User: user, Password: password, Hello: w.gate.Hello()}
	}
	return o
}

func (w *approach) close() {
	if w != nil {
		w.gate.Close()
	}
}

// explain gives the trouble on the way as the reason of a fault that it caused.
// A refusal counts even where the action itself went well: the page that came
// is not the one that was meant. A bad connection explains a technical fault
// and nothing else: pages fetch much that no step waits for.
func (w *approach) explain(err error) error {
	if w == nil {
		return err
	}
	trouble := w.Trouble()
	if trouble == nil || errors.Is(err, context.Canceled) || fault.KindOf(trouble) == fault.Technical && fault.KindOf(err) != fault.Technical {
		return err
	}
	return trouble
}

// untrusted recognises the browser's own words about certificates and log-ins.
func untrusted(address string, err error) error {
	words := [][2]string{
		{"ERR_CERT_DATE_INVALID", "expired"},
		{"ERR_CERT_AUTHORITY_INVALID", "unknown"},
		{"ERR_CERT_COMMON_NAME_INVALID", "host"},
		{"ERR_BAD_SSL_CLIENT_AUTH_CERT", "client"},
		{"ERR_SSL_CLIENT_AUTH", "client"},
		{"ERR_CERT_", ""},
	}
	u, wrong := url.Parse(address)
	if wrong == nil && strings.Contains(err.Error(), "ERR_INVALID_AUTH_CREDENTIALS") {
		return fault.New(fault.Halted, "browser.open", speech.Say("%s itself asks for a log-in", "%s fragt selbst nach einer Anmeldung", u.Host)).
			WithHint(speech.Say("declare sign in: in the environment", "erklären Sie sign in: in der Umgebung"))
	}
	for _, pair := range words {
		if wrong == nil && strings.Contains(err.Error(), pair[0]) {
			return access.Untrusted(pair[1], u.Host)
		}
	}
	return nil
}
