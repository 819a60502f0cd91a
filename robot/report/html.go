// SPDX-License-Identifier: EUPL-1.2

package report

import (
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"net/http"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

//go:embed page.html page.css
var page embed.FS

// HTML writes the report as one page.
func HTML(r Report, w io.Writer) error {
	style, err := page.ReadFile("page.css")
	if err != nil {
		return fmt.Errorf("reading the page's style: %w", err)
	}
	t, err := template.New("page.html").Funcs(r.words()).Funcs(template.FuncMap{
		"style": func() template.CSS { return template.CSS(style) }, // our own file
	}).ParseFS(page, "page.html")
	if err != nil {
		return fmt.Errorf("reading the page's form: %w", err)
	}
	if err := t.Execute(w, r); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	return nil
}

// words are what the page's form may call.
func (r Report) words() template.FuncMap {
	return template.FuncMap{
		"say":       func(en, de string, args ...any) string { return speech.Say(en, de, args...).In(r.Lang) },
		"in":        func(t speech.Text) string { return t.In(r.Lang) },
		"when":      r.when,
		"took":      r.took,
		"outcome":   func(o Outcome) string { return outcomeWord(o).In(r.Lang) },
		"means":     func(o Outcome) string { return meaning(o).In(r.Lang) },
		"mark":      mark,
		"reference": r.reference,
		"reason":    r.reason,
		"hint":      r.hint,
		"picture":   picture,
	}
}

// picture is a PNG as a data URI; anything else is not shown.
func picture(data []byte) template.URL {
	if http.DetectContentType(data) != "image/png" {
		return ""
	}
	return template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(data))
}
