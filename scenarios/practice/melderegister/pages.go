// SPDX-License-Identifier: EUPL-1.2

package melderegister

import (
	"embed"
	"html/template"
	"net/http"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/session"
)

//go:embed pages/*.htm
var files embed.FS

// view is what a page may show.
type view struct {
	Session  *session.Session
	User     string
	Message  string
	Record   record
	Token    string
	Number   string // Vorgangsnummer
	States   []string
	Searched bool
	Hits     []record
}

func parsePages() (*template.Template, error) {
	return template.ParseFS(files, "pages/*.htm")
}

// render writes a page as the bytes of Windows-1252.
func (a *App) render(w http.ResponseWriter, status int, name string, data any) {
	var text strings.Builder
	if err := a.pages.ExecuteTemplate(&text, name, data); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	page, err := encode(text.String())
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(page))
}
