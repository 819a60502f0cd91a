// SPDX-License-Identifier: EUPL-1.2

package access

import (
	"bufio"
	"context"
	"encoding/base64"
	"errors"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios"
)

// How long connections take and last.
const (
	handshake = 10 * time.Second
	idle      = 90 * time.Second
)

var (
	errProxy  = errors.New("the proxy refuses the log-in")
	errTunnel = errors.New("the proxy makes no connection")
)

// proxyOf is the declared proxy with its log-in, or nil.
func proxyOf(p *scenarios.Proxy, secrets Secrets) (*url.URL, error) {
	if p == nil {
		return nil, nil
	}
	u, err := url.Parse(p.Address)
	if err != nil || p.SignIn == nil {
		return u, err
	}
	user, password, err := logIn(p.SignIn, secrets)
	u.User = url.UserPassword(user.Reveal(), password.Reveal())
	return u, err
}

// proxyFor is the proxy on the way to an address, or nil: this machine itself,
// and hosts that the environment names, are reached directly. Where nothing is
// declared, the machine's own settings hold.
func (w *Way) proxyFor(u *url.URL) (*url.URL, error) {
	host := u.Hostname()
	switch ip := net.ParseIP(host); {
	case host == "localhost", ip != nil && ip.IsLoopback():
		return nil, nil
	case w.proxy == nil:
		return http.ProxyFromEnvironment(&http.Request{URL: u})
	case slices.ContainsFunc(w.at.Access.Proxy.Bypass, func(b string) bool { return host == b || strings.HasPrefix(b, ".") && strings.HasSuffix(host, b) }):
		return nil, nil
	}
	return w.proxy, nil
}

// dial makes a connection to a host and port, through the proxy if there is one.
func (w *Way) dial(ctx context.Context, address string) (net.Conn, error) {
	proxy, err := w.proxyFor(&url.URL{Scheme: "https", Host: address})
	if err != nil {
		return nil, err
	}
	return dial(ctx, address, proxy)
}

// dial makes a connection through a proxy, or straight where it is nil.
func dial(ctx context.Context, address string, proxy *url.URL) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, handshake)
	defer cancel()
	var d net.Dialer
	if proxy == nil {
		return d.DialContext(ctx, "tcp", address)
	}
	conn, err := d.DialContext(ctx, "tcp", proxy.Host)
	if err != nil {
		return nil, err
	}
	if err := connect(ctx, conn, proxy, address); err != nil {
		_ = conn.Close()
		return nil, err
	}
	return conn, nil
}

// connect asks a proxy for a tunnel (RFC 9110, 9.3.6).
func connect(ctx context.Context, conn net.Conn, proxy *url.URL, address string) error {
	stop := context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Unix(1, 0)) })
	defer stop()
	r := &http.Request{Method: http.MethodConnect, URL: &url.URL{Opaque: address}, Host: address, Header: http.Header{}}
	if u := proxy.User; u != nil {
		password, _ := u.Password()
		r.Header.Set("Proxy-Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(u.Username()+":"+password)))
	}
	if err := r.Write(conn); err != nil {
		return err
	}
	in := bufio.NewReader(conn)
	answer, err := http.ReadResponse(in, r)
	switch {
	case err != nil:
		return err
	case answer.StatusCode == http.StatusProxyAuthRequired:
		return errProxy
	case answer.StatusCode != http.StatusOK, in.Buffered() > 0:
		return errTunnel
	}
	return nil
}
