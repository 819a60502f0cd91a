// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// dice makes books and cells; the same seed makes the same.
type dice struct{ *rand.Rand }

func (d dice) one(list ...string) string { return list[d.IntN(len(list))] }
func (d dice) perhaps() bool             { return d.IntN(2) == 0 }

func (d dice) number() string { return d.one("0", "1", "-7", "12", "250", "1000") }
func (d dice) decimal() string {
	return d.one("0.5", "1.234", "-2.50", "100", "1234.5", "0.001")
}

func (d dice) text() string {
	return d.one("Köln", "Bad Ems", "a, b", `5" Rohr`, "a; b", "-", "angegeben", "not a", "< 5", "=n", "", "1 .. 2", `\`, "zwei\nZeilen", "[x", " rand ", "ja", "§ 6", "# kein Kommentar", "a: b")
}

func (d dice) day() string { return d.one("2024-02-29", "2026-01-01", "1999-12-31") }

func quote(text string) string { return expression.Write(value.NewText(text)) }

// condition is one that the facts of desk can answer.
func (d dice) condition(depth int) string {
	if depth > 0 && d.IntN(3) > 0 {
		a, b := d.condition(depth-1), d.condition(depth-1)
		return d.one("("+a+") and ("+b+")", "("+a+") and ("+b+")", "("+a+") or ("+b+")", "not ("+a+")")
	}
	sign := d.one("==", "!=", "<", "<=", ">", ">=")
	return d.one(
		"n "+sign+" "+d.number(), "d "+sign+" "+d.decimal(), "m "+sign+" "+d.decimal(), "tag "+sign+" "+quote(d.day()), "d "+sign+" grenze", "3 "+sign+" n",
		"d "+sign+" grenze * 2 - n", "t == "+quote(d.text()), "t != "+quote(d.text()), "t in ["+quote(d.text())+", "+quote(d.text())+"]", "b", "not b", "b == true",
		"angegeben(t)", "not angegeben(n)", "n in ["+d.number()+", "+d.number()+"]", `o == "blau, matt"`, `s `+sign+` "groß"`, "alter_am(geburt, tag) "+sign+" 18",
		"n >= 1 and n <= 5", "d > 0.5 and d < 2", "n + 1 "+sign+" d", "true", `"x" in l`,
	)
}

func (d dice) cell(name string) string {
	entry := func() string {
		switch name {
		case "n":
			return d.one(d.number(), "> "+d.number(), "!= "+d.number(), "-3 .. 7", "(1 .. 5]", "[1 .. =n)", "<= =grenze")
		case "tag":
			return d.one(d.day(), "< "+d.day(), "01.01.2024 .. 31.12.2024", "=geburt")
		case "b":
			return d.one("yes", "nein", "=c")
		}
		return d.one(inQuotes(d.text()), "Köln", "!= Köln", "=t")
	}
	parts := []string{entry()}
	for d.perhaps() {
		parts = append(parts, d.one(entry(), entry(), givenWord, openWord))
	}
	return d.one("", "", notWord) + strings.Join(parts, d.one("; ", ";"))
}

func (d dice) book() *book.Book {
	b := desk()
	b.Title, b.KnownAs = speech.Text{DE: strings.TrimSpace(d.text() + "x"), EN: "x"}, strings.TrimSpace(d.text())
	b.Facts[0].Unit, b.Facts[1].Source, b.Facts[2].KnownAs, b.Facts[3].Optional = speech.Same("Stück"), speech.Same("Antrag: Feld 3"), "Approval Status", true
	for i := range b.Facts {
		b.Facts[i].Type.Class = value.Class(d.one(value.Classes()...))
		if b.Facts[i].Name == "d" {
			b.Facts[i].Min, b.Facts[i].From = value.Value{}, &book.Origin{Book: "anderes", Output: "satz"}
			b.Facts[i].Max, _ = value.ParseISO(value.Of(value.Decimal), "1.234")
		}
	}
	stichtag := book.Fact{Name: book.ReferenceDay, Type: value.Type{Kind: value.Date, Class: value.Open}}
	b.Facts = append(b.Facts, stichtag)
	b.Parameters[0].Type.Class = value.Open
	v, _ := value.ParseISO(value.Of(value.Decimal), d.decimal())
	b.Parameters[0].Periods = []book.Period{{Valid: book.Validity{From: value.NewDate(2020, 1, 1)}, Value: v, Basis: "§ 1", Source: strings.TrimSpace(d.text() + ".")}}
	hits := book.Hits()
	policy, of, _ := strings.Cut(hits[d.IntN(len(hits))], "collect ")
	b.Hit = book.Hit{Policy: book.Policy(policy), Aggregate: book.Aggregate(of)}
	if of != "" {
		b.Hit.Policy = book.Collect
	}
	b.Outputs = d.outputs(b)
	for i := range 1 + d.IntN(6) {
		b.Rules = append(b.Rules, d.rule(b, i))
	}
	switch n := d.IntN(3); {
	case n == 0:
		b.Otherwise = &book.Otherwise{}
	case n == 1 && b.Hit.Aggregate != book.Count:
		b.Otherwise = &book.Otherwise{Then: b.Rules[0].Then, Basis: "§ 9"}
	}
	b.Waivers = []book.Waiver{{Finding: "gap", Reason: d.text() + "!"}}
	return b
}

func (d dice) outputs(b *book.Book) []book.Output {
	if b.Hit.Aggregate != book.AsList || b.Hit.IsRanked() {
		choice := value.Type{Kind: value.Choice, Class: value.Internal, Choices: []string{"rot", "grün"}, Ordered: d.perhaps()}
		if b.Hit.IsRanked() {
			return []book.Output{{Name: "ampel", Type: choice}}
		}
		return []book.Output{{Name: "summe", Type: value.Type{Kind: value.Decimal, Class: value.Personal}}}
	}
	text := value.Of(value.Text)
	return []book.Output{
		{Name: "t", Type: value.Type{Kind: value.Text, Class: value.Internal}, Optional: true, KnownAs: "Der Text", Unit: speech.Same("Wörter")},
		{Name: "satz", Type: value.Type{Kind: value.Money, Class: value.Internal}},
		{Name: "liste", Type: value.Type{Kind: value.List, Class: value.Internal, Of: &text}, Optional: true},
	}
}

func (d dice) rule(b *book.Book, i int) book.Rule {
	r := book.Rule{ID: fmt.Sprintf("r%d", i), If: book.Expression{Text: d.condition(3)}, Basis: strings.TrimSpace(d.text()), Discretion: d.IntN(4) == 0}
	if d.perhaps() {
		r.Title = speech.Text{DE: "Titel", EN: "title"}
	}
	if d.perhaps() {
		r.Valid.Until = value.NewDate(2030, 12, 31)
	}
	for _, o := range b.Outputs {
		a := book.Assignment{Output: o.Name}
		switch {
		case o.Optional && d.perhaps():
			continue
		case o.Type.Kind == value.Text && d.perhaps():
			a.IsExpression, a.Expression = true, book.Expression{Text: `t + " und " + text(n)`}
		case o.Type.Kind == value.Text:
			a.Literal = value.NewText(strings.TrimPrefix(d.text(), "="))
		case o.Type.Kind == value.Choice:
			a.Literal = value.NewChoice(d.one(o.Type.Choices...))
		case o.Type.Kind == value.List:
			a.Literal = value.NewList(value.NewText("a"), value.NewText(d.text()))
		default:
			a.Literal, _ = value.ParseISO(o.Type, d.one("0.5", "-2.50", "100", "1234.5"))
		}
		r.Then = append(r.Then, a)
	}
	return r
}

func compileBook(b *book.Book) (*rules.Rulebook, []source.Diagnostic) {
	var report source.Report
	for i := range b.Rules {
		b.Rules[i].If.TextAt = func(int) source.Place { return source.Place{} }
		for j := range b.Rules[i].Then {
			b.Rules[i].Then[j].Expression.TextAt = b.Rules[i].If.TextAt
		}
	}
	return rules.Compile(b, &report), report.Sorted()
}

// Random books keep their meaning as sentences, and as a table of columns that
// were found or named.
func TestRandomBooksKeepTheirMeaning(t *testing.T) {
	t.Parallel()
	for seed := range uint64(150) {
		d := dice{rand.New(rand.NewPCG(seed, 1))}
		b := d.book()
		r, problems := compileBook(b)
		if r == nil {
			t.Fatalf("seed %d: the book is no book: %v", seed, problems)
		}
		sentences := Write(b)
		b.Columns = []book.Column{{If: "n"}, {If: "d", Given: true}, {Then: b.Outputs[0].Name}, {If: "alter_am(geburt, tag)"}, {If: "t", Given: d.perhaps()}}
		for _, text := range [][]byte{sentences, Write(b)} {
			var report source.Report
			again := rules.Compile(Read(&report, "again.yaml", text), &report)
			if again == nil || again.Hash() != r.Hash() {
				t.Fatalf("seed %d: %v\n%s", seed, report.Sorted(), text)
			}
		}
	}
}

// Random books keep their meaning as rows of text. A list whose entries hold
// separators becomes an expression there, and is left out.
func TestRandomRowsKeepTheirMeaning(t *testing.T) {
	t.Parallel()
	for seed := range uint64(150) {
		d := dice{rand.New(rand.NewPCG(seed, 4))}
		b := d.book()
		for i := range b.Rules {
			b.Rules[i].Then = slices.DeleteFunc(b.Rules[i].Then, func(a book.Assignment) bool { return a.Output == "liste" })
		}
		r, problems := compileBook(b)
		if r == nil {
			t.Fatalf("seed %d: the book is no book: %v", seed, problems)
		}
		rows := WriteTable(b)
		var report source.Report
		var cells [][]*yaml.Node
		for _, row := range rows {
			var line []*yaml.Node
			for _, text := range row {
				line = append(line, &yaml.Node{Text: strings.TrimSpace(text), Style: yaml.Block})
			}
			cells = append(cells, line)
		}
		ReadTable(&report, b, cells[0], cells[1:])
		again := rules.Compile(b, &report)
		if again == nil || again.Hash() != r.Hash() {
			t.Fatalf("seed %d: %v\n%s", seed, report.Sorted(), rows)
		}
	}
}

// A cell becomes a condition, and the condition a cell again that asks the
// same.
func TestCellsReadBack(t *testing.T) {
	t.Parallel()
	b := desk()
	l := &layout{book: b, scope: scopeOf(b)}
	for seed := range uint64(1500) {
		d := dice{rand.New(rand.NewPCG(seed, 2))}
		name := d.one("n", "tag", "b", "t")
		column := termFor(t, b, name+d.one("", "?"))
		cell := d.cell(name)
		c, slips := column.ask(cell)
		if len(slips) > 0 {
			t.Fatalf("%s | %s: %v", name, cell, slips)
		}
		l.terms = []term{column}
		row := l.lay(c.text)
		again, slips := column.ask(row.cells[0])
		if row.whole != "" || len(slips) > 0 || !slices.Equal(meanings(l.parts(c.text)), meanings(l.parts(again.text))) {
			t.Fatalf("%s (guarded %v) | %s asks %s and became %q and %q", name, column.guarded, cell, c.text, row.cells[0], row.whole)
		}
	}
}
