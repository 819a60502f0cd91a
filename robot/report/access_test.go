// SPDX-License-Identifier: EUPL-1.2

package report_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// TestAccess holds what readers with a screen reader, a keyboard or a printer
// need of the page's form.
func TestAccess(t *testing.T) {
	for _, lang := range []speech.Lang{speech.German, speech.English} {
		r := order(t)
		r.Lang = lang
		page := string(written(t, r))
		for what, ok := range map[string]bool{
			"the language is named":              strings.Contains(page, `<html lang="`+string(lang)+`">`),
			"the page has a title":               regexp.MustCompile(`<title>[^<]{10,}</title>`).MatchString(page),
			"there is one main part":             strings.Count(page, "<main") == 1,
			"the first link leads to it":         strings.Contains(page, `href="#content"`) && strings.Contains(page, `<main id="content"`),
			"it prints":                          strings.Contains(page, "@media print"),
			"nothing is loaded, nothing runs":    !active().MatchString(page),
			"marks are not read aloud":           !regexp.MustCompile(`class="mark">`).MatchString(page),
			"scrolling tables take the key":      strings.Count(page, "<table") == strings.Count(page, `<div class="table" tabindex="0" role="region" aria-label="`),
			"every table has a caption":          strings.Count(page, "<table") == strings.Count(page, "<caption"),
			"every picture says what it is":      strings.Count(page, "<img ") == len(regexp.MustCompile(`<img [^>]*alt="[^"]{10,}"`).FindAllString(page, -1)),
			"every head cell says what it heads": !regexp.MustCompile(`<th( class="[^"]*")?>`).MatchString(page),
		} {
			if !ok {
				t.Errorf("%s: not so: %s", lang, what)
			}
		}
		headings(t, page)
	}
}

// active finds what would load or run something.
func active() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<script|<link|<iframe|src="[^d]|href="[^#]|url\(|@import|\son\w+=`)
}

// TestStatementRests holds that the statement loads and runs nothing, and says
// on which paper it belongs.
func TestStatementRests(t *testing.T) {
	sheet := string(stated(t, statement(t)))
	if active().MatchString(sheet) || !strings.Contains(sheet, "size: A4") {
		t.Error("the statement is not at rest")
	}
	headings(t, sheet)
}

// headings holds that the headings begin with one h1 and leave out no level.
func headings(t *testing.T, page string) {
	t.Helper()
	last := 0
	for i, m := range regexp.MustCompile(`<h([1-6])>`).FindAllStringSubmatch(page, -1) {
		level := int(m[1][0] - '0')
		if level > last+1 || i > 0 && level == 1 {
			t.Errorf("heading %d has level %d after %d", i+1, level, last)
		}
		last = level
	}
}
