// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"context"
	"io"
	"net"
	"net/url"
	"sync"

	"github.com/heinzel-rpa/heinzel/drivers/access"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// The schemes of a host's address, with the ports where none is given.
const (
	schemePlain  = "tn3270"
	schemeSecure = "tn3270s"
)

// line is the connection to the host, made by this process: certificates,
// their keys and the proxy's password stay in it. The terminal reaches it
// through a door on the loopback interface that opens once.
type line struct {
	door net.Listener
	way  *access.Way
	host net.Conn

	mu       sync.Mutex
	terminal net.Conn
	closed   bool
	tasks    sync.WaitGroup
}

// open reaches the host as the environment says.
func (d Driver) open(ctx context.Context, u *url.URL, at scenarios.Location) (*line, error) {
	if at.Access.SignIn != nil {
		return nil, fault.New(fault.Usage, "host.way", speech.Say("sign in: is a question of web servers; a host asks on its screens", "sign in: ist eine Frage von Webservern; ein Host fragt auf seinen Masken")).
			WithHint(speech.Say("fill the fields of the log-in screen with secret: NAME", "füllen Sie die Felder der Anmeldemaske mit secret: NAME"))
	}
	way, err := access.Open(at, d.Secrets)
	if err != nil {
		return nil, err
	}
	conn, err := way.Reach(ctx, hostPort(u), u.Scheme == schemeSecure)
	if err != nil {
		way.Close()
		return nil, err
	}
	var config net.ListenConfig
	door, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		way.Close()
		_ = conn.Close()
		return nil, fault.Wrap(fault.Technical, "host.way", speech.Say("no way to %s can be opened on this machine", "auf diesem Rechner lässt sich kein Weg zu %s öffnen", at.System), err)
	}
	l := &line{door: door, way: way, host: conn}
	l.tasks.Go(l.serve)
	return l, nil
}

// hostPort adds the port that the scheme stands for.
func hostPort(u *url.URL) string {
	port := u.Port()
	switch {
	case port != "":
	case u.Scheme == schemeSecure:
		port = "992"
	case u.Scheme == schemePlain:
		port = "23"
	}
	return net.JoinHostPort(u.Hostname(), port)
}

func (l *line) address() string { return l.door.Addr().String() }

// serve lets one terminal in, and carries bytes until either side ends.
func (l *line) serve() {
	conn, err := l.door.Accept()
	_ = l.door.Close()
	if err != nil || !l.admit(conn) {
		return
	}
	l.tasks.Go(func() { l.carry(l.host, conn) })
	l.carry(conn, l.host)
}

func (l *line) admit(conn net.Conn) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		_ = conn.Close()
		return false
	}
	l.terminal = conn
	return true
}

func (l *line) carry(to, from net.Conn) {
	_, _ = io.Copy(to, from)
	_ = to.Close()
	_ = from.Close()
}

func (l *line) close() {
	l.mu.Lock()
	l.closed = true
	terminal := l.terminal
	l.mu.Unlock()
	_ = l.door.Close()
	_ = l.host.Close()
	if terminal != nil {
		_ = terminal.Close()
	}
	l.tasks.Wait()
	l.way.Close()
}
