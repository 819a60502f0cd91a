// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// writer writes YAML, line by line, and leaves out what is not there.
type writer struct {
	bytes.Buffer
	indent string
}

func (w *writer) line(format string, args ...any) {
	w.WriteString(w.indent)
	fmt.Fprintf(w, format+"\n", args...)
}

// below writes lines that belong to a key.
func (w *writer) below(key string, lines func()) {
	w.line("%s:", key)
	w.deeper(lines)
}

func (w *writer) deeper(lines func()) {
	w.indent += "  "
	lines()
	w.indent = w.indent[2:]
}

// field writes a text behind its key, if there is one.
func (w *writer) field(key, text string) {
	if text != "" {
		w.line("%s: %s", key, yaml.Quote(text))
	}
}

// spoken writes a text for people, in one language where both are the same.
func (w *writer) spoken(key string, t speech.Text) {
	if !t.IsZero() {
		w.line("%s: %s", key, people(t))
	}
}

func people(t speech.Text) string {
	if t.DE == t.EN {
		return yaml.Quote(t.DE)
	}
	return "{de: " + yaml.Quote(t.DE) + ", en: " + yaml.Quote(t.EN) + "}"
}

func (w *writer) yes(key string, is bool) {
	if is {
		w.line("%s: yes", key)
	}
}

// list is a list on one line.
func list(items []string) string { return "[" + strings.Join(items, ", ") + "]" }

func braces(items []string) string { return "{" + strings.Join(items, ", ") + "}" }

func quotedAll(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = yaml.Quote(t)
	}
	return out
}

// formula writes an expression for a line of its own: without quotes where
// YAML cannot misread it.
func formula(text string) string {
	body := strings.TrimPrefix(text, "=")
	switch {
	case body != "" && !strings.ContainsFunc(body, isRisky) && !strings.ContainsAny(body[:1], " .,*/+<>=!-)0123456789") && !strings.ContainsAny(body[len(body)-1:], " .,*/+<>=!-"):
		return text
	case strings.Contains(text, "'") || strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }):
		return yaml.Quote(text)
	}
	return "'" + text + "'"
}

// isRisky reports letters that may mean something to YAML inside a line.
func isRisky(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_ ().,*/+<>=!-", r)
}
