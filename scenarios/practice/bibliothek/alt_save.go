// SPDX-License-Identifier: EUPL-1.2

package bibliothek

import (
	"errors"
	"net/http"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/session"
)

var errRepeated = errors.New("the form was saved before")

// save stores a mask once, unless a switch says otherwise.
func (a *App) save(w http.ResponseWriter, r *http.Request, s *session.Session) {
	token := r.PostFormValue("vt")
	f, known := a.handed(token, s)
	if !known {
		a.render(w, http.StatusOK, "doppelt.html", view{})
		return
	}
	now := read(r, f.shown)
	if now["nachname"] == "" {
		a.renderMask(w, view{Record: now, Token: token, Message: "Der Name fehlt."})
		return
	}
	a.finish(w, view{Record: now, Token: token, Message: "Gespeichert"}, a.keep(token, now))
}

func (a *App) finish(w http.ResponseWriter, v view, err error) {
	switch {
	case errors.Is(err, errRepeated):
		a.render(w, http.StatusOK, "doppelt.html", v)
	case err != nil:
		a.broken(w)
	case a.options.Switches.DoubleSubmit:
		a.renderMask(w, v)
	default:
		a.render(w, http.StatusOK, "gespeichert.html", v)
	}
}

func (a *App) handed(token string, s *session.Session) (form, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	f, known := a.forms[token]
	return f, known && f.session == s.Name
}

// read answers what a form says in either layout, over what it had shown.
func read(r *http.Request, shown record) record {
	now := shown.clone()
	names := map[string]string{
		"nn": "nachname", "vn": "vorname",
		"feld07": "nachname", "feld08": "nachname_ausweis", "feld11": "vorname",
	}
	for name, field := range names {
		if _, sent := r.PostForm[name]; sent {
			now[field] = strings.TrimSpace(r.PostForm.Get(name))
		}
	}
	return now
}

// keep saves what differs from what the mask had shown.
func (a *App) keep(token string, now record) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	f := a.forms[token]
	if f.used && !a.options.Switches.DoubleSubmit {
		return errRepeated
	}
	if a.trouble.FailsBeforeSave(f.number) {
		return errBefore
	}
	if err := a.write(ledger.Entry{Key: f.number, Changes: a.changes(f, now), Session: f.session}); err != nil {
		return err
	}
	f.used = true
	a.forms[token] = f
	if a.trouble.FailsAfterSave(f.number) {
		return errAfter
	}
	return nil
}

func (a *App) changes(f form, now record) []ledger.Change {
	var changes []ledger.Change
	for _, name := range []string{"nachname", "nachname_ausweis", "vorname"} {
		if now[name] != f.shown[name] {
			old := a.records[f.number][name]
			changes = append(changes, ledger.Change{Field: name, Old: old, New: now[name]})
		}
	}
	return changes
}
