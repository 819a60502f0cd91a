// SPDX-License-Identifier: EUPL-1.2

package access

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
)

// connect answers a request for a tunnel. To a declared origin it ends here:
// the gate itself speaks to the server. To others the bytes are passed on as
// they are, and the browser checks whom it speaks to.
func (g *Gate) connect(w http.ResponseWriter, r *http.Request) {
	if host, _, _ := net.SplitHostPort(r.Host); strings.HasSuffix(host, ".invalid") {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	mine := g.way.proves() && g.way.known("https", r.Host)
	var out net.Conn
	if !mine {
		conn, err := g.way.dial(r.Context(), r.Host)
		if err != nil {
			if g.way.known("https", r.Host) || errors.Is(err, errProxy) {
				_ = g.way.note(r, explain(err, r.Host))
			}
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		out = conn
	}
	in, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	if _, err := io.WriteString(in, "HTTP/1.1 200 Connection established\r\n\r\n"); err != nil {
		_ = in.Close()
		return
	}
	if mine {
		g.end(in, r.Host)
		return
	}
	g.pass(in, out)
}

// proves reports whether TLS must end here, because the robot has something to
// show to servers, or trusts others than the browser does.
func (w *Way) proves() bool {
	a := w.at.Access
	return a.SignIn != nil || a.Certificate != nil || len(a.Authorities) > 0
}

// end ends the tunnel in the gate.
func (g *Gate) end(in net.Conn, host string) {
	cert, err := g.identity.certificate(host)
	if err != nil || !g.keep(in, nil) {
		_ = in.Close()
		return
	}
	config := &tls.Config{MinVersion: tls.VersionTLS12, Certificates: []tls.Certificate{*cert}, NextProtos: []string{"http/1.1"}}
	g.opened.deliver(&opened{Conn: tls.Server(in, config), host: host, closed: func() { g.drop(in) }})
}

// pass copies bytes both ways until one side ends.
func (g *Gate) pass(a, b net.Conn) {
	over := sync.OnceFunc(func() { g.drop(a); g.drop(b) })
	copied := func(to, from net.Conn) func() {
		return func() {
			defer over()
			_, _ = io.Copy(to, from)
		}
	}
	if !g.keep(a, copied(a, b)) || !g.keep(b, copied(b, a)) {
		over()
	}
}

// opened is a connection that ends in the gate, and the host that it is for.
type opened struct {
	net.Conn
	host   string
	closed func()
}

// Close closes the connection below too.
func (o *opened) Close() error {
	defer o.closed()
	return o.Conn.Close()
}

// mailbox hands connections to a server as a listener does.
type mailbox struct {
	conns chan net.Conn
	over  chan struct{}
	once  sync.Once
}

func newMailbox() *mailbox { return &mailbox{conns: make(chan net.Conn), over: make(chan struct{})} }

func (m *mailbox) deliver(c net.Conn) {
	select {
	case m.conns <- c:
	case <-m.over:
		_ = c.Close()
	}
}

// Accept waits for the next connection.
func (m *mailbox) Accept() (net.Conn, error) {
	select {
	case c := <-m.conns:
		return c, nil
	case <-m.over:
		return nil, net.ErrClosed
	}
}

// Close ends the waiting.
func (m *mailbox) Close() error {
	m.once.Do(func() { close(m.over) })
	return nil
}

// Addr is nowhere: nobody can connect from outside.
func (*mailbox) Addr() net.Addr { return &net.TCPAddr{} }
