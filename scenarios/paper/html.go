// SPDX-License-Identifier: EUPL-1.2

package paper

import (
	"embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed page.html
var page embed.FS

// HTML is the document as one page.
func (d *Document) HTML(w io.Writer) error {
	t, err := template.New("page.html").Funcs(template.FuncMap{"say": func(en, de string) string {
		if d.Lang == "de" {
			return de
		}
		return en
	}}).ParseFS(page, "page.html")
	if err != nil {
		return fmt.Errorf("reading the page's form: %w", err)
	}
	if err := t.Execute(w, d); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	return nil
}
