// SPDX-License-Identifier: EUPL-1.2

package access

import (
	"context"
	"crypto/tls"
	"net"
	"net/url"
)

// Reach opens a connection to a host and port for what is no web page, through
// the proxy that the environment declares. With secure it is encrypted, and
// proves who the robot is if it must.
func (w *Way) Reach(ctx context.Context, address string, secure bool) (net.Conn, error) {
	var proxy *url.URL
	if w.proxy != nil {
		var err error
		if proxy, err = w.proxyFor(&url.URL{Scheme: "https", Host: address}); err != nil {
			return nil, err
		}
	}
	conn, err := dial(ctx, address, proxy)
	if err == nil && secure {
		conn, err = w.encrypt(ctx, conn, address)
	}
	switch {
	case err != nil && ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, explain(err, address)
	}
	return conn, nil
}

// encrypt makes sure whom the connection leads to before anything is sent.
func (w *Way) encrypt(ctx context.Context, conn net.Conn, address string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, handshake)
	defer cancel()
	config := w.declared.TLSClientConfig.Clone()
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	config.ServerName, config.NextProtos = host, nil
	secured := tls.Client(conn, config)
	if err := secured.HandshakeContext(ctx); err != nil {
		_ = conn.Close()
		return nil, err
	}
	return secured, nil
}
