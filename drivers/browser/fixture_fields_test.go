// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

func press(key string) act.Action { return act.Action{Verb: act.Press, Text: key} }

// briefly gives an action little time: it is one that must not succeed.
func briefly(a act.Action) act.Action { a.Within = brief; return a }

// shown waits until the page shows what it must.
func (s stage) shown(l act.Look) {
	s.Helper()
	l.Within = patience
	if seen, err := s.session.Look(s.Context(), l); !seen {
		s.Fatalf("%+v is not shown: %v", l, err)
	}
}

func TestSuggestions(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("suggest.html")
	s.must("label: Place", fill("Köl"))
	s.must("text: Köln", click)
	s.must("label: Place; keys", fill("Köt"))
	s.shown(act.Look{Text: "Köthen", Gone: "Deutz"})
	s.must("", press("ArrowDown"))
	s.must("", press("Enter"))
	if got := s.log(); got != "Köln Köthen" {
		t.Errorf("taken was %q", got)
	}
	s.must("label: Place", choose("Köln-Deutz"))
	if got := s.log(); got != "Köln Köthen Köln-Deutz" {
		t.Errorf("taken was %q", got)
	}
	_, err := s.do("label: Place", briefly(choose("Bochum")))
	s.failed(err, fault.Halted, "no single suggestion")
	if says := fault.Public(err, speech.English); strings.Contains(says, "Bochum") {
		t.Errorf("a report would tell what was to be chosen: %s", says)
	}
	s.must("label: Place", fill("Xanten"))
	_, err = s.do("role=option; name: Xanten", clickIn)
	s.failed(err, fault.Halted, "was not found")
}

// TestSuggestionsThatLeadOn: the page goes to what was found as soon as it is
// chosen, and the field is gone with it.
func TestSuggestionsThatLeadOn(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("suggest.html?leads")
	s.must("label: Place", choose("Köln-Deutz"))
	s.shown(act.Look{Text: "arrived"})
}

// TestSuggestionsThatChange: the list is drawn anew in another order when the
// mouse arrives. The entry that is meant is taken, or none.
func TestSuggestionsThatChange(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("suggest.html?shuffles")
	s.must("label: Place", fill("Kö"))
	s.shown(act.Look{Text: "Köthen"})
	_, err := s.do("text: Köln", clickIn)
	if got := s.log(); err == nil && got != "Köln" || err != nil && got != "" {
		t.Errorf("taken was %q: %v", got, err)
	}
	if err != nil {
		s.failed(err, fault.Halted, "stopped")
	}
}

func TestFieldsWithLists(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "suggested", page: "suggest-only.html", do: fill("Köln"), at: "label: Place", value: "Köln"},
		{name: "not suggested", page: "suggest-only.html", do: fill("Köpenick"), at: "label: Place", kind: fault.Halted, says: "instead of"},
		{name: "datalist", page: "suggest-only.html", do: fill("green"), at: "label: Colour", value: "green"},
		{name: "beside the datalist", page: "suggest-only.html", do: fill("blue"), at: "label: Colour", value: "blue"},
		{name: "radio", page: "choices.html", do: tick(true), at: "label: Marriage", value: "yes", log: "marriage"},
		{name: "radio on already", page: "choices.html", do: tick(true), at: "label: Birth", value: "yes"},
		{name: "radio cannot be taken off", page: "choices.html", do: tick(false), at: "label: Birth", kind: fault.Halted, says: "did not change"},
		{name: "radio in a locked group", page: "choices.html", do: tick(true), at: "label: Death", kind: fault.Halted, says: "is disabled"},
		{name: "field in a locked group", page: "choices.html", do: briefly(fill("x")), at: "label: Inner", kind: fault.Halted, says: "is disabled"},
		{name: "group of entries", page: "choices.html", do: choose("Passau"), at: "label: Office", value: "Passau", log: "s1"},
		{name: "entry in two groups", page: "choices.html", do: choose("Neustadt"), at: "label: Office", kind: fault.Halted, says: "several entries"},
		{name: "entry in a closed group", page: "choices.html", do: choose("Bonn"), at: "label: Office", kind: fault.Halted, says: "no entry"},
		{name: "label around it", page: "choices.html", do: fill("x"), at: "label: Wrapped", value: "x"},
	})
}

func TestMasks(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "date", page: "masks.html", do: fill("02.06.2026"), at: "label: Date; keys", value: "02.06.2026"},
		{name: "amount", page: "masks.html", do: fill("12,50"), at: "label: Amount; keys", value: "12,50"},
		{name: "date at once", page: "masks.html", do: fill("02.06.2026"), at: "label: Date", kind: fault.Halted, says: "instead of"},
		{name: "deaf", page: "masks.html", do: fill("x"), at: "label: Deaf; keys", kind: fault.Halted, says: "instead of"},
	})
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "with a comma", page: "numbers.html", do: fill("12,50"), at: "label: Price", value: "12,50", log: "12.5"},
		{name: "with thousands", page: "numbers.html", do: fill("1.234,56"), at: "label: Price", value: "1.234,56", log: "1234.56"},
		{name: "negative", page: "numbers.html", do: fill("-3"), at: "label: Children", value: "-3"},
		{name: "with a point", page: "numbers.html", do: fill("12.5"), at: "label: Price", value: "12.5", log: "12.5"},
		{name: "thousand or not", page: "numbers.html", do: fill("1.234"), at: "label: Price", kind: fault.Halted, says: "either"},
		{name: "no number", page: "numbers.html", do: fill("zwölf"), at: "label: Children", kind: fault.Halted, says: "instead of"},
		{name: "mail", page: "numbers.html", do: fill("ada@example.org"), at: "label: Mail", value: "ada@example.org"},
		{name: "phone", page: "numbers.html", do: fill("+49 30 1"), at: "label: Phone", value: "+49 30 1"},
		{name: "search", page: "numbers.html", do: fill(" Köln "), at: "label: Search", value: " Köln "},
	})
}

func TestEnabledByTyping(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("enable.html")
	s.must("label: Number", fill("0040219"))
	s.click("Save")
	_, err := s.do("name: Save", clickIn)
	s.failed(err, fault.Halted, "is disabled")
	if got := s.log(); got != "saved 0040219" {
		t.Errorf("the page noted %q", got)
	}
	s.must("label: Number", fill("40219"))
	_, err = s.do("name: Save", clickIn)
	s.failed(err, fault.Halted, "is disabled")
}

func TestRichEditors(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "drawn anew", page: "editor.html", do: fill("Sehr geehrte Frau Groß"), at: "name: Good", value: "Sehr geehrte Frau Groß"},
		{name: "forgetful", page: "editor.html", do: fill("Sehr geehrte Frau Groß"), at: "name: Forgetful", kind: fault.Halted, says: `"Sehr" instead of`},
	})
}

// TestMovedCursor: a page that moves the cursor while it is written does not
// get the letters into another field.
func TestMovedCursor(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("focus.html")
	s.must("label: Postcode; keys", fill("53113"))
	s.must("label: Next", fill("Bonn"))
	_, err := s.do("label: Postcode; keys", fill("531139"))
	s.failed(err, fault.Halted, "textbox Next")
	if got := s.must("label: Next", act.Action{Verb: act.Read}).Value; got != "Bonn" {
		t.Errorf("the next field holds %q", got)
	}
	_, err = s.do("label: Stolen", briefly(fill("secret")))
	s.failed(err, fault.Halted, "")
	if got := s.must("label: Name", act.Action{Verb: act.Read}).Value; got != "" {
		t.Errorf("the field that took the cursor holds %q", got)
	}
}

func TestLongText(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("long.html")
	var text strings.Builder
	for i := 0; text.Len() < 100_000; i++ {
		fmt.Fprintf(&text, "Satz Nr. %d über die Größe.\n", i)
	}
	if got := s.must("label: Reason", fill(text.String())).Value; got != text.String() {
		t.Errorf("%d bytes are read back", len(got))
	}
	_, err := s.do("label: Short", fill(text.String()))
	s.failed(err, fault.Halted, "instead of")
	s.click("Send")
	if got, want := s.log(), fmt.Sprint(text.Len(), " Größe."); !strings.HasPrefix(got, want[:6]) || !strings.HasSuffix(got, want[7:]) {
		t.Errorf("the server got %q", got)
	}
}
