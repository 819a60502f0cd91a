// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/zehnrunden"
)

// arena is the server that all tools play on: a form of ten fields, of which
// it checks every value, and the ten rounds.
func arena(t *testing.T) string {
	t.Helper()
	game, err := zehnrunden.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/", game.Handler())
	mux.HandleFunc("GET /form/{n}", show)
	mux.HandleFunc("POST /form/{n}", check)
	server := httptest.NewServer(mux)
	t.Cleanup(server.CloseClientConnections)
	t.Cleanup(server.Close)
	return server.URL
}

func text(n, i int) string { return fmt.Sprintf("Müller-Wert %d-%d", n, i) }

func show(w http.ResponseWriter, _ *http.Request) {
	var fields strings.Builder
	for i := range 10 {
		fmt.Fprintf(&fields, `<p><label>Feld %d <input name="f%d"></label></p>`, i, i)
	}
	fmt.Fprintf(w, `<!doctype html><meta charset="utf-8"><title>form</title><form method="post">%s<button>Speichern</button></form>`, fields.String())
}

func check(w http.ResponseWriter, r *http.Request) {
	var n, right int
	_, _ = fmt.Sscan(r.PathValue("n"), &n)
	for i := range 10 {
		if r.FormValue(fmt.Sprintf("f%d", i)) == text(n, i) {
			right++
		}
	}
	fmt.Fprintf(w, `<!doctype html><meta charset="utf-8"><title>done</title><p id="done">%d Felder richtig</p>`, right)
}

// tenFields is the form of ten fields with the values that its server expects.
func tenFields(address string, n int) form {
	f := form{Address: fmt.Sprintf("%s/form/%d", address, n), Submit: "Speichern", Shows: "10 Felder richtig"}
	for i := range 10 {
		f.Fields = append(f.Fields, field{fmt.Sprintf("Feld %d", i), text(n, i)})
	}
	return f
}

// tenRounds are the forms of a game, with its beginning.
func tenRounds(address string, seed uint64) []form {
	forms := []form{{Address: address + "/", Fields: []field{{"Nummer des Spiels", fmt.Sprint(seed)}}, Submit: "Beginnen", Shows: "Runde 1 von 10"}}
	for i, person := range zehnrunden.People(seed) {
		f := form{Submit: "Absenden", Shows: fmt.Sprintf("Runde %d von 10", i+2)}
		if i == zehnrunden.Rounds-1 {
			f.Shows = "70 von 70 Feldern richtig"
		}
		for _, label := range zehnrunden.Labels() {
			f.Fields = append(f.Fields, field{label, person[label]})
		}
		forms = append(forms, f)
	}
	return forms
}
