// SPDX-License-Identifier: EUPL-1.2

package zehnrunden

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"sync"
	"time"
)

//go:embed pages/*.html
var files embed.FS

// App is the running game; what was played is forgotten when it ends.
type App struct {
	pages *template.Template
	now   func() time.Time

	mu    sync.Mutex
	games []*game
}

// New makes the game; a nil clock means the real one.
func New(now func() time.Time) (*App, error) {
	if now == nil {
		now = time.Now
	}
	pages, err := template.ParseFS(files, "pages/*.html")
	return &App{pages: pages, now: now}, err
}

// Handler answers the pages of the game.
func (a *App) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) { a.render(w, "start.html", view{Seed: 1}) })
	mux.HandleFunc("GET /personen.csv", people)
	mux.HandleFunc("POST /spiel", a.begin)
	mux.HandleFunc("GET /spiel/{spiel}", a.show)
	mux.HandleFunc("POST /spiel/{spiel}", a.take)
	return mux
}

// Stop has nothing to end: no answer waits.
func (a *App) Stop() {}

// Close has nothing to close.
func (a *App) Close() error { return nil }

// people answers the persons of a game as a table.
func people(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	_ = write(w, People(seed(r)))
}

// seed is the number in a request's field; anything else is the first game.
func seed(r *http.Request) uint64 {
	n, err := strconv.ParseUint(r.FormValue("nummer"), 10, 31)
	if err != nil {
		return 1
	}
	return n
}

func (a *App) begin(w http.ResponseWriter, r *http.Request) {
	g := &game{seed: seed(r), people: People(seed(r)), began: a.now()}
	a.mu.Lock()
	a.games = append(a.games, g)
	g.number = len(a.games)
	a.mu.Unlock()
	http.Redirect(w, r, fmt.Sprintf("/spiel/%d", g.number), http.StatusSeeOther)
}

// show shows the round that a game is in, or its end.
func (a *App) show(w http.ResponseWriter, r *http.Request) {
	a.with(w, r, func(g *game) {
		page := "runde.html"
		if g.over() {
			page = "ende.html"
		}
		a.render(w, page, g.view())
	})
}

func (a *App) take(w http.ResponseWriter, r *http.Request) {
	a.with(w, r, func(g *game) {
		round, _ := strconv.Atoi(r.FormValue("runde"))
		g.answer(round, r.PostForm, a.now())
		http.Redirect(w, r, r.URL.Path, http.StatusSeeOther)
	})
}

func (a *App) with(w http.ResponseWriter, r *http.Request, do func(*game)) {
	a.mu.Lock()
	defer a.mu.Unlock()
	n, err := strconv.Atoi(r.PathValue("spiel"))
	if err != nil || n < 1 || n > len(a.games) {
		http.NotFound(w, r)
		return
	}
	do(a.games[n-1])
}

func (a *App) render(w http.ResponseWriter, page string, v view) {
	var text bytes.Buffer
	if err := a.pages.ExecuteTemplate(&text, page, v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(text.Bytes())
}
