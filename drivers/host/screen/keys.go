// SPDX-License-Identifier: EUPL-1.2

package screen

import (
	"regexp"
	"slices"
	"strings"
)

// legend matches one entry of the line in which a screen says what its keys do:
// F3=Ende, PF8 = Vor, ENTER=Weiter.
var legend = regexp.MustCompile(`(?i)\b(?:PF|F)(\d{1,2}) ?[=:] ?|\b(PA[123]) ?[=:] ?|\b(ENTER|EINGABE|DATENFREIGABE|DFÜ) ?[=:] ?|\b(CLEAR|LÖSCHEN) ?[=:] ?`)

// Keys are the keys that the screen offers, with what it calls them.
func (s *Screen) Keys() []Spot {
	var out []Spot
	for row := range s.Rows {
		out = append(out, legends(row, s.row(row, false))...)
	}
	return out
}

func legends(row int, text string) []Spot {
	var out []Spot
	found := legend.FindAllStringSubmatchIndex(text, -1)
	for i, m := range found {
		to := len(text)
		if i+1 < len(found) {
			to = found[i+1][0]
		}
		name := text[m[1]:to]
		if gap := strings.Index(name, "  "); gap >= 0 {
			name = name[:gap]
		}
		name = strings.TrimRight(name, " ,;|/")
		if name == "" {
			continue
		}
		at := len([]rune(text[:m[0]]))
		out = append(out, Spot{Row: row, Column: at, Length: len([]rune(text[m[0]:m[1]])) + len([]rune(name)), Field: -1, Text: name, Key: keyOf(text, m)})
	}
	return out
}

// keyOf names the key of a match as drivers press it.
func keyOf(text string, m []int) string {
	part := func(group int) string {
		if m[2*group] < 0 {
			return ""
		}
		return strings.ToUpper(text[m[2*group]:m[2*group+1]])
	}
	switch {
	case part(1) != "":
		return "PF" + strings.TrimLeft(part(1), "0")
	case part(2) != "":
		return part(2)
	case part(3) != "":
		return "Enter"
	}
	return "Clear"
}

func (s *Screen) keysNamed(name string) []Spot {
	var out []Spot
	for _, key := range s.Keys() {
		if plain(key.Text) == plain(name) {
			out = append(out, key)
		}
	}
	return out
}

// The words by which screens offer the next page of a list, and the one before.
var (
	forward  = []string{"vor", "vorwärts", "vorw", "vorw.", "vorblättern", "blättern vor", "weiterblättern", "fwd", "forward", "down"}
	backward = []string{"zurück", "rückwärts", "rückw", "rückw.", "zurückblättern", "blättern zurück", "bkwd", "backward", "up"}
)

// Forward is the key for the next page, by the standard's number (IBM SC34-4289:
// F8) and a name that says so; "" where the screen does not offer one.
func (s *Screen) Forward() string { return s.paging("PF8", forward) }

// Backward is the key for the page before (F7).
func (s *Screen) Backward() string { return s.paging("PF7", backward) }

func (s *Screen) paging(key string, names []string) string {
	for _, k := range s.Keys() {
		if k.Key == key && slices.Contains(names, strings.ToLower(plain(k.Text))) {
			return key
		}
	}
	return ""
}
