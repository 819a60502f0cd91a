// SPDX-License-Identifier: EUPL-1.2

//go:build !windows

package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
)

// kennel is an office where dogs are registered: a log-in, a form with a shadow
// root, and an answer.
type kennel struct {
	mu       sync.Mutex
	received []string
}

const (
	kennelDoor = `<!doctype html><meta charset="utf-8"><title>Anmeldung</title><form method="post" action="/antrag">
<p><label>Benutzer: <input id="benutzer" name="benutzer"></label><p><label>Kennwort: <input id="pw" name="pw" type="password"></label><p><button>Anmelden</button></form>`
	kennelForm = `<!doctype html><meta charset="utf-8"><title>Antrag</title><form method="post" action="/fertig"><p><label>Halter <input id="halter" name="halter"></label>
<p><label>Rasse <select name="rasse"><option>Mischling<option>Dackel</select></label><p><label><input type="checkbox" id="gefahr" name="gefahr"> Gefährlich</label>
<input type="hidden" name="bemerkung" id="hidden"><bemerkung-feld></bemerkung-feld><p><button data-testid="speichern">Speichern</button></form>
<script>customElements.define('bemerkung-feld', class extends HTMLElement { connectedCallback() {
 const root = this.attachShadow({mode: 'open'}); root.innerHTML = '<label>Bemerkung <input id="text"></label>';
 root.querySelector('input').addEventListener('input', (e) => { document.getElementById('hidden').value = e.target.value; }); } });</script>`
	kennelEnd = `<!doctype html><meta charset="utf-8"><p id="meldung">Gespeichert</p>`
)

func (k *kennel) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	k.mu.Lock()
	defer k.mu.Unlock()
	page := kennelDoor
	switch r.URL.Path {
	case "/antrag":
		page = kennelForm
		k.received = append(k.received, r.FormValue("benutzer")+"/"+r.FormValue("pw"))
	case "/fertig":
		page = kennelEnd
		k.received = append(k.received, fmt.Sprintf("%s|%s|%s|%s", r.FormValue("halter"), r.FormValue("rasse"), r.FormValue("gefahr"), r.FormValue("bemerkung")))
	}
	_, _ = io.WriteString(w, page)
}

// openKennel starts the kennel, puts its address into a recording as if it had
// been made there, and answers /received: kennel RECORDING NAME.
func openKennel(ts *testscript.TestScript, _ bool, args []string) {
	k := &kennel{}
	mux := http.NewServeMux()
	mux.Handle("/", k)
	mux.HandleFunc("/received", func(w http.ResponseWriter, _ *http.Request) {
		k.mu.Lock()
		defer k.mu.Unlock()
		_, _ = io.WriteString(w, strings.Join(k.received, "\n"))
	})
	server := httptest.NewServer(mux)
	ts.Defer(server.Close)
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.ReplaceAll(string(data), "http://amt.example", server.URL)), 0o600))
	ts.Setenv("KENNEL", server.URL)
}

// received compares what has arrived at the kennel: received LINE.
func received(ts *testscript.TestScript, _ bool, args []string) {
	answer, err := http.Get(ts.Getenv("KENNEL") + "/received")
	ts.Check(err)
	defer answer.Body.Close()
	got, err := io.ReadAll(answer.Body)
	ts.Check(err)
	if !strings.Contains("\n"+string(got)+"\n", "\n"+args[0]+"\n") {
		ts.Fatalf("it received:\n%s", got)
	}
}
