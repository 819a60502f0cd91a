// SPDX-License-Identifier: EUPL-1.2

// Package web works systems through their HTTP interfaces: JSON in, JSON out,
// checked status, an idempotency key on everything that writes. It follows no
// redirect to another origin and sends the token nowhere else.
package web

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/heinzel-rpa/heinzel/drivers/access"
	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// MaxAnswer bounds the bytes of one answer.
const MaxAnswer = 10 << 20

// Driver talks to interfaces.
type Driver struct {
	// Token gives the secrets of a location by their names: its bearer token
	// (RFC 6750), and what its access asks for.
	Token func(name string) (secret.Value, error)
	// Transport is http.DefaultTransport unless set.
	Transport http.RoundTripper
}

// Session is a client of one interface.
type Session struct {
	client *http.Client
	way    *access.Way // nil is the straight one
	at     scenarios.Location
	token  secret.Value
}

// Begin prepares a client; nothing is sent yet.
func (d Driver) Begin(_ context.Context, at scenarios.Location) (*Session, error) {
	s := &Session{at: at, client: &http.Client{Transport: d.Transport}}
	s.client.CheckRedirect = s.stay
	if !at.Access.IsZero() {
		way, err := access.Open(at, d.Token)
		if err != nil {
			return nil, err
		}
		s.way, s.client.Transport = way, way
	}
	if at.Bearer == "" {
		return s, nil
	}
	token, err := d.Token(at.Bearer)
	s.token = token
	return s, err
}

// stay refuses redirects that leave the allowed origins.
func (s *Session) stay(r *http.Request, via []*http.Request) error {
	if len(via) > 5 {
		return fault.New(fault.Halted, "web.redirect", speech.Say("the interface redirects in circles", "die Schnittstelle leitet im Kreis um"))
	}
	if !s.allowed(r.URL) {
		return fault.New(fault.Halted, "web.redirect", speech.Say("the interface redirects to %s, which the environment does not allow", "die Schnittstelle leitet um zu %s, was die Umgebung nicht erlaubt", r.URL.Host))
	}
	return nil
}

func (s *Session) allowed(u *url.URL) bool {
	return slices.Contains(s.at.Origins, u.Scheme+"://"+u.Host)
}

// Close forgets idle connections.
func (s *Session) Close() {
	s.client.CloseIdleConnections()
	if s.way != nil {
		s.way.Close()
	}
}

// Do performs one call.
func (s *Session) Do(ctx context.Context, a act.Action) (act.Effect, error) {
	if a.Verb != act.Request || a.Call == nil {
		return act.Effect{}, fault.New(fault.Usage, "web."+string(a.Verb), speech.Say("an interface cannot %s", "eine Schnittstelle kann nicht „%s“", a.Verb))
	}
	ctx, cancel := context.WithTimeout(ctx, a.Within)
	defer cancel()
	r, err := s.request(ctx, a.Call)
	if err != nil {
		return act.Effect{}, err
	}
	var connected atomic.Bool
	r = r.WithContext(httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { connected.Store(true) }}))
	answer, err := s.client.Do(r)
	if err != nil {
		return act.Effect{Touched: connected.Load() || !neverSent(err)}, unreachable(err, s.at.Address)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(io.LimitReader(answer.Body, MaxAnswer+1))
	if err != nil {
		return act.Effect{Touched: true}, unreachable(err, s.at.Address)
	}
	// what the interface refuses (4xx) it did not do
	refused := answer.StatusCode >= 400 && answer.StatusCode < 500
	effect := act.Effect{Touched: !refused, Body: body, Status: answer.StatusCode}
	return effect, check(a.Call, answer.StatusCode, body)
}

func (s *Session) request(ctx context.Context, c *act.Call) (*http.Request, error) {
	target := strings.TrimSuffix(s.at.Address, "/") + c.Path
	r, err := http.NewRequestWithContext(ctx, c.Method, target, bytes.NewReader(c.Body))
	if err != nil || !s.allowed(r.URL) {
		return nil, fault.Wrap(fault.Usage, "web.request", speech.Say("%s %s cannot be called", "%s %s kann nicht aufgerufen werden", c.Method, c.Path), err)
	}
	r.Header.Set("Accept", "application/json")
	if c.Body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if c.Key != "" {
		r.Header.Set("Idempotency-Key", c.Key)
	}
	if !s.token.IsZero() {
		r.Header.Set("Authorization", "Bearer "+s.token.Reveal())
	}
	return r, nil
}

// check decides by the status: a server's error is technical and may pass; a
// refusal is the case's, a person gets the reason.
func check(c *act.Call, status int, body []byte) error {
	switch {
	case len(body) > MaxAnswer:
		return fault.New(fault.Technical, "web.answer", speech.Say("the answer is larger than %d MB", "die Antwort ist größer als %d MB", MaxAnswer>>20))
	case c.Status == status, c.Status == 0 && status < 400:
		return nil
	case status >= 500 || status == http.StatusTooManyRequests || status == http.StatusRequestTimeout:
		return fault.New(fault.Technical, "web.answer", speech.Say("the interface answered %d", "die Schnittstelle antwortete mit %d", status))
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return fault.New(fault.Halted, "web.answer", speech.Say("the interface refuses the access (%d)", "die Schnittstelle verweigert den Zugang (%d)", status)).
			WithHint(speech.Say("is the token right? set it with heinzel secret set", "stimmt das Zugangszeichen? Setzen Sie es mit heinzel secret set"))
	}
	return fault.New(fault.Business, "web.answer", speech.Say("the interface answered %d where %s was expected", "die Schnittstelle antwortete mit %d, erwartet war %s", status, expected(c)))
}

// neverSent recognises errors from before the first byte left. They may be
// about a redirect, too, when the call itself has long arrived.
func neverSent(err error) bool {
	_, untrusted := errors.AsType[*tls.CertificateVerificationError](err)
	op, ok := errors.AsType[*net.OpError](err)
	return untrusted || ok && op.Op == "dial"
}

func expected(c *act.Call) string {
	if c.Status == 0 {
		return "200"
	}
	return fmt.Sprint(c.Status)
}

func unreachable(err error, address string) error {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f
	}
	if errors.Is(err, context.Canceled) {
		return context.Canceled
	}
	cause := speech.Say("the interface at %s cannot be reached", "die Schnittstelle unter %s ist nicht erreichbar", address)
	if timeout, ok := errors.AsType[net.Error](err); ok && timeout.Timeout() {
		cause = speech.Say("the interface at %s did not answer in time", "die Schnittstelle unter %s hat nicht rechtzeitig geantwortet", address)
	}
	return fault.New(fault.Technical, "web.call", cause).
		WithHint(speech.Say("is the system running, and the address in the environment right?", "läuft das System, und stimmt die Adresse in der Umgebung?"))
}

// Look has nothing to look at.
func (s *Session) Look(context.Context, act.Look) (bool, error) {
	return false, fault.New(fault.Usage, "web.look", speech.Say("an interface shows nothing", "eine Schnittstelle zeigt nichts"))
}

// Picture has nothing to show.
func (s *Session) Picture(context.Context, []string) ([]byte, error) { return nil, nil }

// Tidy has nothing to tidy.
func (s *Session) Tidy(context.Context) error { return nil }
