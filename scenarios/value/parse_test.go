// SPDX-License-Identifier: EUPL-1.2

package value_test

import (
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func TestParse(t *testing.T) {
	t.Parallel()
	choice := value.Type{Kind: value.Choice, Choices: []string{"ledig", "verheiratet"}}
	whole := value.Of(value.Integer)
	person := value.RecordOf(map[string]value.Type{"name": value.Of(value.Name), "born": value.Of(value.Date)})
	people := value.Type{Kind: value.List, Of: &person}
	for _, c := range []struct {
		of         value.Type
		text, want string // want begins with ! for a refusal
	}{
		{value.Of(value.Text), " 01067 ", " 01067 "},
		{value.Of(value.Text), "", ""},
		{whole, "12", "12"},
		{whole, "-12", "-12"},
		{whole, "−12", "-12"},
		{whole, "+12", "12"},
		{whole, "1.234", "1234"},
		{whole, "1.234.567", "1234567"},
		{whole, "1\u00a0234", "1234"},
		{whole, "0012", "12"},
		{whole, "1.23", "!„1.23“ ist keine ganze Zahl"},
		{whole, "1,5", "!„1,5“ ist keine ganze Zahl"},
		{whole, "12a", "!„12a“ ist keine Zahl"},
		{whole, "--1", "!„--1“ ist keine Zahl"},
		{whole, "1e3", "!„1e3“ ist keine Zahl"},
		{whole, "١٢", "!„١٢“ ist keine Zahl"},
		{whole, "-", "!„-“ ist keine Zahl"},
		{whole, ".", "!„.“ ist keine Zahl"},
		{whole, "1.", "!„1.“ ist keine Zahl"},
		{whole, strings.Repeat("9", 35), "!„" + strings.Repeat("9", 35) + "“ ist keine Zahl"},
		{value.Of(value.Decimal), "1234.5", "1234.5"},
		{value.Of(value.Decimal), "1.234,50", "1234.50"},
		{value.Of(value.Decimal), "1234,5", "1234.5"},
		{value.Of(value.Decimal), "1.234", "!„1.234“ kann zwei Zahlen bedeuten"},
		{value.Of(value.Decimal), "1.2345", "1.2345"},
		{value.Of(value.Decimal), "1.234.567", "1234567"},
		{value.Of(value.Decimal), "0,1", "0.1"},
		{value.Of(value.Decimal), "1,2,3", "!„1,2,3“ ist keine Zahl"},
		{value.Of(value.Decimal), "1,234.5", "!„1,234.5“ ist keine Zahl"},
		{value.Of(value.Decimal), "12.34,5", "!„12.34,5“ ist keine Zahl"},
		{value.Of(value.Decimal), ",5", "!„,5“ ist keine Zahl"},
		{value.Of(value.Money), "120", "120 EUR"},
		{value.Of(value.Money), "120.00 EUR", "120.00 EUR"},
		{value.Of(value.Money), "1.234,50 €", "1234.50 EUR"},
		{value.Of(value.Money), "1,234 €", "!„1,234“ kann zwei Beträge bedeuten"},
		{value.Of(value.Money), "99,90 Euro", "99.90 EUR"},
		{value.Of(value.Money), "-5 CHF", "-5 CHF"},
		{value.Of(value.Money), "1.234 €", "!„1.234“ kann zwei Zahlen bedeuten"},
		{value.Of(value.Money), "5 Taler", "!„5 Taler“ endet nicht mit einer Währung"},
		{value.Of(value.Money), "EUR", "!„EUR“ ist keine Zahl"},
		{value.Of(value.Date), "2026-12-31", "2026-12-31"},
		{value.Of(value.Date), "31.12.2026", "2026-12-31"},
		{value.Of(value.Date), "1.2.2026", "2026-02-01"},
		{value.Of(value.Date), "29.02.2024", "2024-02-29"},
		{value.Of(value.Date), "29.02.2026", "!den 29.02.2026 gibt es im Kalender nicht"},
		{value.Of(value.Date), "29.02.2000", "2000-02-29"},
		{value.Of(value.Date), "29.02.1900", "!den 29.02.1900 gibt es im Kalender nicht"},
		{value.Of(value.Date), "2026-02-30", "!den 2026-02-30 gibt es im Kalender nicht"},
		{value.Of(value.Date), "31.04.2026", "!den 31.04.2026 gibt es im Kalender nicht"},
		{value.Of(value.Date), "00.01.2026", "!den 00.01.2026 gibt es im Kalender nicht"},
		{value.Of(value.Date), "01.13.2026", "!den 01.13.2026 gibt es im Kalender nicht"},
		{value.Of(value.Date), "31.12.26", "!„31.12.26“ ist kein Datum wie 31.12.2026 oder 2026-12-31"},
		{value.Of(value.Date), "12/31/2026", "!„12/31/2026“ ist kein Datum wie 31.12.2026 oder 2026-12-31"},
		{value.Of(value.Date), "2026-1-1", "!„2026-1-1“ ist kein Datum wie 31.12.2026 oder 2026-12-31"},
		{value.Of(value.Date), "1.1.2026.", "!„1.1.2026.“ ist kein Datum wie 31.12.2026 oder 2026-12-31"},
		{value.Of(value.Boolean), "ja", "yes"},
		{value.Of(value.Boolean), "Nein", "no"},
		{value.Of(value.Boolean), "TRUE", "yes"},
		{value.Of(value.Boolean), "falsch", "no"},
		{value.Of(value.Boolean), "1", "!„1“ ist weder ja noch nein"},
		{choice, "ledig", "ledig"},
		{choice, "Ledig", "!„Ledig“ gehört nicht zur Auswahl ledig, verheiratet"},
		{value.Type{Kind: value.List, Of: &whole}, "1, 2,3", "1; 2; 3"},
		{value.Type{Kind: value.List}, "a, b; c", "a, b; c"},
		{value.Type{Kind: value.List, Of: &whole}, "1,x", "!„x“ ist keine Zahl"},
		{people, `[{"name": "Müller", "born": "14.03.1985"}]`, "born: 1985-03-14, name: Müller"},
		{people, `[{"name": "Müller"`, "!das ist keine Liste in JSON"},
		{people, `[{"nmae": "Müller"}]`, "!unbekanntes Feld „nmae“"},
		{value.Of(value.Record), "a", "!ein Wert der Art Datensatz lässt sich nicht als ein Text schreiben"},
		{value.Of(value.Name), " O’Neill ", "O’Neill"},
		{value.Of(value.Name), "Mu\u0308ller", "Müller"},
		{value.Of(value.Name), "Null", "Null"},
		{value.Of(value.Name), "R2D2", "!U+0032 (2) in „R2D2“ gehört in keinen Namen (DIN 91379)"},
		{value.Of(value.Name), "Αθηνά", "!U+0391 (Α) in „Αθηνά“ gehört in keinen Namen (DIN 91379)"},
	} {
		v, err := value.Parse(c.of, c.text)
		got := v.String()
		if p, ok := err.(*value.Problem); ok {
			got = "!" + p.In(speech.German)
		}
		if got != c.want {
			t.Errorf("%s %q: %s, not %s", c.of.Kind, c.text, got, c.want)
		}
	}
}

func TestNothingIsMissing(t *testing.T) {
	t.Parallel()
	for _, k := range value.Kinds() {
		v, err := value.Parse(value.Of(value.Kind(k)), " ")
		if err != nil || v.IsMissing() == (k == string(value.Text)) {
			t.Errorf("%s: %v, %v", k, v, err)
		}
	}
}

func TestISO(t *testing.T) {
	t.Parallel()
	v, err := value.ParseISO(value.Of(value.Decimal), "1.234")
	if err != nil || v.String() != "1.234" {
		t.Error(v, err)
	}
	if _, err := value.ParseISO(value.Of(value.Integer), "1.234"); err == nil {
		t.Error("a machine's 1.234 is no whole number")
	}
}

func TestIn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind               value.Kind
		text, german, both string
	}{
		{value.Money, "1234567.5 EUR", "1.234.567,50 €", "1234567.5 EUR"},
		{value.Money, "-5 CHF", "-5,00 CHF", "-5 CHF"},
		{value.Money, "0,125 €", "0,125 €", "0.125 EUR"},
		{value.Date, "2026-02-01", "01.02.2026", "2026-02-01"},
		{value.Boolean, "ja", "ja", "yes"},
		{value.Decimal, "1000,5", "1.000,5", "1000.5"},
		{value.Integer, "-999", "-999", "-999"},
		{value.Name, "Weiß", "Weiß", "Weiß"},
	} {
		v, err := value.Parse(value.Of(c.kind), c.text)
		if err != nil || v.In(speech.German) != c.german || v.In(speech.English) != c.both {
			t.Errorf("%s: %s, %s, %v", c.text, v.In(speech.German), v.In(speech.English), err)
		}
	}
}

func TestCompare(t *testing.T) {
	t.Parallel()
	parse := func(k value.Kind, s string) value.Value {
		v, err := value.Parse(value.Of(k), s)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, c := range []struct {
		a, b  value.Value
		order int
		ok    bool
	}{
		{parse(value.Decimal, "1,0"), parse(value.Integer, "1"), 0, true},
		{parse(value.Money, "10 EUR"), parse(value.Money, "9,99 €"), 1, true},
		{parse(value.Money, "10 EUR"), parse(value.Money, "10 CHF"), 0, false},
		{parse(value.Money, "10 EUR"), parse(value.Integer, "10"), 0, false},
		{parse(value.Date, "01.02.2026"), parse(value.Date, "2026-01-31"), 1, true},
		{parse(value.Name, "Müller"), parse(value.Text, "Müller"), 0, true},
		{value.Value{}, value.Value{}, 0, false},
	} {
		if order, ok := value.Compare(c.a, c.b); order != c.order || ok != c.ok || value.Equal(c.a, c.b) != (ok && order == 0) {
			t.Errorf("%v and %v: %d, %v", c.a, c.b, order, ok)
		}
	}
}

// What was read once is written so that it is read again as the same value.
func FuzzParse(f *testing.F) {
	for i, s := range []string{"1.234,50 €", "29.02.2024", "Đặng Thị Hằng", "ja", "1; 2", "−5", "120.00 EUR", "e\u0301"} {
		f.Add(i, s)
	}
	kinds := value.Kinds()
	f.Fuzz(func(t *testing.T, n int, text string) {
		of := value.Type{Kind: value.Kind(kinds[uint(n)%uint(len(kinds))]), Choices: []string{"a", "b"}}
		v, err := value.Parse(of, text)
		if err != nil {
			if p, ok := err.(*value.Problem); !ok || p.EN == "" || p.DE == "" {
				t.Fatal(err)
			}
			return
		}
		if of.Kind == value.List {
			return // the separator of a list is not quoted
		}
		again, err := value.ParseISO(of, v.String())
		if err != nil || again.String() != v.String() || !v.IsMissing() && !value.Equal(v, again) {
			t.Fatalf("%q became %q, then %q: %v", text, v.String(), again.String(), err)
		}
		_ = v.In(speech.German)
	})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		for k, s := range map[value.Kind]string{value.Money: "1.234,50 €", value.Date: "31.12.2026", value.Name: "Đặng Thị Hằng"} {
			if _, err := value.Parse(value.Of(k), s); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func TestAnEmptyListIsNotMissing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		v    value.Value
		want string
	}{{value.NewList(), "[]"}, {value.Value{}, "null"}, {value.NewList(value.NewInteger(1)), "[1]"}} {
		got, err := c.v.MarshalJSON()
		if err != nil || string(got) != c.want {
			t.Errorf("%s, %v, not %s", got, err, c.want)
		}
		list := value.Type{Kind: value.List}
		if back, err := value.FromJSON(list, got); err != nil || back.IsMissing() != c.v.IsMissing() {
			t.Errorf("%s is read as %v, %v", got, back, err)
		}
	}
}
