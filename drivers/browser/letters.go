// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// arrive writes until the letters reached the field: once, unless the page drew
// the field anew between check and text, so that they reached nothing.
func (s *Session) arrive(ctx context.Context, a act.Action, p *prepared, text string) (after, error) {
	got, err := s.write(ctx, a, *p, text)
	for try := 0; err == nil && missed(*p, got) && pause(ctx, try); try++ {
		if *p, err = s.prepare(ctx, a); err == nil {
			got, err = s.write(ctx, a, *p, text)
		}
	}
	if err == nil && got.Stopped != "" {
		err = astray(a, got)
	}
	return got, err
}

// oneLine is the halt of a text with line ends: in a field of one line, a line
// end sends the form.
func oneLine(a act.Action) error {
	return fault.New(fault.Halted, "browser.fill", speech.Say("%s is a field of one line, and the text has several", "%s ist ein Feld mit einer Zeile, und der Text hat mehrere", name(a))).
		WithHint(speech.Say("join the lines in the scenario", "fügen Sie die Zeilen im Szenario zusammen"))
}

// missed reports that the letters reached nothing at all.
func missed(p prepared, got after) bool {
	return p.answer.Plain && got.Gone && !got.Typed && got.Stopped == ""
}

// astray is the halt of a text that was on its way to another element.
func astray(a act.Action, got after) error {
	return fault.New(fault.Halted, "browser.fill", speech.Say("the text for %s would have reached %s and was stopped", "der Text für %s wäre in %s gelangt und wurde aufgehalten", name(a), got.Stopped)).
		WithHint(speech.Say("the page moved the cursor while it was being written; try again", "die Seite versetzte die Schreibmarke während des Schreibens; versuchen Sie es noch einmal"))
}

// spaces writes every kind of space as one: editors of rich text use no-break
// spaces where several spaces meet.
func spaces(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
