// SPDX-License-Identifier: EUPL-1.2

package exchange

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

// short cuts a text for people at the end of a word.
func short(s string) string {
	s = clean(strings.Map(func(r rune) rune {
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

// word is the nearest name that expressions can read: lower-case, with _
// between its words. Where nothing is left it is otherwise.
func word(s, otherwise string) string {
	parts := strings.FieldsFunc(strings.ToLower(short(s)), func(r rune) bool { return !isLetter(r) && (r < '0' || r > '9') })
	name := strings.Join(parts, "_")
	switch {
	case name == "":
		return otherwise
	case !expression.IsName(name):
		return otherwise + "_" + name
	}
	return name
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || strings.ContainsRune("äöüß", r) }

// fresh is a name that is not taken yet: a number is put behind it.
func fresh(name, between string, taken func(string) bool) string {
	out := name
	for i := 2; taken(out); i++ {
		out = fmt.Sprintf("%s%s%d", name, between, i)
	}
	return out
}

// systemName is a host's name without what all of them have.
func systemName(u *url.URL) string {
	if net.ParseIP(u.Hostname()) != nil {
		return "system"
	}
	host := strings.TrimPrefix(u.Hostname(), "www.")
	first, _, _ := strings.Cut(host, ".")
	return word(first, "system")
}

// screenName is that of a page: its title or, without one, the last part of
// its path that is no number.
func screenName(title string, u *url.URL) string {
	if name := word(title, "maske"); name != "maske" {
		return name
	}
	if u == nil {
		return "start"
	}
	for _, part := range slices.Backward(strings.Split(u.Path, "/")) {
		page, _, _ := strings.Cut(part, ".")
		if page != "" && !strings.ContainsAny(page, "0123456789") {
			return word(page, "start")
		}
	}
	return "start"
}
