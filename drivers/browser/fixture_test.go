// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience is enough for one action on a busy machine; brief is the time after
// which a page that does not change is given up.
const (
	patience = 10 * time.Second
	brief    = 3 * time.Second
)

// stage is a browser on the fixture pages.
type stage struct {
	*testing.T
	session *browser.Session
	address string
}

// play is one action on one page, and what must come of it.
type play struct {
	name, page string
	do         act.Action
	at         string // the element, see thing
	kind       fault.Kind
	says       string // part of the fault
	value      string // of the effect
	log        string // what the page noted
}

func site(t *testing.T) string {
	t.Helper()
	away := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`<title>away</title><button onclick="document.title = 'clicked'">Save</button><p>foreign text</p>`))
	}))
	t.Cleanup(away.Close)
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir("testdata")))
	mux.Handle("/elsewhere", http.RedirectHandler(away.URL+"/", http.StatusFound))
	mux.HandleFunc("/nothing", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("/download", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Disposition", "attachment; filename=list.csv")
		_, _ = w.Write([]byte("a;b"))
	})
	mux.HandleFunc("/fail", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "down", http.StatusInternalServerError) })
	mux.HandleFunc("/slow", slow)
	mux.HandleFunc("/stuck", stuck)
	rooms(mux)
	server := httptest.NewServer(mux)
	t.Cleanup(server.CloseClientConnections)
	t.Cleanup(server.Close)
	return server.URL
}

// slow answers after a while, stuck begins to answer and never ends.
func slow(w http.ResponseWriter, _ *http.Request) {
	<-time.After(700 * time.Millisecond)
	_, _ = w.Write([]byte(`<p id="log">arrived</p>`))
}

func stuck(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(`<p id="log">half</p><button>Save</button>` + strings.Repeat(" ", 4096)))
	w.(http.Flusher).Flush()
	<-r.Context().Done()
}

// open starts a browser on the fixture pages.
func open(t *testing.T) stage {
	t.Helper()
	return openOn(t, site(t))
}

// options start a browser for a test; with HEINZEL_HEADFUL its windows are seen.
func options(profiles string) page.Options {
	return page.Options{Profiles: profiles, Headful: os.Getenv("HEINZEL_HEADFUL") != ""}
}

// openOn starts a browser on the pages of a server.
func openOn(t *testing.T, address string, others ...string) stage {
	t.Helper()
	s, err := browser.Driver{Options: options(t.TempDir())}.Begin(t.Context(), scenarios.Location{Address: address + "/click-links-next.html", Origins: append(others, address)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return stage{t, s, address}
}

// thing makes an element from words: "role=button; frame=a; window=T; keys; secret;
// recognised=Log in; mask=d; name: Save; id: save".
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
		case key == "frame":
			e.Frame = append(e.Frame, scenarios.FrameHint{Name: value})
		case key == "recognised":
			s.RecognisedBy = value
		case key == "window":
			s.Window.Title = value
		case key == "keys":
			e.Keys = true
		case key == "secret":
			e.Secret = true
		case key == "mask":
			e.Mask = value
		}
	}
	return s, e
}

func (s stage) do(at string, a act.Action) (act.Effect, error) {
	if at != "" {
		a.Screen, a.Element = thing(at)
	}
	if a.Within == 0 {
		a.Within = patience
	}
	return s.session.Do(s.Context(), a)
}

func (s stage) must(at string, a act.Action) act.Effect {
	s.Helper()
	e, err := s.do(at, a)
	if err != nil {
		s.Fatalf("%s %s: %v", a.Verb, at, err)
	}
	return e
}

func (s stage) click(name string) { s.Helper(); s.must("name: "+name, act.Action{Verb: act.Click}) }

func (s stage) goTo(path string) {
	s.Helper()
	s.must("", act.Action{Verb: act.Open, Text: "/" + path})
}

func (s stage) log() string {
	s.Helper()
	return strings.TrimSpace(strings.TrimPrefix(s.must("id: log", act.Action{Verb: act.Read}).Value, "noted:"))
}

// perform opens the page, acts, and compares everything.
func (s stage) perform(t *testing.T, p play) act.Effect {
	t.Helper()
	s.T = t
	s.goTo(p.page)
	e, err := s.do(p.at, p.do)
	s.failed(err, p.kind, p.says)
	if p.value != "" && e.Value != p.value {
		t.Errorf("the value is %q, not %q", e.Value, p.value)
	}
	if got := s.log(); got != p.log {
		t.Errorf("the page noted %q, not %q", got, p.log)
	}
	return e
}

// failed holds that an action ended as it must.
func (s stage) failed(err error, kind fault.Kind, says string) {
	s.Helper()
	if fault.KindOf(err) != kind || err != nil && !strings.Contains(err.Error(), says) {
		s.Fatalf("it ended %q: %v; want %q: …%s…", fault.KindOf(err), err, kind, says)
	}
}

func (s stage) all(plays []play) {
	s.Helper()
	for _, p := range plays {
		s.Run(p.name, func(t *testing.T) { s.perform(t, p) })
	}
}
