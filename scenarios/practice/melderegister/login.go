// SPDX-License-Identifier: EUPL-1.2

package melderegister

import (
	"net/http"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/session"
)

// insider answers a request of somebody who is logged in.
type insider func(w http.ResponseWriter, r *http.Request, s *session.Session)

// inside keeps strangers out; in a frame they see that their session is over.
func (a *App) inside(next insider) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s := a.sessions.Find(r)
		if s == nil {
			a.render(w, http.StatusOK, "abgelaufen.htm", nil)
			return
		}
		next(w, r, s)
	}
}

func (a *App) plain(page string) insider {
	return func(w http.ResponseWriter, _ *http.Request, s *session.Session) {
		a.render(w, http.StatusOK, page, view{Session: s, User: a.options.User})
	}
}

// frameset sends strangers to the log-in and tells others that they idled.
func (a *App) frameset(w http.ResponseWriter, r *http.Request) {
	if !a.sessions.Known(r) {
		http.Redirect(w, r, "/login.htm", http.StatusFound)
		return
	}
	a.inside(a.plain("rahmen.htm"))(w, r)
}

func (a *App) loginPage(w http.ResponseWriter, _ *http.Request) {
	a.render(w, http.StatusOK, "login.htm", view{})
}

func (a *App) login(w http.ResponseWriter, r *http.Request) {
	get := posted(r)
	if get("kennung") != a.options.User || get("kennwort") != a.options.Password {
		a.render(w, http.StatusOK, "login.htm", view{Message: "Kennung oder Kennwort ist falsch."})
		return
	}
	a.sessions.Begin(w)
	http.Redirect(w, r, "/", http.StatusFound)
}

func (a *App) logout(w http.ResponseWriter, r *http.Request) {
	a.sessions.End(w, r)
	a.render(w, http.StatusOK, "login.htm", view{Message: "Sie wurden abgemeldet."})
}
