// SPDX-License-Identifier: EUPL-1.2

// Package format reads rulebooks that people write as YAML. It is strict: an
// unknown field, a wrong type, a name that stands twice or is missing, and a
// parameter with overlapping periods are all diagnostics with their place,
// noted at once. Rules may be written as sentences or as a decision table; both
// are read as the same rules. Write is the way back.
package format

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Version is the version of the format that this Heinzel reads.
const Version = "1"

// Read parses one rulebook. What is wrong stands in report; the book is nil
// where nothing can be used, and must not be compiled once report.Failed.
func Read(report *source.Report, name string, data []byte) *book.Book {
	n := yaml.Read(report, name, data)
	if n == nil {
		return nil
	}
	d := &decoder{report: report}
	if n.Kind != yaml.Mapping {
		d.mapping(n, rulebook()) // says how a rulebook is written
		return nil
	}
	if !d.version(n) {
		return nil
	}
	return d.book(n)
}

func rulebook() speech.Text { return speech.Say("a rulebook", "ein Regelwerk") }

func (d *decoder) version(n *yaml.Node) bool {
	v := n.Get("rulebook")
	switch {
	case absent(v):
		d.report.Errorf(n.At, speech.Say("this is no rulebook: the line %q is missing", "das ist kein Regelwerk: die Zeile „%s“ fehlt", "rulebook: 1"), speech.Text{})
		return false
	case d.text(v) == Version:
		return true
	case isNewer(d.text(v)):
		d.report.Errorf(v.At, speech.Say("version %s of the format is newer than this Heinzel", "Version %s des Formats ist neuer als dieser Heinzel", v.Text),
			speech.Say("a newer Heinzel reads it", "ein neuerer Heinzel liest es"))
	default:
		d.report.Errorf(v.At, speech.Say("%q is no version of the format", "„%s“ ist keine Version des Formats", v.Text), speech.Say("write %s", "schreiben Sie %s", "rulebook: 1"))
	}
	return false
}

func isNewer(text string) bool {
	v, err := value.Parse(value.Of(value.Integer), text)
	return err == nil && !v.IsMissing() && v.Number().Sign() > 0
}

func (d *decoder) book(n *yaml.Node) *book.Book {
	d.mapping(n, rulebook(), "rulebook", "title", "known as", "facts", "outputs", "hit", "parameters", "rules", "table", "otherwise", "lint", "tests")
	b := &book.Book{At: n.At, Title: d.spoken(d.need(n, "title", rulebook())), KnownAs: d.text(n.Get("known as"))}
	for _, e := range d.entries(n, "facts") {
		b.Facts = append(b.Facts, d.fact(e))
	}
	d.need(n, "outputs", rulebook())
	for _, e := range d.entries(n, "outputs") {
		b.Outputs = append(b.Outputs, d.output(e))
	}
	b.Hit = d.hit(d.need(n, "hit", rulebook()))
	for _, e := range d.entries(n, "parameters") {
		b.Parameters = append(b.Parameters, d.parameter(e))
	}
	d.distinct(b)
	d.rules(b, n)
	d.numbered(b)
	b.Otherwise = d.otherwise(b, n.Get("otherwise"))
	for _, e := range d.entries(n, "lint") {
		b.Waivers = append(b.Waivers, book.Waiver{Finding: e.Key, Reason: d.text(e.Value), At: e.KeyAt})
	}
	for _, item := range d.items(n, "tests") {
		b.Tests = append(b.Tests, d.test(b, item))
	}
	return b
}

// rules reads the rules as sentences or as a decision table.
func (d *decoder) rules(b *book.Book, n *yaml.Node) {
	table := n.Get("table")
	switch {
	case absent(table):
		d.need(n, "rules", rulebook())
	case n.Get("rules") != nil:
		d.report.Errorf(table.At, speech.Say("the rules stand as sentences or as a table, not as both", "die Regeln stehen als Sätze oder als Tabelle da, nicht als beides"), speech.Text{})
	default:
		d.table(b, table)
	}
	for _, item := range d.items(n, "rules") {
		b.Rules = append(b.Rules, d.rule(b, item))
	}
}

// hit reads the hit policy; only those are accepted that are carried out.
func (d *decoder) hit(n *yaml.Node) book.Hit {
	if n == nil {
		return book.Hit{}
	}
	s := d.oneOf(n, book.Hits()...)
	if of, ok := strings.CutPrefix(s, string(book.Collect)+" "); ok {
		return book.Hit{Policy: book.Collect, Aggregate: book.Aggregate(of), At: n.At}
	}
	return book.Hit{Policy: book.Policy(s), At: n.At}
}

// distinct refuses one name for two things that expressions read.
func (d *decoder) distinct(b *book.Book) {
	for _, p := range b.Parameters {
		if f := b.Fact(p.Name); f != nil {
			d.report.Errorf(p.At, speech.Say("%q is a fact already, in line %d", "„%s“ ist schon ein Sachverhalt, in Zeile %d", p.Name, f.At.Line), speech.Text{})
		}
	}
}

// numbered refuses two rules with one id.
func (d *decoder) numbered(b *book.Book) {
	seen := map[string]source.Place{}
	for _, r := range b.Rules {
		if first, twice := seen[r.ID]; twice && r.ID != "" {
			d.report.Errorf(r.At, speech.Say("the rule %q stands here twice, first in line %d", "die Regel „%s“ steht hier zweimal, zuerst in Zeile %d", r.ID, first.Line), speech.Text{})
		}
		seen[r.ID] = r.At
	}
}
