// SPDX-License-Identifier: EUPL-1.2

package bibliothek

import (
	"crypto/rand"
	"net/http"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/session"
)

// form is a mask that was handed out: whose it is and what it showed.
type form struct {
	session string
	number  string
	shown   record
	used    bool
}

// load shows the mask of one reader.
func (a *App) load(w http.ResponseWriter, r *http.Request, s *session.Session) {
	number := strings.TrimSpace(r.URL.Query().Get("ausweis"))
	if a.trouble.Hang(r.Context(), number) {
		return
	}
	if a.trouble.FailsLoading(number) {
		a.broken(w)
		return
	}
	shown := a.record(number)
	if shown == nil {
		a.render(w, http.StatusOK, "suche.html", view{Message: "Ausweisnummer unbekannt."})
		return
	}
	token := a.hand(form{session: s.Name, number: number, shown: shown})
	a.renderMask(w, view{Record: shown, Token: token})
}

func (a *App) renderMask(w http.ResponseWriter, v view) {
	page := "leser.html"
	if a.trouble.Second(v.Record["ausweisnummer"]) {
		page = "leser2.html"
	}
	a.render(w, http.StatusOK, page, v)
}

// hand remembers a mask under a new Vorgangs-Token.
func (a *App) hand(f form) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	token := rand.Text()[:16]
	a.forms[token] = f
	return token
}

func (a *App) broken(w http.ResponseWriter) {
	a.render(w, http.StatusInternalServerError, "fehler.html", view{})
}
