// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
)

// notice keeps the texts that a person typed or a table showed: none of them
// may stand in a file. While a text grows, only the whole counts.
func (r *recording) notice(e event.Event) {
	if e.Kind == event.Fill {
		if !strings.HasPrefix(e.Text.Text, r.writing) {
			r.enter(r.writing)
		}
		r.writing = e.Text.Text
	} else if e.Kind == event.Read || e.Text.Words == "" && e.Kind != event.Shows {
		r.enter(e.Text.Text)
	}
	for _, t := range []*event.Thing{e.Target, e.Onto, e.From} {
		if t == nil {
			continue
		}
		for _, cell := range t.Row {
			r.enter(cell.Shows.Text)
		}
	}
}

func (r *recording) enter(text string) {
	if text = naming.Clean(text); len([]rune(text)) > 1 {
		r.entered[text] = true
	}
}

// privateTexts are those that may stand in no file, longest first.
func (r *recording) privateTexts() []string {
	return slices.SortedFunc(maps.Keys(r.entered), func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
}

// stable is the longest part of a text that will be the same for every case:
// without digits, and without what belongs to a person.
func (c *composer) stable(text string) string {
	text = naming.Clean(text)
	for _, p := range c.texts {
		text = cutWord(text, p)
	}
	best := ""
	for _, part := range strings.FieldsFunc(strings.ReplaceAll(text, event.Cut, "\x00"), func(r rune) bool { return unicode.IsDigit(r) || r == '\x00' || !unicode.IsPrint(r) }) {
		part = strings.TrimSpace(part)
		if len([]rune(part)) > len([]rune(best)) {
			best = part
		}
	}
	best = strings.Trim(best, " ,;:-–(/#")
	if len([]rune(best)) < 3 || len([]rune(best)) > 200 {
		return ""
	}
	return best
}

// quotes reports a text in which something private stands.
func (c *composer) quotes(text string) bool {
	known, ok := c.quoted[text]
	if !ok {
		clean := naming.Clean(text)
		known = strings.Contains(text, event.Cut) || slices.ContainsFunc(c.texts, func(p string) bool { return cutWord(clean, p) != clean })
		c.quoted[text] = known
	}
	return known
}

// cutWord puts a gap where a text stands as a word of its own.
func cutWord(text, p string) string {
	for from := 0; ; {
		i := strings.Index(text[from:], p)
		if i < 0 {
			return text
		}
		i += from
		if before, after := text[:i], text[i+len(p):]; !endsInLetter(before) && !beginsWithLetter(after) {
			text, from = before+"\x00"+after, i+1
		} else {
			from = i + len(p)
		}
	}
}

func endsInLetter(s string) bool {
	r := []rune(s)
	return len(r) > 0 && (unicode.IsLetter(r[len(r)-1]) || unicode.IsDigit(r[len(r)-1]))
}

func beginsWithLetter(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}
