// SPDX-License-Identifier: EUPL-1.2

package report

import (
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

//go:embed *.html *.css
var page embed.FS

// HTML writes the report as one page.
func HTML(r Report, w io.Writer) error { return r.write(w, "page", r) }

// write sets data out in a form of ours, with the style of that name behind the
// one that all pages share.
func (r Report) write(w io.Writer, form string, data any) error {
	shared, err := page.ReadFile("style.css")
	if err != nil {
		return fmt.Errorf("reading the shared style: %w", err)
	}
	own, err := page.ReadFile(form + ".css")
	if err != nil {
		return fmt.Errorf("reading the page's style: %w", err)
	}
	t, err := template.New(form+".html").Funcs(r.words()).Funcs(template.FuncMap{
		"style": func() template.CSS { return template.CSS(append(shared, own...)) }, // our own files
	}).ParseFS(page, form+".html", "parts.html")
	if err != nil {
		return fmt.Errorf("reading the page's form: %w", err)
	}
	if err := t.Execute(w, data); err != nil {
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
		"outcome":   func(o Outcome) string { return o.Text().In(r.Lang) },
		"means":     func(o Outcome) string { return meaning(o).In(r.Lang) },
		"mark":      mark,
		"stamp":     r.stamp,
		"moment":    r.moment,
		"detailed":  r.detailed,
		"over":      func(c Case) time.Time { return c.Begun.Add(c.Took) },
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
