// SPDX-License-Identifier: EUPL-1.2

package access

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"sync"
)

// hello is a name that no server can have (RFC 6761); the gate answers it.
const hello = "heinzel.invalid"

// user is whom the gate lets in.
const user = "heinzel"

// Gate is a proxy on this machine for one browser. It takes the way for the
// browser: to declared origins it proves who the robot is, to others it is a
// mere tunnel. It lets nobody in but those who know its password.
type Gate struct {
	way      *Way
	identity *identity
	password string
	listener net.Listener
	outer    *http.Server
	inner    *http.Server
	opened   *mailbox

	mu    sync.Mutex
	conns map[net.Conn]bool
	tasks sync.WaitGroup
}

// Gate opens the gate. Closing it closes the way too.
func (w *Way) Gate() (*Gate, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	g := &Gate{way: w, listener: listener, password: rand.Text(), conns: map[net.Conn]bool{}, opened: newMailbox()}
	if g.identity, err = newIdentity(); err != nil {
		_ = listener.Close()
		return nil, err
	}
	quiet := log.New(io.Discard, "", 0)
	g.outer = &http.Server{Handler: http.HandlerFunc(g.serve), ErrorLog: quiet, ReadHeaderTimeout: handshake}
	g.inner = &http.Server{Handler: g.forward(), ErrorLog: quiet, ReadHeaderTimeout: handshake, ConnContext: withHost}
	g.tasks.Go(func() { _ = g.outer.Serve(listener) })
	g.tasks.Go(func() { _ = g.inner.Serve(g.opened) })
	return g, nil
}

// Address is where the browser finds the gate.
func (g *Gate) Address() string { return "http://" + g.listener.Addr().String() }

// Hello is an address that the gate itself answers, so that a browser can show
// its log-in once.
func (*Gate) Hello() string { return "http://" + hello + "/" }

// LogIn is what the gate asks for.
func (g *Gate) LogIn() (name, password string) { return user, g.password }

// Key is the hash of the gate's public key, as browsers pin it: the base64 of
// its SHA-256.
func (g *Gate) Key() string { return g.identity.hash }

// Close closes the gate, and every connection through it.
func (g *Gate) Close() {
	_ = g.outer.Close()
	_ = g.inner.Close()
	g.mu.Lock()
	for c := range g.conns {
		_ = c.Close()
	}
	g.conns = nil
	g.mu.Unlock()
	g.tasks.Wait()
	g.way.Close()
}

// keep remembers a connection until it is closed, and begins what is to be done
// with it; it is false where the gate is closed already.
func (g *Gate) keep(c net.Conn, do func()) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.conns == nil {
		return false
	}
	g.conns[c] = true
	if do != nil {
		g.tasks.Go(do)
	}
	return true
}

func (g *Gate) drop(c net.Conn) {
	g.mu.Lock()
	defer g.mu.Unlock()
	_ = c.Close()
	delete(g.conns, c)
}

// serve is the proxy as the browser sees it.
func (g *Gate) serve(w http.ResponseWriter, r *http.Request) {
	if !g.admits(r) {
		w.Header().Set("Proxy-Authenticate", `Basic realm="heinzel"`)
		w.WriteHeader(http.StatusProxyAuthRequired)
		return
	}
	r.Header.Del("Proxy-Authorization")
	switch {
	case r.Method == http.MethodConnect:
		g.connect(w, r)
	case r.URL.Host == hello:
		w.WriteHeader(http.StatusOK)
	case r.URL.Scheme == "http":
		g.inner.Handler.ServeHTTP(w, r)
	default:
		w.WriteHeader(http.StatusBadRequest)
	}
}

func (g *Gate) admits(r *http.Request) bool {
	as := &http.Request{Header: http.Header{"Authorization": r.Header["Proxy-Authorization"]}}
	name, password, ok := as.BasicAuth()
	return ok && name == user && subtle.ConstantTimeCompare([]byte(password), []byte(g.password)) == 1
}

// forward passes requests on by the way. What fails is the way's trouble; the
// page gets an empty answer.
func (g *Gate) forward() http.Handler {
	return &httputil.ReverseProxy{
		Transport: g.way, FlushInterval: -1, ErrorLog: log.New(io.Discard, "", 0),
		Rewrite: func(r *httputil.ProxyRequest) {
			r.Out.URL = target(r.In)
			r.Out.Host = r.In.Host
		},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) },
	}
}

type hostKey struct{}

// withHost notes the host that a connection was made to.
func withHost(ctx context.Context, c net.Conn) context.Context {
	if m, ok := c.(*opened); ok {
		return context.WithValue(ctx, hostKey{}, m.host)
	}
	return ctx
}

// target is the address of a request: inside a tunnel the host that the tunnel
// leads to, whatever the request says.
func target(r *http.Request) *url.URL {
	u := *r.URL
	if host, ok := r.Context().Value(hostKey{}).(string); ok {
		u.Scheme, u.Host = "https", host
	}
	return &u
}
