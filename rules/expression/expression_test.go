// SPDX-License-Identifier: EUPL-1.2

package expression_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func scope() expression.Scope {
	text := value.Of(value.Text)
	return expression.Scope{
		"anzahl": value.Of(value.Integer), "null": value.Of(value.Integer), "quote": value.Of(value.Decimal),
		"betrag": value.Of(value.Money), "dollar": value.Of(value.Money), "geburt": value.Of(value.Date), "stichtag": value.Of(value.Date),
		"ja1": value.Of(value.Boolean), "fehlt": value.Of(value.Boolean), "zahl_fehlt": value.Of(value.Integer), "text_fehlt": text,
		"ort": text, "leer": text, "nachname": value.Of(value.Name), "orte": {Kind: value.List, Of: &text}, "falsch_art": value.Of(value.Integer),
		"stufe":     {Kind: value.Choice, Choices: []string{"niedrig", "mittel", "hoch"}, Ordered: true},
		"anlass":    {Kind: value.Choice, Choices: []string{"Eheschließung", "Scheidung"}},
		"betroffen": value.RecordOf(map[string]value.Type{"melderegister": value.Of(value.Boolean), "bibliothek": value.Of(value.Boolean)}),
	}
}

func env() map[string]value.Value {
	read := func(k value.Kind, s string) value.Value {
		v, err := value.ParseISO(value.Of(k), s)
		if err != nil {
			panic(err)
		}
		return v
	}
	return map[string]value.Value{
		"anzahl": value.NewInteger(3), "null": value.NewInteger(0), "quote": read(value.Decimal, "0.10"),
		"betrag": read(value.Money, "1234.50"), "dollar": read(value.Money, "1.00 USD"), "geburt": read(value.Date, "2008-02-29"),
		"stichtag": read(value.Date, "2026-07-01"), "ja1": value.NewBoolean(true), "leer": value.NewText(" "), "ort": value.NewText("Mu\u0308nchen"),
		"nachname": read(value.Name, "Müller"), "orte": value.NewList(value.NewText("Köln"), value.NewText("Bonn")),
		"anlass": value.NewChoice("Scheidung"), "betroffen": value.NewRecord(map[string]value.Value{"melderegister": value.NewBoolean(true)}),
		"falsch_art": value.NewText("3"), "stufe": value.NewChoice("mittel"),
	}
}

// evaluate gives the result, or what kept it from being one.
func evaluate(profile expression.Profile, want value.Type, text string) string {
	p, problems := expression.Compile(expression.Input{Text: text, Scope: scope(), Profile: profile, Want: want})
	if len(problems) > 0 {
		return "not compiled: " + problems[0].Problem.EN
	}
	v, err := p.Eval(env())
	if u, ok := errors.AsType[*expression.Unknown](err); ok {
		return fmt.Sprint("unknown ", u.Names)
	}
	if err != nil {
		return string(fault.KindOf(err)) + ": " + err.Error()
	}
	if v.IsMissing() {
		return "missing"
	}
	return v.String()
}

// Each line is a trap of floats, of integers, of expr or of missing values.
func TestConditions(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"0.1 + 0.2 == 0.3":                                    "yes", // floats say no
		"quote == 0.1":                                        "yes", // 0.10 is 0.1
		"quote in [0.1, 2]":                                   "yes", // expr's in compares representations
		"betrag == 1234.50":                                   "yes",
		"betrag in [1234.5, 7]":                               "yes",
		"betrag not in [1, 2]":                                "yes",
		"betrag < 2000.10 and betrag >= 1234.50":              "yes",
		"betrag > 1234.499999999999999999":                    "yes",
		"betrag / 2 == 617.25":                                "yes",
		"betrag / betrag == 1":                                "yes",
		"anzahl / 2 == 1.5":                                   "yes",
		"anzahl / 2 * 2 == anzahl":                            "yes",
		"999999999999999999 * 1000 > 9223372036854775807 * 1": "not compiled: \"9223372036854775807\" is no number here",
		"999999999999999999 * 999999999999999999 > 0":         "business: the result of 999999999999999999 * 999999999999999999 has more than 34 digits",
		"999999999999999999 * 10000000000 > 0":                "yes", // int64 would wrap
		"anzahl / null > 1":                                   "business: 3 is divided by zero",
		"null != 0 and anzahl / null > 1":                     "no",
		"anzahl / null > 1 and null != 0":                     "no", // in either order
		"anzahl / 0 > 1":                                      "not compiled: division by zero",
		"-anzahl < -2 and - 3 == -anzahl":                     "yes",
		"dollar == 1":                                         "business: 1.00 USD and 1 EUR cannot be compared",
		"dollar + betrag > 1":                                 "business: 1.00 USD and 1234.50 EUR cannot be calculated with \"+\"",
		"stichtag == \"01.07.2026\"":                          "yes",
		"stichtag in [\"2026-07-01\", \"02.07.2026\"]":        "yes",
		"\"2026-06-30\" < stichtag":                           "yes",
		"alter_am(geburt, stichtag) >= 18":                    "yes",
		"alter_am(geburt, \"2026-02-28\") == 17":              "yes",
		"alter_am(stichtag, geburt) > 1":                      "business: 2008-02-29 lies before the birth on 2026-07-01",
		"ort == \"M\u00fcnchen\"":                             "yes", // the fact is decomposed
		"klein(ort) == \"münchen\"":                           "yes",
		"\"Bonn\" in orte":                                    "yes",
		"\"Ulm\" in orte":                                     "no",
		"anlass == \"Scheidung\"":                             "yes",
		"stufe < \"hoch\" and stufe >= \"mittel\"":            "yes", // by rank, not by letters
		"\"hoch\" <= stufe":                                   "no",
		"stufe > \"sehr hoch\"":                               "not compiled: \"sehr hoch\" does not belong to the choice niedrig, mittel, hoch",
		"anlass < \"Scheidung\"":                              "not compiled: values of kind choice have no order",
		"anlass in [\"Eheschließung\"]":                       "no",
		"nachname == \"Müller\"":                              "yes",
		"ja1 == true and not (ja1 == false)":                  "yes",
		"not ja1 or ja1":                                      "yes",
		"fehlt":                                               "unknown [fehlt]",
		"not fehlt":                                           "unknown [fehlt]",
		"fehlt == false":                                      "unknown [fehlt]",
		"fehlt and ja1":                                       "unknown [fehlt]",
		"fehlt and not ja1":                                   "no",
		"not ja1 and fehlt":                                   "no",
		"fehlt or ja1":                                        "yes",
		"fehlt or not ja1":                                    "unknown [fehlt]",
		"zahl_fehlt < 5 and text_fehlt == \"a\"":              "unknown [text_fehlt zahl_fehlt]",
		"zahl_fehlt == zahl_fehlt":                            "unknown [zahl_fehlt]",
		"text_fehlt != \"a\"":                                 "unknown [text_fehlt]",
		"text_fehlt in [\"a\"]":                               "unknown [text_fehlt]",
		"anzahl in [zahl_fehlt, 3]":                           "yes",
		"anzahl in [zahl_fehlt, 4]":                           "unknown [zahl_fehlt]",
		"zahl_fehlt + 1 > 0":                                  "unknown [zahl_fehlt]",
		"angegeben(leer) or angegeben(text_fehlt)":            "no",
		"angegeben(fehlt)":                                    "no",
		"angegeben(betroffen.melderegister)":                  "yes",
		"not angegeben(betroffen.bibliothek)":                 "yes",
		"betroffen.melderegister":                             "yes",
		"betroffen.bibliothek":                                "unknown [betroffen.bibliothek]",
		"falsch_art > 1":                                      "business: falsch_art is of kind text, declared is integer",
	} {
		if got := evaluate(expression.Condition, value.Type{}, text); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestValues(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind       value.Kind
		text, want string
	}{
		{value.Missing, "betrag * 2", "2469.00 EUR"},
		{value.Missing, "10 / 4", "2.5"},
		{value.Missing, "100 / 10", "10"},
		{value.Missing, "runden(betrag / 7, 2)", "176.36 EUR"},
		{value.Missing, "\"Frist: \" + text(plus_tage(stichtag, 14))", "Frist: 15.07.2026"},
		{value.Missing, "text(betrag) + \"/\" + iso(betrag)", "1.234,50 €/1234.50 EUR"},
		{value.Missing, "auffuellen(text(anzahl), 3)", "003"},
		{value.Missing, "text_fehlt + \"x\"", "missing"},
		{value.Missing, "zahl_fehlt * 2", "missing"},
		{value.Missing, "ja1 ? \"a\" : text_fehlt", "a"},
		{value.Missing, "fehlt ? 1 : 2", "missing"},
		{value.Missing, "nachname", "Müller"},
		{value.Missing, "[1, anzahl]", "1; 3"},
		{value.Money, "120", "120 EUR"},
		{value.Money, "anzahl == 3 ? 5.50 : 6", "5.50 EUR"},
		{value.Date, "\"31.12.2026\"", "2026-12-31"},
		{value.Decimal, "anzahl", "3"},
		{value.Name, "nachname + \"-Weiß\"", "Müller-Weiß"},
		{value.Name, "\"2\" + nachname", "business: U+0032 (2) in \"2Müller\" is no letter of a name (DIN 91379)"},
		{value.Integer, "anzahl / 2", "not compiled: this gives a value of kind decimal, expected is integer"},
		{value.Integer, "min(anzahl, 2)", "2"},
		{value.Money, "max(betrag, 2000)", "2000 EUR"},
	} {
		if got := evaluate(expression.Value, value.Of(c.kind), c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestUnknownIsABusinessFault(t *testing.T) {
	t.Parallel()
	p, _ := expression.Compile(expression.Input{Text: "fehlt", Scope: scope()})
	_, err := p.Eval(nil)
	if fault.KindOf(err) != fault.Business || fault.Describe(err, speech.German) != "das lässt sich nicht entscheiden: „fehlt“ fehlt" {
		t.Errorf("got %v", err)
	}
}

func TestReadsAndType(t *testing.T) {
	t.Parallel()
	p, _ := expression.Compile(expression.Input{Text: "betroffen.melderegister and anzahl in [1, null] and angegeben(ort)", Scope: scope()})
	if got := fmt.Sprint(p.Reads(), p.Type().Kind); got != "[anzahl betroffen.melderegister null ort]boolean" {
		t.Error(got)
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]bool{"straße_2": true, "_x": true, "2x": false, "": false, "a-b": false, "not": false, "a.b": false, "$env": false} {
		if expression.IsName(word) != want {
			t.Errorf("IsName(%q) is not %v", word, want)
		}
	}
}

func TestConcurrentEval(t *testing.T) {
	t.Parallel()
	p, _ := expression.Compile(expression.Input{Text: "betrag / 2 > 600 and anlass == \"Scheidung\" and anzahl in [1, 2, 3]", Scope: scope()})
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 200 {
				if v, err := p.Eval(env()); err != nil || !v.Yes() {
					t.Errorf("%v %v", v, err)
				}
			}
		})
	}
	all.Wait()
}

func ExampleCompile() {
	scope := expression.Scope{"anzahl": value.Of(value.Integer), "gefaehrlich": value.Of(value.Boolean)}
	p, _ := expression.Compile(expression.Input{Text: "anzahl == 1 and not gefaehrlich", Scope: scope})
	_, err := p.Eval(map[string]value.Value{"anzahl": value.NewInteger(1)})
	fmt.Println(err)

	_, problems := expression.Compile(expression.Input{Text: "anzal == 1", Scope: scope, At: func(letter int) source.Place {
		return source.Place{File: "hundesteuer.yaml", Line: 12, Column: 9 + letter}
	}})
	fmt.Println(problems[0].Render(speech.German))
	// Output:
	// this cannot be decided: “gefaehrlich” is missing
	// hundesteuer.yaml:12:9: unbekannter Name „anzal“
	//  Hinweis: meinten Sie „anzahl“?
}

func BenchmarkCompile1000(b *testing.B) {
	for b.Loop() {
		for range 1000 {
			expression.Compile(expression.Input{Text: "anzahl == 1 and not ja1 and betrag < 25000.00", Scope: scopeOnce})
		}
	}
}

var scopeOnce = scope()

func FuzzCompile(f *testing.F) {
	for _, seed := range []string{"anzahl == 1 and not ja1", "betrag in [1.5, 2]", "a ? b : c", "((1", "[", "filter(orte, # > 1)", "1 <= anzahl <= 5", "\"", "alter_am(geburt, \"x\")", "not in", "x..y", "-(-1)", "text(betrag) + ort"} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, text string, isValue bool) {
		in := expression.Input{Text: text, Scope: scopeOnce}
		if isValue {
			in.Profile = expression.Value
		}
		p, problems := expression.Compile(in)
		if (p == nil) == (len(problems) == 0) {
			t.Fatalf("a program or problems, not %v and %v", p, problems)
		}
		if p != nil {
			if _, err := p.Eval(env()); fault.KindOf(err) == fault.Internal {
				t.Fatal(err)
			}
		}
	})
}
