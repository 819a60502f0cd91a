// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
)

// writer writes YAML, line by line, and leaves out what is not there.
type writer struct {
	bytes.Buffer
	indent string
}

// pair is a key with its value, ready for a line or for braces.
type pair struct{ key, value string }

func (w *writer) line(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if rest, blank := strings.CutPrefix(text, "\n"); blank {
		w.WriteString("\n")
		text = rest
	}
	w.WriteString(w.indent + text + "\n")
}

// below writes lines that belong to a key.
func (w *writer) below(key string, lines func()) {
	w.line("%s:", yaml.Quote(key))
	w.deeper(lines)
}

func (w *writer) deeper(lines func()) {
	w.indent += "  "
	lines()
	w.indent = w.indent[2:]
}

func (w *writer) field(key, text string) {
	if text != "" {
		w.line("%s: %s", key, yaml.Quote(text))
	}
}

func (w *writer) operand(key string, o scenarios.Operand) {
	if o.Given {
		w.line("%s: %s", key, operand(o))
	}
}

// operand is a value as a file writes it; only a mere name is an expression
// without quotes.
func operand(o scenarios.Operand) string {
	switch {
	case !o.IsExpr:
		return yaml.Quote(o.Text)
	case isName(o.Text):
		return "=" + o.Text
	}
	return yaml.Quote("=" + o.Text)
}

// said is a key with a text, if there is one.
func said(key, text string) []pair {
	if text == "" {
		return nil
	}
	return []pair{{key, yaml.Quote(text)}}
}

// given is a key with a value, if there is one.
func given(key string, o scenarios.Operand) []pair {
	if !o.Given {
		return nil
	}
	return []pair{{key, operand(o)}}
}

func braces(pairs []pair) string {
	out := make([]string, len(pairs))
	for i, p := range pairs {
		out[i] = p.key + ": " + p.value
	}
	return "{" + strings.Join(out, ", ") + "}"
}

func list(texts []string) string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = yaml.Quote(t)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

func plural(days int) string {
	if days == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", days)
}
