// SPDX-License-Identifier: EUPL-1.2

package host_test

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/racingmars/go3270"
)

// konto is a mask with a field of every sort.
func konto() go3270.Screen {
	number := field(6, 20, 5, "Betrag")
	number[0].NumericOnly = true
	word := field(8, 20, 8, "Kennwort")
	word[0].Hidden = true
	return mask(
		text(0, 0, "KASSE-12"), text(0, 30, "Konto ändern"),
		text(3, 0, "Konto . . . . . :"), text(3, 20, "4711"),
		text(4, 0, "Nachname  . . . :"), field(4, 20, 10, "Nachname"),
		text(6, 0, "Betrag  . . . . :"), number,
		text(8, 0, "Kennwort  . . . :"), word,
		text(10, 0, "Vermerk"), field(11, 0, 30, "Vermerk"),
		text(13, 0, "Anschrift: Am Ring 5    Ort: Kleinsiedel"),
		text(23, 0, "F3=Ende  F5=Speichern"),
	)
}

func TestFieldsAndTexts(t *testing.T) {
	t.Parallel()
	s := sit(t, mainframe(t, nil, loops(konto())))
	for words, want := range map[string]string{
		"label left: Konto":           "4711",
		"label left: Anschrift":       "Am Ring 5",
		"label left: Ort":             "Kleinsiedel",
		"text like: KASSE-#":          "KASSE-12",
		"path: 1/32":                  "Konto ändern",
		"name: Speichern":             "Speichern",
		"label left: Konto; text: 47": "", // half of the votes is no clear winner
	} {
		if want == "" {
			fails(t, s, words, read(), fault.Halted, "")
		} else if got := does(t, s, words, read()).Value; got != want {
			t.Errorf("%s reads %q, not %q", words, got, want)
		}
	}
	for words, value := range map[string]string{
		"label: Nachname": "Weiß-Groß", "label above: Vermerk": "übrig; \\ und \"", "path: 7/22": "12345", "beside: Nachname": "{[]}|~^€",
	} {
		if e := does(t, s, words, fill(value)); e.Value != value || !e.Touched {
			t.Errorf("%s took %q as %+v", words, value, e)
		}
	}
}

func TestWhatAFieldCannotTake(t *testing.T) {
	t.Parallel()
	s := sit(t, mainframe(t, nil, loops(konto())))
	does(t, s, "label left: Nachname", fill("Meier"))
	for _, c := range []struct {
		words, text, says string
		kind              fault.Kind
	}{
		{"label left: Konto", "1", "protected", fault.Halted},
		{"label left: Nachname", "Müller-Lüdenscheidt", "has 10 places, the text needs 19", fault.Halted},
		{"label left: Betrag", "1a2", "digits only", fault.Halted},
		{"label left: Nachname", "Şahin", "has no letter 'Ş' (U+015E)", fault.Halted},
		{"label left: Nachname", "O’Neill", "U+2019", fault.Halted},
		{"label left: Nachname", "zwei\nZeilen", "one line only", fault.Halted},
		{"label left: Kennwort", "offen", "hidden field", fault.Usage},
	} {
		if e := fails(t, s, c.words, fill(c.text), c.kind, c.says); e.Touched {
			t.Errorf("%q in %s touched", c.text, c.words)
		}
	}
	long := act.Action{Verb: act.Fill, Secret: secret.New("zu langes Kennwort")}
	fails(t, s, "label left: Kennwort", long, fault.Halted, "too few places for the secret")
	fails(t, s, "label left: Kennwort", read(), fault.Usage, "hidden")
	fails(t, s, "label left: Konto", click(), fault.Halted, "neither a key")
	fails(t, s, "name: Speichern", act.Action{Verb: act.Click, Double: true}, fault.Usage, "double")
	fails(t, s, "label left: Nachname", press("F25"), fault.Usage, "no key")
	if got := does(t, s, "label left: Nachname", read()).Value; got != "Meier" {
		t.Errorf("the field holds %q after all that", got)
	}
}

// TestEveryLetter: what the code pages are said to have, the host receives, and
// nothing else is let through.
func TestEveryLetter(t *testing.T) {
	t.Parallel()
	for _, page := range []string{"cp273", "cp1141", "cp285", "cp500", "cp1047", "cp1140", "cp1148"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			got := make(chan string, 1)
			form := mask(text(0, 0, "Letters"), text(2, 0, "Text . . :"), field(2, 20, 70, "Text"))
			s := sit(t, strings.Replace(mainframe(t, nil, func(d desk) {
				for r, ok := d.show(form); ok; r, ok = d.show(form) {
					got <- r.Values["Text"]
				}
			}), "cp1141", page, 1))
			for _, letters := range repertoire(strings.HasPrefix(page, "cp11")) {
				does(t, s, "recognised=Letters; label left: Text", fill(letters))
				does(t, s, "", press("Enter"))
				if typed := <-got; typed != letters {
					t.Errorf("the host received %q, not %q", typed, letters)
				}
			}
		})
	}
}

// repertoire are the letters of ISO 8859-1 in portions that fit into a field.
func repertoire(euro bool) []string {
	letters := []rune("")
	for r := rune('!'); r <= 0xff; r++ {
		if r < 0x7f || r > 0xa0 && r != '¤' && r != 0xad {
			letters = append(letters, r)
		}
	}
	if euro {
		letters = append(letters, '€')
	}
	var out []string
	for len(letters) > 60 {
		out, letters = append(out, string(letters[:60])), letters[60:]
	}
	return append(out, string(letters))
}

func TestWrongScreen(t *testing.T) {
	t.Parallel()
	s := sit(t, mainframe(t, nil, loops(mask(text(0, 0, "KASSE-12"), text(3, 0, "Konto :  4711"), text(4, 0, "Nachname  . . . :"), field(4, 20, 10, "Nachname")))))
	does(t, s, "recognised=KASSE-12; label left: Nachname", fill("Geheimrat"))
	screen, element := thing("recognised=KASSE-13; label left: Nachname")
	e, err := s.Do(t.Context(), act.Action{Verb: act.Fill, Text: "x", Screen: screen, Element: element, Within: brief})
	if fault.KindOf(err) != fault.Halted || e.Touched {
		t.Fatalf("it ended %v: %v", fault.KindOf(err), err)
	}
	whole, public := err.Error(), fault.Public(err, speech.English)
	for _, says := range []string{`"KASSE-13"`, "│  KASSE-12", "4711", "▒▒▒▒▒▒▒▒▒"} {
		if !strings.Contains(whole, says) {
			t.Errorf("the fault does not show %q:\n%s", says, whole)
		}
	}
	if strings.Contains(whole, "Geheimrat") || strings.Contains(public, "4711") {
		t.Errorf("it shows what was typed, or its public part what the host shows:\n%s\n%s", whole, public)
	}
	fails(t, s, "recognised=Geheimrat; label left: Nachname", fill("x"), fault.Halted, "another screen")
}

func TestPictureIsMasked(t *testing.T) {
	t.Parallel()
	s := sit(t, mainframe(t, nil, loops(konto())))
	does(t, s, "label left: Nachname", fill("Am Ring 5"))
	data, err := s.Picture(t.Context(), []string{"4711"})
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil || picture.Bounds().Dx() != 640 || picture.Bounds().Dy() != 384 {
		t.Fatalf("%v, %v", picture.Bounds(), err)
	}
	// the number that is hidden, the field, and the text that was typed elsewhere
	for row, column := range map[int]int{3: 22, 4: 25, 13: 12} {
		for x := column * 8; x < column*8+8; x++ {
			if r, g, b, _ := picture.At(x, row*16+8).RGBA(); r>>8 != 128 || g != r || b != r {
				t.Fatalf("row %d is not covered", row)
			}
		}
	}
	inked := 0
	for x := range 100 {
		if _, g, _, _ := picture.At(x, 7).RGBA(); g>>8 > 200 {
			inked++
		}
	}
	if inked == 0 {
		t.Error("the picture shows no letters")
	}
}

func TestSurvey(t *testing.T) {
	t.Parallel()
	s := sit(t, mainframe(t, nil, loops(konto())))
	for words, want := range map[string]act.State{
		"label left: Nachname; path: 5/22": act.Certain, "label left: Nachname; path: 7/22": act.Moved,
		"label left: Konto; label left: Ort": act.Doubtful, "label left: Steuernummer": act.Missing,
	} {
		screen, element := thing(words)
		if found, err := s.Survey(t.Context(), act.Action{Screen: screen, Element: element}); err != nil || found.State != want {
			t.Errorf("%s is %q, not %q: %v", words, found.State, want, err)
		}
	}
	screen, element := thing("recognised=KASSE-99; label left: Nachname")
	if _, err := s.Survey(t.Context(), act.Action{Screen: screen, Element: element}); fault.KindOf(err) != fault.Halted {
		t.Errorf("another screen was surveyed: %v", err)
	}
}
