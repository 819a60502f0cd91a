// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"fmt"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/host/screen"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

var (
	lockedText = speech.Say("the host does not release the keyboard (X SYSTEM)", "der Host gibt die Tastatur nicht frei (X SYSTEM)")
	lockedHint = speech.Say("it is still working, or hangs; raise limits: answer: in the environment if it is slow", "er arbeitet noch oder hängt; erhöhen Sie limits: answer: in der Umgebung, wenn er langsam ist")
	doubtText  = speech.Say("no element is meant beyond doubt", "kein Element ist zweifelsfrei gemeint")
)

// advice says what to do about a doubt.
func advice(d *act.Doubt) speech.Text {
	if d.ByRow && len(d.Rows) > 1 {
		return speech.Say("find out which row is meant, and work this case by hand; another column under row: may tell such rows apart",
			"stellen Sie fest, welche Zeile gemeint ist, und bearbeiten Sie diesen Vorgang von Hand; eine weitere Spalte unter row: kann solche Zeilen unterscheiden")
	}
	return speech.Say("look at the screen; if it has changed, have the element file updated", "sehen Sie sich die Maske an; hat sie sich geändert, lassen Sie die Elementdatei anpassen")
}

// wrongScreen shows both screens: which was expected, and what the host shows,
// with everything typed covered. Names that the host itself shows may be among
// it, therefore it stays with the case.
func (s *Session) wrongScreen(o *obstacle) error {
	found := fault.New(fault.Halted, "host.screen", speech.Say("shown is:\n%s", "gezeigt wird:\n%s", frame(o.now.Masked(s.written)))).Guard()
	if o.now.AsksToLogIn() {
		return fault.Wrap(fault.Halted, "host.screen", speech.Say("a screen that asks to log in is shown instead of %s (%q); the session has probably ended",
			"statt %s („%s“) wird eine Anmeldemaske gezeigt; die Sitzung ist wohl abgelaufen", o.elsewhere.Name, o.elsewhere.RecognisedBy), found).
			WithHint(speech.Say("declare signed out: in the scenario, so that the robot logs in again", "erklären Sie signed out: im Szenario, damit der Roboter sich neu anmeldet"))
	}
	return fault.Wrap(fault.Halted, "host.screen", speech.Say("another screen is shown than %s, which says %q; nothing was typed",
		"gezeigt wird eine andere Maske als %s, auf der „%s“ steht; es wurde nichts eingegeben", o.elsewhere.Name, o.elsewhere.RecognisedBy), found).
		WithHint(speech.Say("look at the last line of the screen: what does the host say?", "sehen Sie sich die letzte Zeile der Maske an: was sagt der Host?"))
}

// frame draws rows as they stand.
func frame(rows []string) string { return "│ " + strings.Join(rows, "\n│ ") }

// describe is a thing in words, without what was typed.
func (s *Session) describe(spot screen.Spot) string {
	place := fmt.Sprintf("%d/%d", spot.Row+1, spot.Column+1)
	switch {
	case spot.Key != "":
		return fmt.Sprintf("key %s=%s at %s", spot.Key, spot.Text, place)
	case spot.Input:
		return fmt.Sprintf("field of %d places at %s", spot.Length, place)
	}
	return fmt.Sprintf("text %q at %s", spot.Text, place)
}

func blocked(a act.Action, cause speech.Text) error {
	return fault.New(fault.Halted, "host."+string(a.Verb), cause).
		WithHint(speech.Say("look at the screen; is it the right element, and may this user change it?", "sehen Sie sich die Maske an; ist es das richtige Element, und darf diese Kennung es ändern?"))
}

// protected is the fault of writing where the host lets nobody write.
func protected(a act.Action) error {
	return blocked(a, speech.Say("%s is protected: the host lets nothing be written there", "%s ist geschützt: der Host lässt dort nichts schreiben", name(a)))
}
