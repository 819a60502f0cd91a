// SPDX-License-Identifier: EUPL-1.2

package bibliothek

import (
	"embed"
	"html/template"
	"net/http"
	"strings"
)

//go:embed pages/*.html
var files embed.FS

// view is what a page of the old form may show.
type view struct {
	Message string
	Record  record
	Token   string
}

func parsePages() (*template.Template, error) {
	return template.ParseFS(files, "pages/*.html")
}

func (a *App) render(w http.ResponseWriter, status int, name string, v view) {
	var text strings.Builder
	if err := a.pages.ExecuteTemplate(&text, name, v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text.String()))
}
