// SPDX-License-Identifier: EUPL-1.2

// Package v1 is the wire form of version 1: it turns the tree of a file into
// the words of package scenarios and notes everything that does not fit. One
// table of verbs drives the reader, the JSON Schema and the reference.
package v1

import (
	"strings"
	"time"
	"unicode"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// decoder reads fields and notes what is wrong.
type decoder struct {
	report *source.Report
	verbs  []Verb
	keys   map[string][]string // by keyword
	steps  int
}

func newDecoder(report *source.Report) *decoder {
	d := &decoder{report: report, verbs: Verbs(), keys: map[string][]string{}}
	for _, v := range d.verbs {
		d.keys[v.Keyword] = v.keys()
	}
	return d
}

// mapping checks that n is a mapping with none but these keys. What it is
// stands in the German sentences behind “in”, and is given in the dative.
func (d *decoder) mapping(n *yaml.Node, what speech.Text, keys ...string) bool {
	if n == nil {
		return false
	}
	if n.Kind != yaml.Mapping {
		d.report.Errorf(n.At, speech.Say("%s is written as key: value", "in %s wird alles als Schlüssel: Wert geschrieben", what), speech.Text{})
		return false
	}
	for _, e := range n.Entries {
		if !contains(keys, e.Key) {
			d.report.Errorf(e.KeyAt, speech.Say("unknown field %q in %s", "unbekanntes Feld „%s“ in %s", e.Key, what), source.DidYouMean(e.Key, keys))
		}
	}
	return true
}

// isName reports whether s begins with a letter and holds nothing but letters,
// digits and the given signs.
func isName(s, signs string) bool {
	for i, r := range s {
		if !unicode.IsLetter(r) && r != '_' && (i == 0 || !unicode.IsDigit(r) && !strings.ContainsRune(signs, r)) {
			return false
		}
	}
	return s != ""
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// need gives a field that must be there; what it stands in is given as for
// mapping.
func (d *decoder) need(n *yaml.Node, key string, what speech.Text) *yaml.Node {
	v := n.Get(key)
	if v == nil || v.Style == yaml.Absent && v.Kind == yaml.Scalar {
		d.report.Errorf(n.At, speech.Say("%s needs %q", "in %s fehlt „%s“", what, key), speech.Text{})
		return nil
	}
	return v
}

// text reads literal text.
func (d *decoder) text(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	if n.Kind != yaml.Scalar {
		d.report.Errorf(n.At, speech.Say("a text is expected here", "hier wird ein Text erwartet"), speech.Text{})
		return ""
	}
	return n.Text
}

// word reads a name: letters, digits, underscore, hyphen, dot.
func (d *decoder) word(n *yaml.Node) string {
	s := d.text(n)
	if n != nil && n.Kind == yaml.Scalar && !isName(s, "_.-") {
		d.report.Errorf(n.At, speech.Say("%q is not a name", "„%s“ ist kein Name", s),
			speech.Say("a name begins with a letter and holds letters, digits, _ and -", "ein Name beginnt mit einem Buchstaben und enthält Buchstaben, Ziffern, _ und -"))
	}
	return s
}

// oneOf reads one of the given words; the first is the default.
func (d *decoder) oneOf(n *yaml.Node, words ...string) string {
	if n == nil {
		return words[0]
	}
	s := d.text(n)
	if !contains(words, s) {
		d.report.Errorf(n.At, speech.Say("%q is not possible here", "„%s“ ist hier nicht möglich", s), source.DidYouMean(s, words))
		return words[0]
	}
	return s
}

func (d *decoder) yesNo(n *yaml.Node) bool { return d.oneOf(n, "no", "yes") == "yes" }

// seconds reads a duration such as "10 s" or "2 min".
func (d *decoder) seconds(n *yaml.Node) time.Duration {
	if n == nil {
		return 0
	}
	s := strings.NewReplacer(" ", "", "min", "m").Replace(d.text(n))
	t, err := time.ParseDuration(s)
	if err != nil || t <= 0 || t > time.Hour {
		d.report.Errorf(n.At, speech.Say("%q is not a time such as 10 s or 2 min", "„%s“ ist keine Zeit wie 10 s oder 2 min", n.Text), speech.Text{})
	}
	return t
}

// operand reads a value: text, or an expression after "=".
func (d *decoder) operand(n *yaml.Node) scenarios.Operand {
	if n == nil {
		return scenarios.Operand{}
	}
	s := d.text(n)
	if !strings.HasPrefix(s, "=") {
		return scenarios.Operand{Text: s, Given: true, At: n.At}
	}
	return d.expression(n, s[1:], 1)
}

// expr reads a field that always holds an expression; "=" may stand in front.
func (d *decoder) expr(n *yaml.Node) scenarios.Operand {
	if n == nil {
		return scenarios.Operand{}
	}
	s := d.text(n)
	rest := strings.TrimPrefix(s, "=")
	return d.expression(n, rest, len(s)-len(rest))
}

// expression closes two traps of YAML: a comment that cuts an expression off,
// and a flow in which a comma or a colon would.
func (d *decoder) expression(n *yaml.Node, text string, skip int) scenarios.Operand {
	trimmed := strings.TrimLeft(text, " ")
	out := scenarios.Operand{Text: strings.TrimRight(trimmed, " \n"), IsExpr: true, Given: true, At: n.TextAt(skip + len(text) - len(trimmed))}
	quote := speech.Say("put the expression in quotes", "setzen Sie den Ausdruck in Anführungszeichen")
	switch {
	case n.Commented:
		d.report.Errorf(n.At, speech.Say("a comment may not follow an expression on the same line", "hinter einem Ausdruck darf auf derselben Zeile kein Kommentar stehen"),
			speech.Say("put the comment on a line of its own, or the expression in quotes", "schreiben Sie den Kommentar in eine eigene Zeile oder setzen Sie den Ausdruck in Anführungszeichen"))
	case n.InFlow && n.Style == yaml.Plain && !isName(trimmed, "_."):
		d.report.Errorf(n.At, speech.Say("inside { } or [ ] only a name may stand as an expression without quotes", "innerhalb von { } oder [ ] darf nur ein Name ohne Anführungszeichen als Ausdruck stehen"), quote)
	case out.Text == "":
		d.report.Errorf(n.At, speech.Say("an expression is expected here", "hier wird ein Ausdruck erwartet"), speech.Text{})
	}
	return out
}

// entries walks a mapping of free names; list items are refused.
func (d *decoder) entries(n *yaml.Node, what speech.Text) []yaml.Entry {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.Mapping {
		d.report.Errorf(n.At, speech.Say("%s is written as name: value", "%s wird als Name: Wert geschrieben", what), speech.Text{})
		return nil
	}
	return n.Entries
}

// items walks a list.
func (d *decoder) items(n *yaml.Node, what speech.Text) []*yaml.Node {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.Sequence {
		d.report.Errorf(n.At, speech.Say("%s is a list: each entry begins with “- ”", "%s ist eine Liste: jeder Eintrag beginnt mit „- “", what), speech.Text{})
		return nil
	}
	return n.Items
}
