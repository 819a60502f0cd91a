// SPDX-License-Identifier: EUPL-1.2

package bibliothek

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
)

// request is what was once asked under an Idempotency-Key.
type request struct {
	number  string
	surname string
}

var (
	errKeyReused = errors.New("the key was used for another request")
	errUnknown   = errors.New("no such reader")
	errBefore    = errors.New("failed before the save")
	errAfter     = errors.New("failed after the save")
)

// rename changes the surname of a reader.
func (a *App) rename(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Nachname string `json:"nachname"`
	}
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<16))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&body); err != nil {
		refuse(w, r, http.StatusBadRequest, "Der Inhalt ist kein gültiges JSON der erwarteten Form.")
		return
	}
	if body.Nachname = strings.TrimSpace(body.Nachname); body.Nachname == "" {
		refuse(w, r, http.StatusUnprocessableEntity, "nachname darf nicht leer sein.")
		return
	}
	asked := request{number: r.PathValue("ausweisnummer"), surname: body.Nachname}
	found, again, err := a.once(r.Header.Get("Idempotency-Key"), asked)
	if err != nil {
		refuseRename(w, r, err)
		return
	}
	if again {
		w.Header().Set("Idempotency-Replayed", "true")
	}
	answer(w, found.leser())
}

func refuseRename(w http.ResponseWriter, r *http.Request, err error) {
	switch {
	case errors.Is(err, errUnknown):
		unknown(w, r)
	case errors.Is(err, errKeyReused):
		refuse(w, r, http.StatusConflict, "Der Idempotency-Key wurde schon für eine andere Anfrage benutzt.")
	default:
		refuse(w, r, http.StatusInternalServerError, "Beim Speichern ist ein Fehler aufgetreten.")
	}
}

// once saves unless the key has been seen; then it answers what it answered.
func (a *App) once(key string, asked request) (found record, again bool, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.records[asked.number] == nil {
		return nil, false, errUnknown
	}
	if before, seen := a.requests[key]; seen {
		if before != asked {
			return nil, false, errKeyReused
		}
		return a.answered(asked), true, nil
	}
	return a.answered(asked), false, a.perform(key, asked)
}

func (a *App) answered(asked request) record {
	r := a.records[asked.number].clone()
	r["nachname"] = asked.surname
	return r
}

func (a *App) perform(key string, asked request) error {
	if a.trouble.FailsBeforeSave(asked.number) {
		return errBefore
	}
	old := a.records[asked.number]["nachname"]
	changes := []ledger.Change{{Field: "nachname", Old: old, New: asked.surname}}
	entry := ledger.Entry{Key: asked.number, Changes: changes, Session: "api", Request: key}
	if err := a.write(entry); err != nil {
		return err
	}
	if key != "" {
		a.requests[key] = asked
	}
	if a.trouble.FailsAfterSave(asked.number) {
		return errAfter
	}
	return nil
}

// write enters a save into the ledger first, then into the register.
func (a *App) write(e ledger.Entry) error {
	e.System, e.At = System, a.options.Now()
	if _, err := a.book.Append(e); err != nil {
		return err
	}
	a.records[e.Key].replay(e.Changes)
	return nil
}
