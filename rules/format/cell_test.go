// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// desk is a book with one fact of each kind, and a parameter.
func desk() *book.Book {
	b := &book.Book{}
	b.Facts = []book.Fact{
		{Name: "n", Type: value.Of(value.Integer)},
		{Name: "d", Type: value.Of(value.Decimal)},
		{Name: "m", Type: value.Of(value.Money)},
		{Name: "t", Type: value.Of(value.Text)},
		{Name: "b", Type: value.Of(value.Boolean)},
		{Name: "c", Type: value.Of(value.Boolean)},
		{Name: "tag", Type: value.Of(value.Date)},
		{Name: "geburt", Type: value.Of(value.Date)},
		{Name: "l", Type: value.Of(value.List)},
		{Name: "o", Type: value.Type{Kind: value.Choice, Choices: []string{"rot", "grün", "blau, matt"}}},
		{Name: "s", Type: value.Type{Kind: value.Choice, Choices: []string{"klein", "groß"}, Ordered: true}},
	}
	b.Parameters = []book.Parameter{{Name: "grenze", Type: value.Of(value.Decimal)}}
	return b
}

func termFor(t testing.TB, b *book.Book, text string) term {
	t.Helper()
	guarded := strings.HasSuffix(text, "?")
	out, problems := termOf(b, book.Expression{Text: strings.TrimSuffix(text, "?")})
	if out == nil {
		t.Fatal(text, problems)
	}
	out.guarded = guarded
	return *out
}

func TestCells(t *testing.T) {
	t.Parallel()
	b := desk()
	for _, c := range []struct{ term, cell, want string }{
		{"n", "", ""},
		{"n", "-", ""},
		{"n", "1", "n == 1"},
		{"n", " -1 ", "n == -1"},
		{"n", "1; 2;3", "n in [1, 2, 3]"},
		{"n", "1.000", "n == 1000"},
		{"d", "1,5", "d == 1.5"},
		{"d", "> 1,5", "d > 1.5"},
		{"m", "<= 1.234,50 €", "m <= 1234.50"},
		{"m", "!= 5 EUR", "m != 5"},
		{"d", "< =grenze", "d < grenze"},
		{"d", "<=grenze", `letter 2: "grenze" is not a number (a name stands behind an equals sign: =grenze)`},
		{"d", "> =grenze * 2", "d > (grenze * 2)"},
		{"n", "1 .. 5", "n >= 1 and n <= 5"},
		{"n", "[1..5)", "n >= 1 and n < 5"},
		{"n", "(1 .. 5]", "n > 1 and n <= 5"},
		{"n", "]1..5[", "n > 1 and n < 5"},
		{"d", "0,5 .. =grenze", "d >= 0.5 and d <= grenze"},
		{"n", "1; 5 .. 7; > 9", "n == 1 or (n >= 5 and n <= 7) or n > 9"},
		{"n", "not 1", "not (n == 1)"},
		{"n", "not 1; 2", "not (n in [1, 2])"},
		{"n", "not 1 .. 5", "not (n >= 1 and n <= 5)"},
		{"tag", "01.02.2026", `tag == "2026-02-01"`},
		{"tag", "2026-01-01 .. 31.12.2026", `tag >= "2026-01-01" and tag <= "2026-12-31"`},
		{"b", "ja", "b"},
		{"b", "no", "not b"},
		{"b", "yes; no", "b or not b"},
		{"t", "Köln", `t == "Köln"`},
		{"t", "Bad Ems; Köln", `t in ["Bad Ems", "Köln"]`},
		{"t", "Bad Ems, Köln", `letter 0: the comma in "Bad Ems, Köln" may separate two texts or belong to one (write a; b for two, "a, b" for one)`},
		{"t", `"Bad Ems, Köln"; "<5"; "a\"b\\"`, `t in ["Bad Ems, Köln", "<5", "a\"b\\"]`},
		{"t", `"Köln`, `letter 0: this is no text in quotes (a quote inside is written \")`},
		{"t", "von .. bis", `t == "von .. bis"`},
		{"t", "< 5", "letter 0: values of kind text have no order (a text that begins with a sign stands in quotes)"},
		{"t", "angegeben", "angegeben(t)"},
		{"t", "nicht angegeben; Köln", `not angegeben(t) or t == "Köln"`},
		{"t", `"angegeben"`, `t == "angegeben"`},
		{"o", "blau, matt", `o == "blau, matt"`},
		{"o", "gelb", `letter 0: "gelb" is not one of rot, grün, blau, matt (a name stands behind an equals sign: =gelb)`},
		{"s", ">= groß", `s >= "groß"`},
		{"s", "klein .. groß", `s >= "klein" and s <= "groß"`},
		{"n?", "1; 2", "angegeben(n) and n in [1, 2]"},
		{"n?", "not 1", "not angegeben(n) or not (n == 1)"},
		{"n?", "nicht angegeben; > 5", "not angegeben(n) or (angegeben(n) and n > 5)"},
		{"n?", "not nicht angegeben; > 5", "not (not angegeben(n) or (angegeben(n) and n > 5))"},
		{"alter_am(geburt, tag)", ">= 18", "alter_am(geburt, tag) >= 18"},
		{"alter_am(geburt, tag)?", ">= 18", "angegeben(geburt) and angegeben(tag) and alter_am(geburt, tag) >= 18"},
		{"alter_am(geburt, tag)", "angegeben", "letter 0: only of a name can be asked whether it is given"},
		{"n + 1", "1 .. 5", "(n + 1) >= 1 and (n + 1) <= 5"},
		{"n > d", "yes", "n > d"},
		{"n > d", "no", "not (n > d)"},
		{"n", "1 .. 2 .. 3", "letter 0: an interval has two limits (write 1 .. 5, or [1 .. 5) without the 5)"},
		{"n", "[1 .. 2", "letter 0: the closing bracket is missing (write 1 .. 5, or [1 .. 5) without the 5)"},
		{"n", "1 .. 2]", "letter 0: the opening bracket is missing (write 1 .. 5, or [1 .. 5) without the 5)"},
		{"n", "1;", "letter 2: a value is missing here (an empty cell asks nothing)"},
		{"n", "> ", "letter 1: a value is missing here (an empty cell asks nothing)"},
		{"m", "5 USD", "letter 0: amounts in a condition are in euros"},
		{"l", "a", `letter 0: a list is compared in the column "if" (write "x" in liste)`},
	} {
		got, slips := termFor(t, b, c.term).ask(c.cell)
		said := got.text
		for _, s := range slips {
			said = strings.TrimSuffix("letter "+string(rune('0'+s.letter))+": "+s.problem.EN+" ("+s.hint.EN+")", " ()")
		}
		if said != c.want {
			t.Errorf("%s | %s:\n got %s\nwant %s", c.term, c.cell, said, c.want)
		}
		if len(slips) == 0 && got.text != "" {
			if p, problems := expression.Compile(expression.Input{Text: got.text, Scope: scopeOf(b)}); p == nil {
				t.Errorf("%s: %v", got.text, problems)
			}
		}
	}
}

// Whatever stands in a cell, something comes of it, and what is said about it
// has a place in it.
func FuzzCell(f *testing.F) {
	for _, cell := range []string{"-", "1; 2", "not (1 .. 5]", `"a\"b"; c`, "< =grenze", "nicht angegeben", "1 .. 5 .. ]", "..", `"`, `\`, "[", "=", "]..["} {
		f.Add(cell)
	}
	b := desk()
	f.Fuzz(func(t *testing.T, cell string) {
		for _, name := range []string{"n", "d?", "m", "t", "b?", "tag", "o", "s", "l", "n + 1"} {
			_, slips := termFor(t, b, name).ask(cell)
			for _, s := range slips {
				if s.letter < 0 || s.letter > len([]rune(cell)) || s.problem.DE == "" {
					t.Errorf("%s | %q: %v", name, cell, s)
				}
			}
		}
	})
}
