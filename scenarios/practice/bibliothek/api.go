// SPDX-License-Identifier: EUPL-1.2

package bibliothek

import (
	"crypto/subtle"
	_ "embed"
	"encoding/json"
	"net/http"
)

//go:embed openapi.json
var description []byte

func describe(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(description)
}

// authorised lets in who knows the token, if the interface is on at all.
func (a *App) authorised(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		given, want := r.Header.Get("Authorization"), "Bearer "+a.options.Token
		switch {
		case a.options.APIOff:
			w.Header().Set("Retry-After", "3600")
			refuse(w, r, http.StatusServiceUnavailable, "Die Schnittstelle ist abgeschaltet.")
		case subtle.ConstantTimeCompare([]byte(given), []byte(want)) == 0:
			w.Header().Set("WWW-Authenticate", "Bearer")
			refuse(w, r, http.StatusUnauthorized, "Es fehlt ein gültiges Token.")
		default:
			next(w, r)
		}
	}
}

// get answers one reader.
func (a *App) get(w http.ResponseWriter, r *http.Request) {
	number := r.PathValue("ausweisnummer")
	if a.trouble.Hang(r.Context(), number) {
		return
	}
	if a.trouble.FailsLoading(number) {
		refuse(w, r, http.StatusInternalServerError, "Der Datensatz ist zurzeit nicht lesbar.")
		return
	}
	found := a.record(number)
	if found == nil {
		unknown(w, r)
		return
	}
	answer(w, found.leser())
}

// list answers the readers who fit all given parameters exactly.
func (a *App) list(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	want := leser{Nachname: q.Get("nachname"), Vorname: q.Get("vorname"), Geburtsdatum: q.Get("geburtsdatum")}
	if want == (leser{}) {
		refuse(w, r, http.StatusBadRequest, "Mindestens ein Suchmerkmal ist anzugeben.")
		return
	}
	answer(w, map[string][]leser{"leser": a.find(want)})
}

func (a *App) find(want leser) []leser {
	a.mu.Lock()
	defer a.mu.Unlock()
	hits := []leser{}
	for _, number := range a.order {
		if l := a.records[number].leser(); l.fits(want) {
			hits = append(hits, l)
		}
	}
	return hits
}

func (l leser) fits(want leser) bool {
	same := func(have, want string) bool { return want == "" || have == want }
	return same(l.Nachname, want.Nachname) && same(l.Vorname, want.Vorname) && same(l.Geburtsdatum, want.Geburtsdatum)
}

func answer(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	// The client may be gone; nobody is left to be told.
	_ = json.NewEncoder(w).Encode(body)
}
