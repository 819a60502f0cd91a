// SPDX-License-Identifier: EUPL-1.2

package melderegister

import (
	"net/http"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/session"
)

// search answers the popup with all persons who fit every field that was filled.
func (a *App) search(w http.ResponseWriter, r *http.Request, s *session.Session) {
	get := asked(r)
	want := record{}
	for _, name := range []string{"pnr", "famname", "vorn", "gebdat"} {
		want[name] = get(name)
	}
	v := view{Session: s, Record: want, Searched: true}
	if strings.Join([]string{want["pnr"], want["famname"], want["vorn"], want["gebdat"]}, "") == "" {
		v.Searched, v.Message = false, "Bitte mindestens ein Suchmerkmal angeben."
	} else {
		v.Hits = a.find(want)
	}
	a.render(w, http.StatusOK, "popup.htm", v)
}

func (a *App) find(want record) []record {
	a.mu.Lock()
	defer a.mu.Unlock()
	var hits []record
	for _, number := range a.order {
		if r := a.records[number]; r.fits(want) {
			hits = append(hits, r.clone())
		}
	}
	return hits
}

func (r record) fits(want record) bool {
	for name, text := range want {
		if text != "" && !like(r[name], text) {
			return false
		}
	}
	return true
}

// like ignores case and knows a star at the end, as clerks are used to.
func like(have, want string) bool {
	have, want = strings.ToLower(have), strings.ToLower(want)
	if start, found := strings.CutSuffix(want, "*"); found {
		return strings.HasPrefix(have, start)
	}
	return have == want
}
