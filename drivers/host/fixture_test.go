// SPDX-License-Identifier: EUPL-1.2

package host_test

import (
	"crypto/tls"
	"errors"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/host"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/racingmars/go3270"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience is enough for one action on a busy machine; brief is how long what
// does not change is waited for.
const (
	patience = 20 * time.Second
	brief    = 3 * time.Second
)

// desk is one terminal's connection to a made-up host.
type desk struct {
	net.Conn
	device go3270.DevInfo
}

// show shows a screen and waits for a key; ok is false when the terminal is gone.
func (d desk) show(s go3270.Screen) (r go3270.Response, ok bool) {
	return d.showAt(s, 0, 0)
}

func (d desk) showAt(s go3270.Screen, row, column int) (go3270.Response, bool) {
	r, err := go3270.ShowScreenOpts(s, nil, d, go3270.ScreenOpts{Codepage: d.device.Codepage(), CursorRow: row, CursorCol: column})
	return r, err == nil
}

// mainframe answers terminals as a test says, and gives its address.
func mainframe(t *testing.T, secure *tls.Config, answer func(desk)) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := "tn3270://" + l.Addr().String()
	if secure != nil {
		l, address = tls.NewListener(l, secure), "tn3270s://"+l.Addr().String()
	}
	f := &frame{open: map[net.Conn]bool{}}
	f.tasks.Go(func() { f.serve(l, answer) })
	t.Cleanup(func() { f.close(l) })
	return address + "?codepage=cp1141"
}

type frame struct {
	mu    sync.Mutex
	open  map[net.Conn]bool
	over  bool
	tasks sync.WaitGroup
}

func (f *frame) serve(l net.Listener, answer func(desk)) {
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		if !f.keep(conn) {
			return
		}
		f.tasks.Go(func() {
			defer conn.Close()
			if device, err := go3270.NegotiateTelnet(conn); err == nil {
				answer(desk{conn, device})
			}
		})
	}
}

func (f *frame) keep(conn net.Conn) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.open[conn] = true
	if f.over {
		conn.Close()
	}
	return !f.over
}

func (f *frame) close(l net.Listener) {
	l.Close()
	f.mu.Lock()
	f.over = true
	for conn := range f.open {
		conn.Close()
	}
	f.mu.Unlock()
	f.tasks.Wait()
}

// sit opens a session at a host.
func sit(t *testing.T, address string) *host.Session {
	t.Helper()
	s, err := host.Driver{}.Begin(t.Context(), scenarios.Location{System: "host", Address: address})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// loops shows one screen again and again.
func loops(s go3270.Screen) func(desk) {
	return func(d desk) {
		for _, ok := d.show(s); ok; _, ok = d.show(s) {
		}
	}
}

// thing makes an element from words: "recognised=KASSE; role=button; label left: Konto".
func thing(words string) (*scenarios.Screen, *scenarios.Element) {
	s, e := &scenarios.Screen{Name: "fixture"}, &scenarios.Element{}
	for word := range strings.SplitSeq(words, "; ") {
		key, value, _ := strings.Cut(word, "=")
		by, what, way := strings.Cut(word, ": ")
		switch {
		case way:
			e.Name = what
			e.Found = append(e.Found, scenarios.Candidate{By: scenarios.By(by), What: what, Matched: 1})
		case key == "role":
			e.Role = value
		case key == "recognised":
			s.RecognisedBy = value
		case key == "secret":
			e.Secret = true
		}
	}
	return s, e
}

// does performs an action that has to succeed.
func does(t *testing.T, s *host.Session, words string, a act.Action) act.Effect {
	t.Helper()
	if words != "" {
		a.Screen, a.Element = thing(words)
	}
	a.Within = patience
	e, err := s.Do(t.Context(), a)
	if err != nil {
		t.Fatalf("%s %s: %v", a.Verb, words, err)
	}
	return e
}

// fails performs an action that has to end with a kind of fault, and whose
// reason says something.
func fails(t *testing.T, s *host.Session, words string, a act.Action, kind fault.Kind, says string) act.Effect {
	t.Helper()
	if words != "" {
		a.Screen, a.Element = thing(words)
	}
	a.Within = brief
	e, err := s.Do(t.Context(), a)
	if fault.KindOf(err) != kind || !strings.Contains(errors.Join(err).Error(), says) {
		t.Fatalf("%s %s ended %q, not %q with %q: %v", a.Verb, words, fault.KindOf(err), kind, says, err)
	}
	return e
}

func fill(text string) act.Action { return act.Action{Verb: act.Fill, Text: text} }
func press(key string) act.Action { return act.Action{Verb: act.Press, Text: key} }
func read() act.Action            { return act.Action{Verb: act.Read} }
func click() act.Action           { return act.Action{Verb: act.Click} }

// text, field and end are what masks are made of.
func text(row, column int, s string) go3270.Field {
	return go3270.Field{Row: row, Col: column, Content: s}
}

func field(row, column, length int, name string) []go3270.Field {
	return []go3270.Field{{Row: row, Col: column, Write: true, Name: name}, {Row: row, Col: column + length + 1}}
}

// mask joins fields to a screen.
func mask(parts ...any) go3270.Screen {
	var out go3270.Screen
	for _, part := range parts {
		switch part := part.(type) {
		case go3270.Field:
			out = append(out, part)
		case []go3270.Field:
			out = append(out, part...)
		}
	}
	return out
}
