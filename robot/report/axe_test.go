// SPDX-License-Identifier: EUPL-1.2

package report_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/report"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// look lets axe look at the page once it stands, and hands what it found over in
// the window's title. What axe leaves to people is a problem, too; only whether a
// mark is dark enough it cannot tell, since a mark is no letter. The word beside
// it has the same colour.
const look = `<script src="/axe.js"></script><script>
const nodes = list => list.flatMap(v => v.nodes.map(n => v.id + ": " + n.html + ": " + n.failureSummary));
const tell = said => { document.title = JSON.stringify({path: location.pathname, ...said}); };
addEventListener("load", () => axe.run().then(
	found => tell({passes: found.passes.length, problems: nodes(found.violations).concat(nodes(found.incomplete).filter(n => !n.includes('class="mark"')))}),
	err => tell({problems: [String(err)]})));
</script></body>`

// TestAxe lets axe-core look at both pages in a real browser, in both languages,
// with values and without, every case folded and open.
func TestAxe(t *testing.T) {
	t.Parallel()
	pages := map[string][]byte{}
	for _, lang := range []speech.Lang{speech.German, speech.English} {
		for _, values := range []bool{true, false} {
			r, s := order(t), statement(t)
			r.Lang, r.ShowValues, s.Lang, s.ShowValues = lang, values, lang, values
			name := fmt.Sprintf("%s/%v", lang, values)
			pages["/report/"+name] = written(t, r)
			pages["/open/"+name] = []byte(strings.ReplaceAll(string(pages["/report/"+name]), "<details", "<details open"))
			pages["/statement/"+name] = stated(t, s)
		}
	}
	b, address := served(t, pages)
	for path := range pages {
		for _, problem := range found(t, b, address+path) {
			t.Errorf("%s: %s", path, problem)
		}
	}
}

// served opens a browser, and lets it reach the pages with axe in them.
func served(t *testing.T, pages map[string][]byte) (*page.Browser, string) {
	t.Helper()
	axe, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/axe.js" {
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = w.Write(axe)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(strings.Replace(string(pages[r.URL.Path]), "</body>", look, 1)))
	}))
	t.Cleanup(server.Close)
	b, err := page.Launch(t.Context(), page.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b, server.URL
}

// found is what axe says about a page. It must have looked: a page on which
// nothing passes was not read.
func found(t *testing.T, b *page.Browser, address string) []string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	p := b.Pages()[0]
	if err := p.Navigate(ctx, address); err != nil {
		t.Fatal(err)
	}
	var said struct {
		Path     string
		Passes   int
		Problems []string
	}
	for !strings.HasSuffix(address, said.Path) || said.Passes == 0 && len(said.Problems) == 0 {
		if ctx.Err() != nil {
			t.Fatal("axe says nothing about", address)
		}
		if err := p.Settle(ctx); err != nil {
			t.Fatal(err)
		}
		frame, ok := p.Frame()
		if !ok {
			continue
		}
		if d, err := frame.Document(ctx); err == nil && strings.HasPrefix(d.Title, "{") {
			if err := json.Unmarshal([]byte(d.Title), &said); err != nil {
				t.Fatal(err)
			}
		}
	}
	return said.Problems
}

// TestOneSheet prints the statement of a case that halted after much had been
// decided and done: it fills one sheet.
func TestOneSheet(t *testing.T) {
	t.Parallel()
	s := statement(t)
	s.Lang, s.ShowValues = speech.German, true
	c := &s.Cases[0]
	c.Outcome, c.Reason = report.Halted, speech.Same(strings.Repeat("kein Element ist zweifelsfrei gemeint ", 5))
	for range 2 {
		c.Commits = append(c.Commits, c.Commits...)
		c.Decisions[0].Facts = append(c.Decisions[0].Facts, c.Decisions[0].Facts...)
		c.Decisions[0].Rules = append(c.Decisions[0].Rules, c.Decisions[0].Rules[0])
	}
	b, address := served(t, map[string][]byte{"/sheet": stated(t, s)})
	found(t, b, address+"/sheet")
	pdf, err := b.Pages()[0].Print(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if n := len(regexp.MustCompile(`/Type\s*/Page\b[^s]`).FindAll(pdf, -1)); n != 1 {
		t.Errorf("the statement needs %d sheets", n)
	}
}
