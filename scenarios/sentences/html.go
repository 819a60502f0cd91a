// SPDX-License-Identifier: EUPL-1.2

package sentences

import (
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/explain"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

//go:embed page.html page.css
var page embed.FS

// HTML sets a document out as one page that needs nothing else: no script, no
// other file, no network. Pictures are taken from the scenario's folder and
// put into the page; one that is not there is left out.
func HTML(d Document, w io.Writer, pictures fs.FS) error {
	p := printer{lang: d.Lang}
	style, err := page.ReadFile("page.css")
	if err != nil {
		return fmt.Errorf("reading the page's style: %w", err)
	}
	t, err := template.New("page.html").Funcs(template.FuncMap{
		"say":     func(en, de string) string { return p.say(en, de) },
		"quote":   func(s string) string { return p.say("“%s”", "„%s“", s) },
		"duty":    p.duty,
		"pairs":   pairs,
		"cite":    cite,
		"rule":    func(s explain.Sentence) ruleParts { return p.parted(s) },
		"picture": func(path string) template.URL { return embedded(pictures, path) },
		"style":   func() template.CSS { return template.CSS(style) }, // our own file
	}).ParseFS(page, "page.html")
	if err != nil {
		return fmt.Errorf("reading the page's form: %w", err)
	}
	if err := t.Execute(w, d); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	return nil
}

// ruleParts is a rule set out in its three parts.
type ruleParts struct{ If, Then, Cite string }

func (p *printer) parted(s explain.Sentence) ruleParts {
	return ruleParts{
		If:   speech.Say("If %s,", "Wenn %s,", s.If).In(p.lang),
		Then: speech.Say("then %s.", "dann %s.", s.Then).In(p.lang),
		Cite: strings.Trim(s.Cite()+"; "+s.Discretion, "; "),
	}
}

// largest bounds a picture; element pictures are crops of a few kilobytes.
const largest = 2 << 20

// embedded is a picture as a data URI, or "" where it cannot be shown. Its
// content, not its name, says that it is a picture; the path cannot leave the
// folder.
func embedded(pictures fs.FS, path string) template.URL {
	if pictures == nil || !fs.ValidPath(path) {
		return ""
	}
	info, err := fs.Stat(pictures, path)
	if err != nil || info.Size() > largest {
		return ""
	}
	data, err := fs.ReadFile(pictures, path)
	if err != nil {
		return ""
	}
	switch kind := http.DetectContentType(data); kind {
	case "image/png", "image/jpeg", "image/webp", "image/gif":
		return template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(data))
	}
	return ""
}
