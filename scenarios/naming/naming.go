// SPDX-License-Identifier: EUPL-1.2

// Package naming finds the names of a scenario that nobody has written yet: of
// inputs, systems, screens and elements, out of the words that people read on
// a screen. Importing and recording name alike.
package naming

import (
	"fmt"
	"net"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/heinzel-rpa/heinzel/rules/expression"
)

// longest is how many letters a name takes over from what people read.
const longest = 40

// Clean puts one blank wherever a text has any.
func Clean(s string) string { return strings.Join(strings.Fields(s), " ") }

// Bare is a label without the colon or the star behind it.
func Bare(s string) string { return strings.TrimRight(Clean(s), " :*") }

// Short cuts a text for people at the end of a word.
func Short(s string) string {
	s = Clean(strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, s))
	runes := []rune(s)
	if len(runes) <= longest {
		return s
	}
	cut := string(runes[:longest])
	if i := strings.LastIndex(cut, " "); i > longest/2 {
		cut = cut[:i]
	}
	return strings.TrimSpace(cut)
}

// Word is the nearest name that expressions can read: lower-case, with _
// between its words. Where nothing is left it is otherwise.
func Word(s, otherwise string) string {
	parts := strings.FieldsFunc(strings.ToLower(Short(s)), func(r rune) bool { return !isLetter(r) && (r < '0' || r > '9') })
	name := strings.Join(parts, "_")
	switch {
	case name == "":
		return otherwise
	case !expression.IsName(name):
		return otherwise + "_" + name
	}
	return name
}

// Plain is a word without umlauts, such as column headings of tables have.
func Plain(s, otherwise string) string {
	return Word(strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").Replace(strings.ToLower(s)), otherwise)
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || strings.ContainsRune("äöüß", r) }

// Fresh is a name that is not taken yet: a number is put behind it.
func Fresh(name, between string, taken func(string) bool) string {
	out := name
	for i := 2; taken(out); i++ {
		out = fmt.Sprintf("%s%s%d", name, between, i)
	}
	return out
}

// System is a host's name without what all of them have.
func System(u *url.URL) string {
	if net.ParseIP(u.Hostname()) != nil {
		return "system"
	}
	host := strings.TrimPrefix(u.Hostname(), "www.")
	first, _, _ := strings.Cut(host, ".")
	return Word(first, "system")
}

// Screen is that of a page: its title or, without one, the last part of its
// path that is no number.
func Screen(title string, u *url.URL) string {
	if name := Word(title, "maske"); name != "maske" {
		return name
	}
	if u == nil {
		return "start"
	}
	for _, part := range slices.Backward(strings.Split(u.Path, "/")) {
		page, _, _ := strings.Cut(part, ".")
		if page != "" && !strings.ContainsAny(page, "0123456789") {
			return Word(page, "start")
		}
	}
	return "start"
}
