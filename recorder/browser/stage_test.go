// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/heinzel-rpa/heinzel/recorder/browser"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreTopFunction("net/http.(*persistConn).readLoop"), goleak.IgnoreTopFunction("net/http.(*persistConn).writeLoop"))
}

// stage is a recording of a person's hands on the fixture pages.
type stage struct {
	*hands
	session *browser.Session
	tab1    context.Context
	port    int
	server  *httptest.Server

	mu   sync.Mutex
	seen []event.Event
	done chan struct{}
}

func port(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func site(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir("testdata")))
	mux.HandleFunc("/file", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Disposition", "attachment; filename=liste.csv")
		_, _ = w.Write([]byte("a;b"))
	})
	mux.HandleFunc("/elsewhere/", func(w http.ResponseWriter, r *http.Request) {
		away := strings.Replace("http://"+r.Host, "127.0.0.1", "localhost", 1)
		http.Redirect(w, r, away+strings.TrimPrefix(r.URL.Path, "/elsewhere"), http.StatusFound)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func options(t *testing.T) browser.Options {
	return browser.Options{Headless: os.Getenv("HEINZEL_HEADFUL") == "", Profiles: t.TempDir(), Port: port(t)}
}

// record begins to record on a fixture page.
func record(t *testing.T, path string) *stage {
	t.Helper()
	server := site(t)
	s := watch(t, options(t), server)
	s.open(s.tab1, server.URL+"/"+path)
	return s
}

func watch(t *testing.T, o browser.Options, server *httptest.Server) *stage {
	t.Helper()
	session, err := browser.Watch(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{session: session, port: o.Port, server: server, done: make(chan struct{})}
	go func() {
		defer close(s.done)
		for e := range session.Events() {
			s.mu.Lock()
			s.seen = append(s.seen, e)
			s.mu.Unlock()
		}
	}()
	t.Cleanup(func() { session.Close(); <-s.done })
	s.hands = lend(t, o.Port)
	s.tab1 = s.root
	return s
}

// events are those of all kinds but the given.
func (s *stage) events(but ...event.Kind) []event.Event {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []event.Event
	for _, e := range s.seen {
		if !slices.Contains(but, e.Kind) {
			out = append(out, e)
		}
	}
	return out
}

// quiet are the kinds that say what the system shows.
var quiet = []event.Kind{event.Arrive, event.Shows, event.Open}

// expect waits until exactly these things were done, in words: see say.
func (s *stage) expect(want ...string) {
	s.Helper()
	var got []string
	for range 400 {
		got = nil
		for _, e := range s.events(quiet...) {
			got = append(got, say(e))
		}
		if len(got) >= len(want) {
			break
		}
		s.pause()
	}
	if !slices.Equal(got, want) {
		s.Fatalf("recorded\n  %s\nbut was done\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// say is an event in a line.
func say(e event.Event) string {
	words := []string{string(e.Kind)}
	add := func(format string, args ...any) { words = append(words, fmt.Sprintf(format, args...)) }
	if e.Window > 1 {
		add("in %d", e.Window)
	}
	for _, f := range e.Frame {
		add("%s", strings.TrimSpace(strings.TrimSuffix(fmt.Sprintf("%s%s#%d", f.Name, f.Address, f.Number), "#0")))
	}
	if e.Made {
		add("made")
	}
	for _, t := range []*event.Thing{e.Target, e.Onto} {
		if t != nil {
			add("%s %q", t.Role, t.Name)
		}
	}
	if e.Key != "" {
		add("%s", e.Key)
	}
	if e.Box != "" {
		add("%s %q", e.Box, e.Says)
	}
	if e.Kind == event.Tick || e.Kind == event.Answer {
		add("%v", e.On)
	}
	if e.Text.Secret {
		add("(secret)")
	} else if e.Text.Text != "" {
		add("= %s", e.Text.Text)
	}
	if e.From != nil {
		add("from %s %q", e.From.Role, e.From.Name)
	}
	return strings.Join(words, " ")
}
