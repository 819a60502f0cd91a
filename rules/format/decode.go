// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"errors"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// decoder reads nodes strictly: what is not asked for is an error.
type decoder struct {
	report *source.Report
}

// mapping checks that n is a mapping with none but these keys.
func (d *decoder) mapping(n *yaml.Node, what speech.Text, keys ...string) bool {
	if n.Kind != yaml.Mapping {
		d.report.Errorf(n.At, speech.Say("%s is written as key: value", "%s wird als Schlüssel: Wert geschrieben", what), speech.Text{})
		return false
	}
	for _, e := range n.Entries {
		if !slices.Contains(keys, e.Key) {
			d.report.Errorf(e.KeyAt, speech.Say("%s has no field %q", "%s hat kein Feld „%s“", what, e.Key), source.DidYouMean(e.Key, keys))
		}
	}
	return true
}

func absent(n *yaml.Node) bool {
	return n == nil || (n.Kind == yaml.Scalar && n.Style == yaml.Absent)
}

// need gives a field that must be there, or nil after noting that it is not.
func (d *decoder) need(n *yaml.Node, key string, what speech.Text) *yaml.Node {
	v := n.Get(key)
	if absent(v) {
		d.report.Errorf(n.At, speech.Say("%s needs %q", "%s braucht „%s“", what, key), speech.Text{})
		return nil
	}
	return v
}

func (d *decoder) text(n *yaml.Node) string {
	if absent(n) {
		return ""
	}
	if n.Kind != yaml.Scalar {
		d.report.Errorf(n.At, speech.Say("a text is expected here", "hier wird ein Text erwartet"), speech.Text{})
		return ""
	}
	return strings.TrimSpace(n.Text)
}

// spoken reads a text for people: one for both languages, or {de: …, en: …}.
func (d *decoder) spoken(n *yaml.Node) speech.Text {
	if absent(n) || n.Kind != yaml.Mapping {
		return speech.Same(d.text(n))
	}
	d.mapping(n, speech.Say("a text for people", "ein Text für Menschen"), "de", "en")
	t := speech.Text{DE: d.text(n.Get("de")), EN: d.text(n.Get("en"))}
	if t.DE == "" || t.EN == "" {
		d.report.Errorf(n.At, speech.Say("a text for people needs de and en, or is one text for both", "ein Text für Menschen braucht de und en oder ist ein Text für beide"), speech.Text{})
	}
	return t
}

func (d *decoder) oneOf(n *yaml.Node, words ...string) string {
	s := d.text(n)
	if n != nil && !slices.Contains(words, s) {
		d.report.Errorf(n.At, speech.Say("%q is not possible here", "„%s“ ist hier nicht möglich", s), source.DidYouMean(s, words))
	}
	return s
}

func (d *decoder) yesNo(n *yaml.Node) bool { return n != nil && d.oneOf(n, "yes", "no") == "yes" }

// name checks a name that expressions read.
func (d *decoder) name(e yaml.Entry, what speech.Text) {
	if !expression.IsName(e.Key) {
		d.report.Errorf(e.KeyAt, speech.Say("%q cannot be the name of %s", "„%s“ kann nicht der Name für %s sein", e.Key, what),
			speech.Say("a name holds letters, digits and _, and is no word such as and, or, not", "ein Name enthält Buchstaben, Ziffern und _ und ist kein Wort wie and, or, not"))
	}
}

// value reads a text by its declared type.
func (d *decoder) value(n *yaml.Node, t value.Type) value.Value {
	if t.Kind == value.List && n != nil && n.Kind == yaml.Sequence {
		return d.list(n, t)
	}
	if n == nil || n.Kind != yaml.Scalar {
		d.text(n)
		return value.Value{}
	}
	v, err := value.Parse(t, n.Text)
	if err != nil {
		d.report.Errorf(n.At, problemOf(err), speech.Text{})
	}
	return v
}

func (d *decoder) list(n *yaml.Node, t value.Type) value.Value {
	of := value.Of(value.Text)
	if t.Of != nil {
		of = *t.Of
	}
	items := make([]value.Value, 0, len(n.Items))
	for _, item := range n.Items {
		items = append(items, d.value(item, of))
	}
	return value.NewList(items...)
}

func problemOf(err error) speech.Text {
	if p, ok := errors.AsType[*value.Problem](err); ok {
		return p.Text
	}
	return speech.Same(err.Error())
}

// expression reads the text of a condition or value, skip letters in, and
// closes two traps of YAML: a comment that cuts it off, and a flow in which a
// comma would.
func (d *decoder) expression(n *yaml.Node, skip int) book.Expression {
	text := n.Text[min(skip, len(n.Text)):]
	indent := len(text) - len(strings.TrimLeft(text, " "))
	out := book.Expression{Text: strings.TrimRight(text[indent:], " \n"), At: n.TextAt(skip + indent)}
	out.TextAt = func(letter int) source.Place { return n.TextAt(skip + indent + letter) }
	switch {
	case n.Commented:
		d.report.Errorf(n.At, speech.Say("a comment may not follow an expression on the same line", "hinter einem Ausdruck darf auf derselben Zeile kein Kommentar stehen"),
			speech.Say("put the comment on a line of its own, or the expression in quotes", "schreiben Sie den Kommentar in eine eigene Zeile oder setzen Sie den Ausdruck in Anführungszeichen"))
	case n.InFlow && n.Style == yaml.Plain && !isDotted(out.Text):
		d.report.Errorf(n.At, speech.Say("inside { } or [ ] only a name may stand as an expression without quotes", "innerhalb von { } oder [ ] darf nur ein Name ohne Anführungszeichen als Ausdruck stehen"),
			speech.Say("put the expression in quotes", "setzen Sie den Ausdruck in Anführungszeichen"))
	case out.Text == "":
		d.report.Errorf(n.At, speech.Say("an expression is expected here", "hier wird ein Ausdruck erwartet"), speech.Text{})
	}
	return out
}

// entries walks a mapping of free names.
func (d *decoder) entries(n *yaml.Node, key string) []yaml.Entry {
	v := n.Get(key)
	if absent(v) {
		return nil
	}
	if v.Kind != yaml.Mapping {
		d.report.Errorf(v.At, speech.Say("%s are written as name: value", "%s werden als Name: Wert geschrieben", key), speech.Text{})
		return nil
	}
	return v.Entries
}

// items walks a list.
func (d *decoder) items(n *yaml.Node, key string) []*yaml.Node {
	v := n.Get(key)
	if absent(v) {
		return nil
	}
	if v.Kind != yaml.Sequence {
		d.report.Errorf(v.At, speech.Say("%s are written as a list, each behind a dash", "%s werden als Liste geschrieben, jede hinter einem Strich", key), speech.Text{})
		return nil
	}
	return v.Items
}
