// SPDX-License-Identifier: EUPL-1.2

package melderegister

import (
	"crypto/rand"
	"net/http"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/session"
)

// form is a mask that was handed out: whose it is and what it showed.
type form struct {
	session string
	number  string
	shown   record
	used    bool
}

// load shows the mask of one person.
func (a *App) load(w http.ResponseWriter, r *http.Request, s *session.Session) {
	number := asked(r)("pnr")
	if number == "" {
		a.render(w, http.StatusOK, "suche.htm", view{Session: s, Message: "Bitte eine Personennummer eingeben."})
		return
	}
	if a.trouble.Hang(r.Context(), number) {
		return
	}
	if a.trouble.FailsLoading(number) {
		a.broken(w)
		return
	}
	a.show(w, s, number)
}

func (a *App) show(w http.ResponseWriter, s *session.Session, number string) {
	shown := a.record(number)
	if shown == nil {
		v := view{Session: s, Message: "Zur Personennummer " + number + " wurde kein Datensatz gefunden."}
		a.render(w, http.StatusOK, "suche.htm", v)
		return
	}
	token := a.hand(form{session: s.Name, number: number, shown: shown})
	// The date belongs to the change that is to come, not to the last one.
	mask := shown.clone()
	mask["aenddat"] = ""
	a.renderMask(w, view{Session: s, Record: mask, Token: token})
}

func (a *App) renderMask(w http.ResponseWriter, v view) {
	page := "person.htm"
	if a.trouble.Second(v.Record["pnr"]) {
		page = "person2.htm"
	}
	v.States = []string{"ledig", "verheiratet", "geschieden", "verwitwet", "Lebenspartnerschaft"}
	a.render(w, http.StatusOK, page, v)
}

// record answers a copy, nil for an unknown number.
func (a *App) record(number string) record {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.records[number].clone()
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
	a.render(w, http.StatusInternalServerError, "fehler.htm", nil)
}
