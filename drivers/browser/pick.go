// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// pick writes a text into a field and takes the one suggestion that says the
// same. Pages may write less of it into the field, or more, but nothing else; or
// they lead on at once, to the record that was found.
func (s *Session) pick(ctx context.Context, a act.Action, field page.Frame) (act.Effect, error) {
	wrote := a
	wrote.Verb = act.Fill
	effect, err := s.fill(ctx, wrote)
	if err != nil {
		return effect, err
	}
	entry := a
	entry.Verb, entry.Row, entry.Element = act.Click, nil, &scenarios.Element{
		Name: a.Element.Name, Frame: a.Element.Frame, Found: []scenarios.Candidate{{By: scenarios.ByText, What: strings.TrimSpace(a.Text), Matched: 1}},
	}
	if _, err := s.click(ctx, entry); err != nil {
		return effect, notSuggested(a, err)
	}
	if _, err := field.Document(ctx); errors.Is(err, page.ErrGone) {
		return effect, nil
	}
	if effect.Value, err = s.again(ctx, a); err != nil {
		return effect, err
	}
	if effect.Value == "" || !strings.HasPrefix(effect.Value, strings.TrimSpace(a.Text)) && !strings.HasPrefix(a.Text, effect.Value) {
		return effect, fault.New(fault.Halted, "browser.choose", speech.Say("%s does not keep what was chosen", "%s behält nicht, was gewählt wurde", name(a)))
	}
	return effect, nil
}

func notSuggested(a act.Action, err error) error {
	if fault.KindOf(err) != fault.Halted {
		return err
	}
	return fault.Wrap(fault.Halted, "browser.choose", speech.Say("no single suggestion of %s says what was to be chosen", "kein Vorschlag von %s nennt als einziger, was gewählt werden soll", name(a)), err).
		WithHint(speech.Say("is the entry written exactly so? If the field suggests nothing, write it with fill", "steht der Eintrag genau so da? Schlägt das Feld nichts vor, schreiben Sie ihn mit fill"))
}
