// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// desk shows who came, and with what.
var desk = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	name, _, _ := r.BasicAuth()
	if r.TLS != nil && len(r.TLS.PeerCertificates) > 0 {
		name += " with a certificate"
	}
	_, _ = w.Write([]byte(`<!doctype html><meta charset="utf-8"><title>desk</title><p id="log">here is ` + name + `</p><a href="/next">Next</a>`))
})

// porter lets nobody in who does not know the word, and counts who asked.
func porter(asked *atomic.Int64) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if name, word, ok := r.BasicAuth(); !ok || name != "robot" || word != "right" {
			w.Header().Set("WWW-Authenticate", `Basic realm="desk"`)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		desk(w, r)
	})
}

func TestSignIn(t *testing.T) {
	t.Parallel()
	var asked, stranger atomic.Int64
	away := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "" {
			stranger.Add(1)
		}
	}))
	t.Cleanup(away.Close)
	mux := http.NewServeMux()
	mux.Handle("/", porter(&asked))
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`<p id="log">page</p><img src="` + away.URL + `/x.png"><iframe src="` + away.URL + `"></iframe>`))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	s, err := enter(t, server.URL, scenarios.Access{SignIn: &scenarios.SignIn{User: "name", Password: "word"}})
	s.failed(err, "", "")
	if got := s.log(); got != "here is robot" {
		t.Errorf("the desk says %q", got)
	}
	s.click("Next")
	s.goTo("page")
	if stranger.Load() > 0 {
		t.Error("the password went to another origin")
	}
	asked.Store(0)
	s, err = enter(t, server.URL, scenarios.Access{SignIn: &scenarios.SignIn{User: "name", Password: "wrong"}})
	s.failed(err, fault.Halted, "does not accept the robot's user and password")
	if n := asked.Load(); n > 2 { // the page, and its icon
		t.Errorf("a wrong password was tried %d times", n)
	}
	_, err = enter(t, server.URL, scenarios.Access{})
	s.failed(err, fault.Halted, "asks for a log-in")
}

func TestCertificates(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	fine := h.serve(desk, nil)
	wants := h.serve(desk, func(_ *x509.Certificate, c *tls.Config) { c.ClientAuth = tls.RequireAndVerifyClientCert })
	old := h.serve(desk, func(p *x509.Certificate, _ *tls.Config) { p.NotAfter = time.Now().Add(-time.Hour) })
	other := h.serve(desk, func(p *x509.Certificate, _ *tls.Config) { p.IPAddresses, p.DNSNames = nil, []string{"other.example"} })
	trusting := scenarios.Access{Authorities: []scenarios.File{h.authority()}}
	known := scenarios.Access{Authorities: trusting.Authorities, Certificate: h.client()}
	strange := scenarios.Access{Authorities: trusting.Authorities, Certificate: newHouse(t).client()}
	for _, p := range []struct {
		name, address, log, says string
		access                   scenarios.Access
		kind                     fault.Kind
	}{
		{name: "authority", address: fine, access: trusting, log: "here is"},
		{name: "certificate", address: wants, access: known, log: "here is with a certificate"},
		{name: "unknown", address: fine, kind: fault.Halted, says: "issued by nobody who is trusted"},
		{name: "other house", address: fine, access: scenarios.Access{Authorities: []scenarios.File{newHouse(t).authority()}}, kind: fault.Halted, says: "issued by nobody who is trusted"},
		{name: "expired", address: old, access: trusting, kind: fault.Halted, says: "has expired"},
		{name: "another name", address: other, access: trusting, kind: fault.Halted, says: "made out to another name"},
		{name: "none", address: wants, access: trusting, kind: fault.Halted, says: "a certificate of its own"},
		{name: "stranger", address: wants, access: strange, kind: fault.Halted, says: "a certificate of its own"},
	} {
		t.Run(p.name, func(t *testing.T) {
			s, err := enter(t, p.address, p.access)
			s.failed(err, p.kind, p.says)
			if p.log == "" {
				return
			}
			s.click("Next")
			if got := s.log(); got != p.log {
				t.Errorf("the desk says %q", got)
			}
		})
	}
	_, err := enter(t, wants, scenarios.Access{Certificate: &scenarios.Certificate{File: known.Certificate.File, Password: "wrong"}})
	stage{T: t}.failed(err, fault.Usage, "cannot be opened")
}

func TestProxy(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	server := h.serve(desk, func(p *x509.Certificate, _ *tls.Config) { p.IPAddresses, p.DNSNames = nil, []string{"amt.example"} })
	out := &wayOut{to: strings.TrimPrefix(server, "https://")}
	proxy := httptest.NewServer(out)
	t.Cleanup(proxy.Close)
	access := scenarios.Access{Authorities: []scenarios.File{h.authority()}, Proxy: &scenarios.Proxy{Address: proxy.URL, SignIn: &scenarios.SignIn{User: "name", Password: "word"}}}
	s, err := enter(t, "https://amt.example", access)
	s.failed(err, "", "")
	s.click("Next")
	if saw := out.saw(); !slices.Contains(saw, "CONNECT amt.example:443") {
		t.Errorf("the proxy saw %q", saw)
	}
	s, err = enter(t, "http://amt.example", scenarios.Access{Proxy: access.Proxy})
	s.failed(err, "", "")
	if got := s.log(); got != "by the proxy" {
		t.Errorf("the page says %q", got)
	}
	direct := httptest.NewServer(desk)
	t.Cleanup(direct.Close)
	s, err = enter(t, direct.URL, scenarios.Access{Proxy: access.Proxy})
	s.failed(err, "", "")
	if got := s.must("id: log", act.Action{Verb: act.Read}).Value; got != "here is" {
		t.Errorf("the desk says %q", got)
	}
	if saw := out.saw(); slices.ContainsFunc(saw, func(s string) bool { return !strings.Contains(s, " amt.example") }) {
		t.Errorf("the proxy saw more than the system: %q", saw)
	}
	wrong := *access.Proxy
	wrong.SignIn = &scenarios.SignIn{User: "name", Password: "wrong"}
	for _, address := range []string{"https://amt.example", "http://amt.example"} {
		_, err = enter(t, address, scenarios.Access{Proxy: &wrong})
		s.failed(err, fault.Halted, "the proxy does not accept")
	}
	_, err = enter(t, "https://amt.example", scenarios.Access{Proxy: access.Proxy})
	s.failed(err, fault.Halted, "issued by nobody who is trusted") // the browser looks itself
}

// TestPagesThatDoNotCome: the browser's own page in place of one is told as
// what it is, also behind a click.
func TestPagesThatDoNotCome(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	dead := httptest.NewServer(desk)
	dead.Close()
	to := map[string]string{"/dead": dead.URL, "/unknown": h.serve(desk, nil), "/cut": ""}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch address, ok := to[r.URL.Path]; {
		case address != "":
			http.Redirect(w, r, address, http.StatusFound)
		case ok:
			panic(http.ErrAbortHandler)
		default:
			_, _ = w.Write([]byte(`<!doctype html><title>links</title><a href="/dead">Dead</a> <a href="/unknown">Unknown</a> <a href="/cut">Cut</a>`))
		}
	}))
	t.Cleanup(server.Close)
	s, err := enter(t, server.URL, scenarios.Access{})
	s.failed(err, "", "")
	for _, p := range []struct {
		at, says string
		kind     fault.Kind
	}{
		{"Dead", "ERR_CONNECTION_REFUSED", fault.Technical},
		{"Cut", "ERR_EMPTY_RESPONSE", fault.Technical},
		{"Unknown", "issued by nobody who is trusted", fault.Halted},
	} {
		s.goTo("")
		s.click(p.at)
		_, err := s.do("name: Next", clickIn)
		s.failed(err, p.kind, p.says)
		_, err = s.session.Look(t.Context(), act.Look{Text: "here is", Within: act.AtOnce})
		s.failed(err, p.kind, p.says)
	}
}
