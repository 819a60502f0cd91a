// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"net/http"
	"os"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// rooms are the answers of the fixtures' server that are no files.
func rooms(mux *http.ServeMux) {
	mux.Handle("/expired", http.RedirectHandler("/login.html", http.StatusFound))
	mux.HandleFunc("/forbidden", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "not for you", http.StatusForbidden) })
	mux.HandleFunc("POST /long", func(w http.ResponseWriter, r *http.Request) {
		text := strings.ReplaceAll(r.FormValue("reason"), "\r\n", "\n")
		fmt.Fprintf(w, `<p id="log">%d %s</p>`, len(text), html.EscapeString(text[max(0, len(text)-9):]))
	})
	mux.HandleFunc("GET /latin/{how}", latin)
	mux.HandleFunc("POST /latin", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		fmt.Fprintf(w, `<p id="log">%s</p>`, html.EscapeString(string(body)))
	})
}

// latin is a page in Windows-1252, which says so in its header, in its markup,
// or not at all.
func latin(w http.ResponseWriter, r *http.Request) {
	page, err := os.ReadFile("testdata/latin.html")
	if err == nil {
		page, err = charmap.Windows1252.NewEncoder().Bytes(page)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html")
	switch r.PathValue("how") {
	case "header":
		w.Header().Set("Content-Type", "text/html; charset=windows-1252")
	case "meta":
		page = bytes.Replace(page, []byte("<title>"), []byte(`<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>`), 1)
	}
	_, _ = w.Write(page)
}
