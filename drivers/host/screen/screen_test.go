// SPDX-License-Identifier: EUPL-1.2

package screen_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/host/screen"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// paint makes a screen of rows: "‹" begins a protected field, "«" a field for
// writing, "¶" a hidden one, "№" one for digits; "_" is an empty place.
func paint(t *testing.T, rows ...string) *screen.Screen {
	t.Helper()
	const columns = 70
	var lines []string
	for _, row := range rows {
		letters := []rune(row)
		if len(letters) > columns {
			t.Fatalf("%q is too long", row)
		}
		var words []string
		for at := range columns {
			r := '_'
			if at < len(letters) {
				r = letters[at]
			}
			words = append(words, word(r))
		}
		lines = append(lines, strings.Join(words, " "))
	}
	s, err := screen.Parse(len(rows), columns, lines)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func word(r rune) string {
	switch r {
	case '‹':
		return "SF(c0=e0)"
	case '«':
		return "SF(c0=c1,42=f4)"
	case '¶':
		return "SF(c0=cd)"
	case '№':
		return "SA(42=f1) SF(c0=d1)"
	case '_':
		return "0000"
	}
	return fmt.Sprintf("%04x", r)
}

func mask(t *testing.T) *screen.Screen {
	t.Helper()
	return paint(t,
		"‹KASSE-04   Konto anzeigen        ‹Seite 1 von 3",
		"‹Konto . . . . . :‹4711",
		"‹Nachname  . . . : «Müller    ‹   Stand: 01.02.2026 10:15",
		"‹Kennwort ===> ¶geheim__‹",
		"‹Betrag: 12,50   Währung: EUR  Leer:      ‹",
		"‹Betrag №123___‹",
		"‹Anschrift :‹Am Ring 5   Hinterhaus",
		"‹Bezirk  . . . . : «2_‹  1. Nord",
		"‹                        2. Süd-West",
		"‹                        3  Osten",
		"‹Vermerk",
		"«übrig______________‹",
		"‹F3=Ende  PF5 = Speichern F07=Zurück  F8=Vorwärts ENTER=Weiter",
	)
}

func TestFind(t *testing.T) {
	t.Parallel()
	s := mask(t)
	for _, c := range []struct {
		by   scenarios.By
		what string
		want []string
	}{
		{scenarios.ByLabelLeft, "Konto", []string{"2/20 4711"}},
		{scenarios.ByLabelLeft, "Nachname", []string{"3/21 Müller «"}},
		{scenarios.ByLabelLeft, "Stand", []string{"3/42 01.02.2026 10:15"}},
		{scenarios.ByLabelLeft, "Kennwort", []string{"4/17  «"}},
		{scenarios.ByLabelLeft, "Betrag", []string{"5/10 12,50", "6/10 123 «"}},
		{scenarios.ByLabelLeft, "Währung", []string{"5/27 EUR"}},
		{scenarios.ByLabelLeft, "Leer", []string{"5/44 "}},
		{scenarios.ByLabelLeft, "Anschrift", []string{"7/14 Am Ring 5 Hinterhaus"}},
		{scenarios.ByLabelAbove, "Vermerk", []string{"12/2 übrig «"}},
		{scenarios.ByLabel, "Vermerk", []string{"12/2 übrig «"}},
		{scenarios.ByBeside, "Vermerk", []string{"12/2 übrig «"}},
		{scenarios.ByText, "Konto anzeigen", []string{"1/13 Konto anzeigen"}},
		{scenarios.ByTextLike, "Seite # von #", []string{"1/36 Seite 1 von 3"}},
		{scenarios.ByPath, "7/15", []string{"7/14 Am Ring 5 Hinterhaus"}},
		{scenarios.ByPath, "3/24", []string{"3/21 Müller «"}},
		{scenarios.ByPath, "99/1", nil},
		{scenarios.ByPath, "irgendwo", nil},
		{scenarios.ByName, "Speichern", []string{"13/11 Speichern PF5"}},
		{scenarios.ByName, "Zurück", []string{"13/27 Zurück PF7"}},
		{scenarios.ByName, "Weiter", []string{"13/51 Weiter Enter"}},
		{scenarios.ByCSS, "#a", nil},
	} {
		var got []string
		for _, spot := range s.Find(c.by, c.what) {
			words := fmt.Sprintf("%d/%d %s", spot.Row+1, spot.Column+1, spot.Text)
			if spot.Input {
				words += " «"
			}
			got = append(got, strings.TrimSuffix(words+" "+spot.Key, " "))
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %s found %q, not %q", c.by, c.what, got, c.want)
		}
	}
	if s.Forward() != "PF8" || s.Backward() != "PF7" {
		t.Errorf("the pages turn by %q and %q", s.Forward(), s.Backward())
	}
}

func TestWhatIsSeen(t *testing.T) {
	t.Parallel()
	s := mask(t)
	for text, want := range map[string][2]bool{ // seen, and said by the host
		"Konto anzeigen": {true, true}, "KASSE-04 Konto": {true, true}, "Müller": {true, false}, "geheim": {false, false}, "": {false, false},
	} {
		if got := [2]bool{s.Shows(text), s.Says(text)}; got != want {
			t.Errorf("%q is seen, and said: %v, not %v", text, got, want)
		}
	}
	hidden := s.Fields[s.Find(scenarios.ByLabelLeft, "Kennwort")[0].Field]
	if !hidden.Hidden || hidden.Held != 6 || hidden.Length != 8 || !s.AsksToLogIn() {
		t.Errorf("the hidden field is %+v", hidden)
	}
	field := s.Find(scenarios.ByLabelLeft, "Bezirk")[0]
	if got := s.Choices(field); !reflect.DeepEqual(got, []screen.Choice{{"1", "Nord"}, {"2", "Süd-West"}, {"3", "Osten"}}) {
		t.Errorf("the entries are %q", got)
	}
	whole := strings.Join(s.Masked([]string{"am ring"}), "\n")
	for _, covered := range []string{"Müller", "Am Ring", "geheim", "übrig"} {
		if strings.Contains(whole, covered) {
			t.Errorf("%q is not covered", covered)
		}
	}
	if !strings.Contains(whole, "▒▒ ▒▒▒▒ 5") || !strings.Contains(whole, "Konto anzeigen") {
		t.Errorf("too much or too little is covered:\n%s", whole)
	}
}

func TestMenu(t *testing.T) {
	t.Parallel()
	s := paint(t, "‹Hauptmenü", "‹ 1  Konten suchen", "‹ 2  Ende", "‹Auswahl ===>«_‹")
	field := s.Find(scenarios.ByLabelLeft, "Auswahl")[0]
	if got := s.Choices(field); !reflect.DeepEqual(got, []screen.Choice{{"1", "Konten suchen"}, {"2", "Ende"}}) {
		t.Errorf("the menu has %q", got)
	}
}

func TestTables(t *testing.T) {
	t.Parallel()
	s := paint(t,
		"‹Trefferliste",
		"‹A  Konto    Name                 Vorname       Betrag",
		"«_‹1001     ‹Müller-Lüdenscheidt  Anna      1.234,56",
		"«S‹1002     ‹Meier                Eva           7,00",
		"‹   1003     Ohne Feld            Max",
		"‹",
		"‹Keine weiteren Konten",
	)
	tables := s.Tables([]string{"Konto", "Name"})
	if len(tables) != 1 || len(s.Tables([]string{"Konto", "Ort"})) != 0 {
		t.Fatalf("%d tables", len(tables))
	}
	first := tables[0].Lines[0]
	for heading, want := range map[string]string{"A": "", "Konto": "1001", "Name": "Müller-Lüdenscheidt", "Vorname": "Anna", "Betrag": "1.234,56"} {
		if cell, _ := first.Cell(heading); cell.Text != want {
			t.Errorf("%s holds %q, not %q", heading, cell.Text, want)
		}
	}
	if mark, ok := first.Cell("A"); !ok || !mark.Input {
		t.Errorf("the mark is %+v", mark)
	}
	if got := tables[0].Lines[1].String(); got != "S · 1002 · Meier · Eva · 7,00" {
		t.Errorf("the second line reads %q", got)
	}
	if body := tables[0].Body(); strings.Contains(body, "weiteren") || !strings.Contains(body, "1003") {
		t.Errorf("the list is %q", body)
	}
}

// TestWrapped: a field goes on in the next row, the last one at the top.
func TestWrapped(t *testing.T) {
	t.Parallel()
	s := paint(t, "Ende___‹Anfang", strings.Repeat("_", 60)+"«"+"Hohenzoll", "ernring‹Fuss")
	if got := s.Text(1); got != "Hohenzollernring" {
		t.Errorf("the wrapped field reads %q", got)
	}
	if !s.Shows("Hohenzollernring") && s.Fields[1].Length > s.Columns {
		t.Error("the wrapped field is not seen")
	}
	if last := s.Fields[2]; !strings.HasSuffix(s.Text(2), "Ende") || last.Row != 2 {
		t.Errorf("the last field reads %q", s.Text(2))
	}
}

// FuzzParse: whatever a terminal says, nothing breaks, and what is hidden stays
// so.
func FuzzParse(f *testing.F) {
	f.Add("SF(c0=e0) 004b 0061 SF(c0=cd) 0067", "SA(42=f1) 0031 GE(ad) 0000 SF(c0=c1,42=f4) 20ac")
	f.Add("0000 0000", "003a 002e")
	f.Fuzz(func(t *testing.T, first, second string) {
		columns := 0
		for word := range strings.FieldsSeq(first) {
			if !strings.HasPrefix(word, "SA(") {
				columns++
			}
		}
		s, err := screen.Parse(2, columns, []string{first, second})
		if err != nil {
			return
		}
		for _, by := range scenarios.Ways() {
			for _, what := range []string{"K", "1/1", "#"} {
				for _, spot := range s.Find(by, what) {
					if spot.Row < 0 || spot.Row > 1 || spot.Column < 0 || spot.Column >= columns {
						t.Errorf("%s leads to %+v", by, spot)
					}
					s.Choices(spot)
				}
			}
		}
		s.Masked([]string{"K"})
		for _, table := range s.Tables([]string{"K"}) {
			_ = table.Body()
		}
		for i, field := range s.Fields {
			if field.Hidden && s.Text(i) != "" {
				t.Errorf("a hidden field shows %q", s.Text(i))
			}
		}
	})
}
