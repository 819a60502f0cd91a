// SPDX-License-Identifier: EUPL-1.2

// Package access is the way to a system that does not let everybody in: a
// log-in that the server itself asks for, a certificate of the robot's own, an
// authority that only the house trusts, a proxy. What proves who the robot is
// stays in the robot's process, and goes to the declared origins alone.
package access

import (
	"context"
	"crypto/tls"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// Secrets gives a secret by its stored name.
type Secrets func(name string) (secret.Value, error)

// Way is how one system is reached. It is a transport for its requests, which
// may be used at the same time.
type Way struct {
	at             scenarios.Location
	user, password secret.Value
	proxy          *url.URL // with its log-in
	declared       *http.Transport
	plain          *http.Transport // for everything else: it proves nothing

	mu      sync.Mutex
	trouble error
}

// Open reads what a system's access needs. The caller closes the way.
func Open(at scenarios.Location, secrets Secrets) (*Way, error) {
	w := &Way{at: at}
	var err error
	if in := at.Access.SignIn; in != nil {
		if w.user, w.password, err = logIn(in, secrets); err != nil {
			return nil, err
		}
	}
	if w.proxy, err = proxyOf(at.Access.Proxy, secrets); err != nil {
		return nil, err
	}
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	if config.RootCAs, err = authorities(at.Access.Authorities); err != nil {
		return nil, err
	}
	if config.Certificates, err = certificate(at.Access.Certificate, secrets); err != nil {
		return nil, err
	}
	w.declared, w.plain = w.transport(config), w.transport(&tls.Config{MinVersion: tls.VersionTLS12})
	return w, nil
}

func logIn(in *scenarios.SignIn, secrets Secrets) (user, password secret.Value, err error) {
	if user, err = secrets(in.User); err != nil {
		return user, password, err
	}
	password, err = secrets(in.Password)
	return user, password, err
}

// Close forgets idle connections.
func (w *Way) Close() {
	w.declared.CloseIdleConnections()
	w.plain.CloseIdleConnections()
}

func (w *Way) transport(config *tls.Config) *http.Transport {
	return &http.Transport{
		TLSClientConfig: config, ForceAttemptHTTP2: true, DisableCompression: true, IdleConnTimeout: idle, TLSHandshakeTimeout: handshake,
		Proxy: func(r *http.Request) (*url.URL, error) { return w.proxyFor(r.URL) }, OnProxyConnectResponse: refusedByProxy,
	}
}

// allowed reports whether an address belongs to a declared origin.
func (w *Way) allowed(u *url.URL) bool { return w.known(u.Scheme, u.Host) }

func (w *Way) known(scheme, host string) bool {
	port := map[string]string{"https": ":443", "http": ":80"}[scheme]
	return slices.Contains(w.at.Origins, scheme+"://"+strings.TrimSuffix(host, port)) || slices.Contains(w.at.Origins, scheme+"://"+host)
}

// RoundTrip sends a request. What proves who the robot is goes along to
// declared origins, unless the request brings a log-in of its own.
func (w *Way) RoundTrip(r *http.Request) (*http.Response, error) {
	if !w.allowed(r.URL) {
		return w.plain.RoundTrip(r)
	}
	signed := !w.user.IsZero() && r.Header.Get("Authorization") == ""
	if signed {
		r = r.Clone(r.Context())
		r.SetBasicAuth(w.user.Reveal(), w.password.Reveal())
	}
	answer, err := w.declared.RoundTrip(r)
	switch {
	case err != nil && r.Context().Err() == nil:
		return nil, w.note(r, explain(err, r.URL.Host))
	case err != nil:
		return nil, err
	case answer.StatusCode == http.StatusProxyAuthRequired:
		_ = answer.Body.Close()
		return nil, w.note(r, explain(errProxy, r.URL.Host))
	case signed && answer.StatusCode == http.StatusUnauthorized:
		answer.Header.Del("WWW-Authenticate") // nobody is there to be asked
		_ = w.note(r, refused(r.URL.Host))
	}
	return answer, nil
}

// note keeps the first trouble of the way, for the step that fails by it. What
// a browser fetches to adorn a page troubles nobody.
func (w *Way) note(r *http.Request, err error) error {
	adorns := slices.Contains([]string{"audio", "font", "image", "manifest", "style", "track", "video"}, r.Header.Get("Sec-Fetch-Dest"))
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.trouble == nil && !adorns {
		w.trouble = err
	}
	return err
}

// Trouble is what went wrong on the way since it was asked last, or nil.
func (w *Way) Trouble() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	err := w.trouble
	w.trouble = nil
	return err
}

func refusedByProxy(_ context.Context, _ *url.URL, _ *http.Request, answer *http.Response) error {
	if answer.StatusCode == http.StatusProxyAuthRequired {
		return errProxy
	}
	return nil
}
