// SPDX-License-Identifier: EUPL-1.2

package melderegister

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/session"
)

// errRepeated is the second of two submits that came at the same moment.
var errRepeated = errors.New("form was saved meanwhile")

// submission is a mask that came back.
type submission struct {
	token string
	form  form
	now   record
}

// save stores a mask once, unless a switch says otherwise.
func (a *App) save(w http.ResponseWriter, r *http.Request, s *session.Session) {
	x, known := a.submitted(posted(r), s)
	if !known {
		a.render(w, http.StatusOK, "doppelt.htm", view{Session: s})
		return
	}
	if message := invalid(x.now); message != "" {
		a.renderMask(w, view{Session: s, Record: x.now, Token: x.token, Message: message})
		return
	}
	if a.trouble.FailsBeforeSave(x.form.number) {
		a.broken(w)
		return
	}
	a.store(w, x, s)
}

func (a *App) store(w http.ResponseWriter, x submission, s *session.Session) {
	entry, err := a.keep(x, s)
	if errors.Is(err, errRepeated) {
		a.render(w, http.StatusOK, "doppelt.htm", view{Session: s})
		return
	}
	if err != nil || a.trouble.FailsAfterSave(x.form.number) {
		a.broken(w)
		return
	}
	v := view{Session: s, Record: x.now, Token: x.token, Number: entry.Number, Message: "Datensatz gespeichert."}
	if a.options.Switches.DoubleSubmit {
		a.renderMask(w, v)
		return
	}
	a.render(w, http.StatusOK, "gespeichert.htm", v)
}

// submitted finds the mask by its token; a used or foreign one is refused.
func (a *App) submitted(get func(string) string, s *session.Session) (submission, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	l := layoutOf(get)
	x := submission{token: get(l.Token)}
	f, known := a.forms[x.token]
	if !known || f.session != s.Name || f.number != get(l.Number) {
		return x, false
	}
	x.form, x.now = f, l.read(get, f.shown)
	return x, !f.used || a.options.Switches.DoubleSubmit
}

func invalid(r record) string {
	if r["famname"] == "" {
		return "Bitte füllen Sie das Feld Nachname aus."
	}
	if _, err := time.Parse("02.01.2006", r["aenddat"]); err != nil {
		return "Bitte geben Sie ein gültiges Änderungsdatum (TT.MM.JJJJ) ein."
	}
	return ""
}

// keep writes the ledger first: what it does not hold was not saved.
func (a *App) keep(x submission, s *session.Session) (ledger.Entry, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.forms[x.token].used && !a.options.Switches.DoubleSubmit {
		return ledger.Entry{}, errRepeated
	}
	now := a.options.Now()
	changes := a.changes(x)
	entry, err := a.book.Append(ledger.Entry{
		System: System, Key: x.form.number, Changes: changes, At: now, Session: s.Name,
		Number: fmt.Sprintf("MR-%d-%06d", now.Year(), a.saves+1),
	})
	if err != nil {
		return entry, err
	}
	a.saves++
	x.form.used = true
	a.forms[x.token] = x.form
	a.records[x.form.number].replay(changes)
	return entry, nil
}

// changes are the fields that differ from what the mask had shown. Old is what
// the register holds now, which tells a second submit from the first.
func (a *App) changes(x submission) []ledger.Change {
	var changes []ledger.Change
	names := []string{"famname", "famausw", "gebname", "vorn", "gebdat", "anschr", "famst", "ausksp", "aenddat"}
	for _, name := range names {
		if x.now[name] != x.form.shown[name] {
			old := a.records[x.form.number][name]
			changes = append(changes, ledger.Change{Field: name, Old: old, New: x.now[name]})
		}
	}
	return changes
}
