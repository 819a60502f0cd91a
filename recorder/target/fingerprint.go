// SPDX-License-Identifier: EUPL-1.2

package target

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fingerprint is what an element looked like when it was recorded, or looks
// like now. Whatever is not known is empty.
type Fingerprint struct {
	Tag, Role, Type string
	ID, Name, Class string
	Href            string
	Text, Label     string // what it shows, and what it is called
	Value, Title    string
	Placeholder     string
	Neighbours      string // the words around it
	Path            string // from the root of the page, each step with its number
	Anchored        string // from the nearest id, where there is one
	Box             Box
}

// Box is where an element is shown, in pixels of the page.
type Box struct{ X, Y, Width, Height float64 }

// isShown reports a box that is known.
func (b Box) isShown() bool { return b.Width > 0 && b.Height > 0 }

// normal brings texts to one form: composed, lower case, single blanks, and no
// longer than says something.
func normal(s string) string {
	const most = 160
	s = strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(s))), " ")
	if len(s) > most {
		s = s[:most]
	}
	return s
}

// words are the words of a text, without signs.
func words(s string) []string {
	return strings.FieldsFunc(normal(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// steps are the steps of a path from the root.
func steps(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
}

// anchor is a path from an id, in one spelling: //*[@id='a']/b or id("a")/b; ""
// where it begins at the root.
func anchor(path string) string {
	path = strings.NewReplacer(`//*[@id='`, `id("`, `//*[@id="`, `id("`, `']`, `")`, `"]`, `")`).Replace(path)
	if !strings.HasPrefix(path, `id("`) {
		return ""
	}
	return path
}

// bare is a step without its number.
func bare(step string) string {
	name, _, _ := strings.Cut(step, "[")
	return name
}

// link takes an address apart: where it leads, and what it asks there. What
// only counts visitors is left out. An address that leads nowhere is none.
func link(href string) (place, query string) {
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil || href == "" || strings.HasPrefix(href, "#") || u.Scheme == "javascript" {
		return "", ""
	}
	asked := u.Query()
	for name := range asked {
		if strings.HasPrefix(name, "utm_") || strings.HasSuffix(name, "clid") || name == "ref" || name == "promoid" || name == "mv" {
			asked.Del(name)
		}
	}
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	if host == "web.archive.org" {
		host = "" // an archive's copy does not say where it led
	}
	place = host + strings.TrimRight(u.Path, "/")
	if place == "" {
		return "", ""
	}
	return place, asked.Encode()
}

// isField reports elements into which something is entered: only the very
// element will do.
func (f *Fingerprint) isField() bool {
	switch strings.ToLower(f.Tag) {
	case "input", "select", "textarea":
		return true
	}
	return false
}

// Equivalent reports elements that do the same when they are acted on: one
// inside the other with the same text or one step apart, or two links with one
// text to one real address. Fields have no equivalents.
func Equivalent(a, b *Fingerprint) bool {
	switch {
	case a.Path != "" && a.Path == b.Path:
		return true
	case a.isField() || b.isField():
		return false
	}
	inner, outer := a, b
	if len(a.Path) < len(b.Path) {
		inner, outer = b, a
	}
	same := normal(a.Text) != "" && normal(a.Text) == normal(b.Text)
	if rest, inside := strings.CutPrefix(inner.Path, outer.Path+"/"); inside && outer.Path != "" {
		return same || !strings.Contains(rest, "/")
	}
	hereA, askA := link(a.Href)
	hereB, askB := link(b.Href)
	return same && hereA != "" && hereA == hereB && askA == askB
}

// Lookalike reports links with one text of which nobody can tell whether they
// lead to one place.
func Lookalike(a, b *Fingerprint) bool {
	placeA, _ := link(a.Href)
	placeB, _ := link(b.Href)
	isLink := strings.EqualFold(a.Tag, "a") && strings.EqualFold(b.Tag, "a")
	return isLink && normal(a.Text) != "" && normal(a.Text) == normal(b.Text) && (placeA == "" || placeB == "")
}
