// SPDX-License-Identifier: EUPL-1.2

package bibliothek

import (
	"net/http"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/session"
)

// insider answers a request of somebody who is logged in to the old form.
type insider func(w http.ResponseWriter, r *http.Request, s *session.Session)

func (a *App) inside(next insider) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s := a.sessions.Find(r)
		if s == nil {
			a.render(w, http.StatusOK, "login.html", view{Message: "Ihre Sitzung ist abgelaufen. Bitte melden Sie sich neu an."})
			return
		}
		next(w, r, s)
	}
}

func (a *App) start(w http.ResponseWriter, r *http.Request) {
	if !a.sessions.Known(r) {
		a.render(w, http.StatusOK, "login.html", view{})
		return
	}
	a.inside(a.searchPage)(w, r)
}

func (a *App) login(w http.ResponseWriter, r *http.Request) {
	if r.PostFormValue("benutzer") != a.options.User || r.PostFormValue("passwort") != a.options.Password {
		a.render(w, http.StatusOK, "login.html", view{Message: "Benutzer oder Passwort falsch."})
		return
	}
	a.sessions.Begin(w)
	http.Redirect(w, r, "/alt/suche", http.StatusFound)
}

func (a *App) logout(w http.ResponseWriter, r *http.Request) {
	a.sessions.End(w, r)
	a.render(w, http.StatusOK, "login.html", view{Message: "Sie wurden abgemeldet."})
}

func (a *App) searchPage(w http.ResponseWriter, _ *http.Request, _ *session.Session) {
	a.render(w, http.StatusOK, "suche.html", view{})
}
