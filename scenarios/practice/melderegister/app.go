// SPDX-License-Identifier: EUPL-1.2

package melderegister

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
const System = "melderegister"

// Options says who is in the register and how it behaves.
type Options struct {
	Persons        []Person
	User, Password string           // the one log-in
	Ledger         string           // path of the ledger; replayed if it exists
	Switches       trouble.Switches // what goes wrong
	Now            func() time.Time // the clock; nil means the real one
}

// App is a running register; its state is in memory and in the ledger.
type App struct {
	options  Options
	pages    *template.Template
	sessions *session.Store
	trouble  *trouble.Trouble
	book     *ledger.Book

	mu      sync.Mutex
	order   []string
	records map[string]record
	forms   map[string]form // by Vorgangs-Token
	saves   int             // for the next Vorgangsnummer
}

// New opens the ledger and brings the register to where it was.
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
		Cookie: "EWOSESSION", Idle: o.Switches.SessionIdle, Now: o.Now,
		DropAfter: o.Switches.LogOutAfter, DropTimes: o.Switches.LogOutTimes,
	})
	a.fill(before)
	return a, nil
}

// fill enters the persons and replays what was saved before.
func (a *App) fill(before []ledger.Entry) {
	a.records = map[string]record{}
	for _, p := range a.options.Persons {
		a.order = append(a.order, p.Number)
		a.records[p.Number] = p.record()
	}
	for _, e := range before {
		a.saves++
		if r := a.records[e.Key]; r != nil {
			r.replay(e.Changes)
		}
	}
}

// Handler answers all pages of the register.
func (a *App) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /login.htm", a.loginPage)
	mux.HandleFunc("POST /login.cgi", a.login)
	mux.HandleFunc("GET /logout.cgi", a.logout)
	mux.HandleFunc("GET /{$}", a.frameset)
	mux.HandleFunc("GET /kopf.htm", a.inside(a.plain("kopf.htm")))
	mux.HandleFunc("GET /navi.htm", a.inside(a.plain("navi.htm")))
	mux.HandleFunc("GET /suche.htm", a.inside(a.plain("suche.htm")))
	mux.HandleFunc("GET /popup.htm", a.inside(a.plain("popup.htm")))
	mux.HandleFunc("GET /treffer.cgi", a.inside(a.search))
	mux.HandleFunc("GET /person.cgi", a.inside(a.load))
	mux.HandleFunc("POST /speichern.cgi", a.inside(a.save))
	return a.trouble.Slow(mux)
}

// Stop ends everything that waits, so that a server can shut down.
func (a *App) Stop() { a.trouble.Stop() }

// Close closes the ledger; the server must be down by then.
func (a *App) Close() error { return a.book.Close() }
