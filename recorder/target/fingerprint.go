// SPDX-License-Identifier: EUPL-1.2

package target

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/heinzel-rpa/heinzel/scenarios"

	"golang.org/x/text/unicode/norm"
)

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
func isField(f *scenarios.Fingerprint) bool {
	switch strings.ToLower(f.Tag) {
	case "input", "select", "textarea":
		return true
	}
	return false
}

// Equivalent reports elements that do the same when they are acted on: one
// inside the other with the same text or one step apart, or two links with one
// text to one real address. Fields have no equivalents.
func Equivalent(a, b *scenarios.Fingerprint) bool {
	switch {
	case a.Path != "" && a.Path == b.Path:
		return true
	case isField(a) || isField(b):
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
func Lookalike(a, b *scenarios.Fingerprint) bool {
	placeA, _ := link(a.Href)
	placeB, _ := link(b.Href)
	isLink := strings.EqualFold(a.Tag, "a") && strings.EqualFold(b.Tag, "a")
	return isLink && normal(a.Text) != "" && normal(a.Text) == normal(b.Text) && (placeA == "" || placeB == "")
}

// Twin reports whether another element is alike in everything that people and
// programs call it: then only its place tells them apart, and pages move.
func Twin(elements []scenarios.Fingerprint, index int) bool {
	one := &elements[index]
	for i := range elements {
		if other := &elements[i]; i != index && named(one) == named(other) && !Equivalent(one, other) {
			return true
		}
	}
	return false
}

// named is what people and programs call an element.
func named(f *scenarios.Fingerprint) scenarios.Fingerprint {
	return scenarios.Fingerprint{
		Tag: f.Tag, Role: f.Role, ID: f.ID, Name: f.Name, Href: f.Href, Text: f.Text, Label: f.Label,
		Value: f.Value, Title: f.Title, Placeholder: f.Placeholder, Neighbours: f.Neighbours,
	}
}
