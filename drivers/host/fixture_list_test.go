// SPDX-License-Identifier: EUPL-1.2

package host_test

import (
	"fmt"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/racingmars/go3270"
)

// entry is a row of the list; it takes a mark in front.
type entry struct{ number, name, given string }

// hits are 25 accounts on three screens; two of them look alike where only
// their names are compared.
func hits() []entry {
	var out []entry
	for i := range 25 {
		out = append(out, entry{fmt.Sprint(1000 + i), fmt.Sprintf("Name%c", 'A'+i), "Anna"})
	}
	out[3].name, out[21].name = "Müller", "Müller"
	out[21].given = "Anna Maria"
	return out
}

const perScreen = 10

// list shows entries over several screens, and tells which one was marked on
// which screen.
func list(entries []entry, marked chan<- string) func(desk) {
	return func(d desk) {
		for from := 0; ; {
			s, note := listMask(entries, from), ""
			r, ok := d.show(s)
			switch {
			case !ok:
				return
			case r.AID == go3270.AIDPF8 && from+perScreen < len(entries):
				from += perScreen
			case r.AID == go3270.AIDPF7 && from > 0:
				from -= perScreen
			case r.AID == go3270.AIDEnter:
				for name, value := range r.Values {
					if value != "" {
						note += name + "=" + value + " "
					}
				}
				marked <- note
			}
		}
	}
}

func listMask(entries []entry, from int) go3270.Screen {
	parts := []any{
		text(0, 0, "KASSE-03  Trefferliste"),
		text(2, 0, "A"), text(2, 4, "Konto"), text(2, 14, "Name"), text(2, 40, "Vorname"), text(2, 66, "Saldo"),
		text(23, 0, "F3=Ende  F7=Zurück  F8=Vor"),
	}
	for i := from; i < min(from+perScreen, len(entries)); i++ {
		e, row := entries[i], 4+i-from
		parts = append(parts, field(row, 0, 1, e.number), text(row, 4, e.number), text(row, 14, e.name), text(row, 40, e.given), text(row, 60, fmt.Sprintf("%8d,00", i)))
	}
	return mask(parts...)
}

func inRow(a act.Action, keys ...string) act.Action {
	for i := 0; i < len(keys); i += 2 {
		a.Row = append(a.Row, act.Cell{Column: keys[i], Text: keys[i+1]})
	}
	return a
}

func TestListOverSeveralScreens(t *testing.T) {
	t.Parallel()
	marked := make(chan string, 1)
	s := sit(t, mainframe(t, nil, list(hits(), marked)))
	const recognised = "recognised=KASSE-03; "
	if e := does(t, s, recognised+"column: Saldo", inRow(read(), "Konto", "1017")); e.Value != "17,00" {
		t.Errorf("the amount reads %q", e.Value)
	}
	if e := does(t, s, recognised+"column: Name", inRow(read(), "Name", "Müller", "Vorname", "Anna Maria")); e.Value != "Müller" {
		t.Errorf("the name reads %q", e.Value)
	}
	does(t, s, recognised+"column: A", inRow(fill("S"), "Konto", "1012"))
	does(t, s, "", press("Enter"))
	if got := <-marked; got != "1012=S " {
		t.Errorf("the host received the marks %q", got)
	}
	does(t, s, recognised+"column: A", inRow(click(), "Konto", "1002"))
	<-marked
	if e := fails(t, s, recognised+"column: A", inRow(fill("S"), "Konto", "9999"), fault.Halted, "no table row"); e.Touched {
		t.Error("no row, and yet touched")
	}
	fails(t, s, recognised+"column: A", inRow(fill("S"), "Name", "Müller"), fault.Halted, "1003 · Müller · Anna · 3,00 | 1021 · Müller · Anna Maria · 21,00")
	fails(t, s, recognised+"column: Betrag", inRow(read(), "Konto", "1002"), fault.Halted, "no table row")
	fails(t, s, recognised+"text: Konto", inRow(read(), "Konto", "1002"), fault.Usage, "column:")
}

// TestEndlessList: nobody turns pages for ever.
func TestEndlessList(t *testing.T) {
	t.Parallel()
	many := make([]entry, 60*perScreen)
	for i := range many {
		many[i] = entry{fmt.Sprint(10000 + i), "Meier", "Eva"}
	}
	s := sit(t, mainframe(t, nil, list(many, nil)))
	screen, element := thing("recognised=KASSE-03; column: A")
	_, err := s.Do(t.Context(), inRow(act.Action{Verb: act.Fill, Text: "S", Screen: screen, Element: element, Within: patience}, "Konto", "10001"))
	if fault.KindOf(err) != fault.Halted {
		t.Fatalf("it ended %v", err)
	}
}
