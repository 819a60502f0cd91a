// SPDX-License-Identifier: EUPL-1.2

package bibliothek

import (
	"html/template"
	"net/http"
	"sync"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/session"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
)

// System is the name of this application in its ledger.
const System = "bibliothek"

// Options says who reads here and how the application behaves.
type Options struct {
	Readers        []Reader
	User, Password string           // the one log-in of the old form
	Token          string           // the bearer token of the interface
	Ledger         string           // path of the ledger; replayed if it exists
	Switches       trouble.Switches // what goes wrong
	APIOff         bool             // the interface answers 503, the old form works
	Now            func() time.Time // the clock; nil means the real one
}

// App is a running library; its state is in memory and in the ledger.
type App struct {
	options  Options
	pages    *template.Template
	sessions *session.Store
	trouble  *trouble.Trouble
	book     *ledger.Book

	mu       sync.Mutex
	order    []string
	records  map[string]record
	forms    map[string]form    // by Vorgangs-Token
	requests map[string]request // by Idempotency-Key
}

// New opens the ledger and brings the library to where it was.
func New(o Options) (*App, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	pages, err := parsePages()
	if err != nil {
		return nil, err
	}
	book, before, err := ledger.Open(o.Ledger)
	if err != nil {
		return nil, err
	}
	a := &App{options: o, pages: pages, book: book, trouble: trouble.New(o.Switches), forms: map[string]form{}}
	a.sessions = session.New(session.Options{
		Cookie: "BIBSID", Path: "/alt/", Idle: o.Switches.SessionIdle, Now: o.Now,
		DropAfter: o.Switches.LogOutAfter, DropTimes: o.Switches.LogOutTimes,
	})
	a.fill(before)
	return a, nil
}

// fill enters the readers and replays what was saved before.
func (a *App) fill(before []ledger.Entry) {
	a.records, a.requests = map[string]record{}, map[string]request{}
	for _, r := range a.options.Readers {
		a.order = append(a.order, r.Number)
		a.records[r.Number] = r.record()
	}
	for _, e := range before {
		if r := a.records[e.Key]; r != nil {
			r.replay(e.Changes)
		}
		if c, found := e.Field("nachname"); found && e.Request != "" {
			a.requests[e.Request] = request{number: e.Key, surname: c.New}
		}
	}
}

// Handler answers the interface and the old form.
func (a *App) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /openapi.json", describe)
	mux.HandleFunc("GET /api/leser", a.authorised(a.list))
	mux.HandleFunc("GET /api/leser/{ausweisnummer}", a.authorised(a.get))
	mux.HandleFunc("PUT /api/leser/{ausweisnummer}/name", a.authorised(a.rename))
	mux.HandleFunc("GET /alt/{$}", a.start)
	mux.HandleFunc("POST /alt/login", a.login)
	mux.HandleFunc("GET /alt/logout", a.logout)
	mux.HandleFunc("GET /alt/suche", a.inside(a.searchPage))
	mux.HandleFunc("GET /alt/leser", a.inside(a.load))
	mux.HandleFunc("POST /alt/speichern", a.inside(a.save))
	return a.trouble.Slow(mux)
}

// Stop ends everything that waits, so that a server can shut down.
func (a *App) Stop() { a.trouble.Stop() }

// Close closes the ledger; the server must be down by then.
func (a *App) Close() error { return a.book.Close() }
