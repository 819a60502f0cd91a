// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/host/s3270"
	"github.com/heinzel-rpa/heinzel/drivers/host/screen"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// fill types into a field and reads it back. What the field or the code page
// cannot hold is refused before anything is typed.
func (s *Session) fill(ctx context.Context, a act.Action) (act.Effect, error) {
	text := a.Text
	if !a.Secret.IsZero() {
		text = a.Secret.Reveal()
	}
	m, err := s.meet(ctx, a)
	if err != nil {
		return act.Effect{}, err
	}
	if err := s.writable(a, m, text); err != nil {
		return act.Effect{}, err
	}
	if utf8.RuneCountInString(text) > 1 {
		s.written = append(s.written, text)
	}
	return s.enter(ctx, a, m, text)
}

// enter types, and reads the field back.
func (s *Session) enter(ctx context.Context, a act.Action, m met, text string) (act.Effect, error) {
	effect := act.Effect{Found: m.found, Moved: m.moved, Touched: true}
	s.last = a.Screen
	if err := s.typed(ctx, m, text); err != nil {
		return effect, err
	}
	now, err := s.now(ctx)
	if err != nil {
		return effect, err
	}
	field := &m.Fields[m.spot.Field]
	same := len(now.Fields) == len(m.Fields) && now.Fields[m.spot.Field].Row == field.Row && now.Fields[m.spot.Field].Column == field.Column
	switch {
	case !same || !recognised(now, a.Screen):
		return effect, blocked(a, speech.Say("the host showed another screen while %s was written", "der Host zeigte eine andere Maske, während %s geschrieben wurde", name(a)))
	case field.Hidden:
		effect.Value = secret.Hidden
		if now.Fields[m.spot.Field].Held != utf8.RuneCountInString(text) {
			return effect, notKept(a)
		}
		return effect, nil
	case !a.Secret.IsZero():
		effect.Value = secret.Hidden
		if now.Text(m.spot.Field) != strings.TrimRight(text, " ") {
			return effect, notKept(a)
		}
		return effect, nil
	}
	effect.Value = now.Text(m.spot.Field)
	if effect.Value != strings.TrimRight(text, " ") {
		f := notKept(a).Guard()
		f.Cause = speech.Say("%s holds %q instead of %q", "%s enthält „%s“ statt „%s“", name(a), effect.Value, text)
		return effect, f
	}
	return effect, nil
}

// typed empties a field and types a text. A keyboard that locks meanwhile is
// freed: what is wrong shows when the field is read back.
func (s *Session) typed(ctx context.Context, m met, text string) error {
	commands := []string{fmt.Sprintf("MoveCursor(%d,%d)", m.spot.Row, m.spot.Column), "EraseEOF()"}
	if text != "" {
		commands = append(commands, "String("+s3270.Quote(text)+")")
	}
	for _, command := range commands {
		_, err := s.command(ctx, command)
		if _, refused := errors.AsType[s3270.Refusal](err); refused {
			_, err = s.command(ctx, "Reset()")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// writable refuses what a field cannot take.
func (s *Session) writable(a act.Action, m met, text string) error {
	if !m.spot.Input {
		return protected(a)
	}
	field := &m.Fields[m.spot.Field]
	switch {
	case field.Hidden && a.Secret.IsZero():
		return fault.New(fault.Usage, "host.fill", speech.Say("%s is a hidden field and takes secrets only", "%s ist ein verdecktes Feld und nimmt nur Geheimnisse", name(a))).
			WithHint(speech.Say("write secret: NAME instead of with:", "schreiben Sie secret: NAME statt with:"))
	case !field.Hidden && !a.Secret.IsZero() && !a.Element.Secret:
		return fault.New(fault.Usage, "host.fill", speech.Say("%s is no hidden field: it would show the secret", "%s ist kein verdecktes Feld: es würde das Geheimnis zeigen", name(a))).
			WithHint(speech.Say("if it belongs there, as a user's name does, declare secret: yes in the element file", "gehört es dorthin, etwa eine Kennung, erklären Sie secret: yes in der Elementdatei"))
	}
	if err := s.page.typable(a, text); err != nil {
		return err
	}
	return fits(a, field, text)
}

// fits refuses what is too long for a field, or no number where it takes only
// such: a real terminal would lock its keyboard in the middle of it.
func fits(a act.Action, field *screen.Field, text string) error {
	switch length := utf8.RuneCountInString(text); {
	case length > field.Length && a.Secret.IsZero():
		return blocked(a, speech.Say("%s has %d places, the text needs %d; nothing was typed, since nothing is cut off", "%s hat %d Stellen, der Text braucht %d; es wurde nichts eingegeben, denn nichts wird abgeschnitten", name(a), field.Length, length))
	case length > field.Length:
		return blocked(a, speech.Say("%s has too few places for the secret; nothing was typed", "%s hat zu wenige Stellen für das Geheimnis; es wurde nichts eingegeben", name(a)))
	case field.Numeric && strings.Trim(text, "0123456789.,-+ ") != "":
		return blocked(a, speech.Say("%s takes digits only; nothing was typed", "%s nimmt nur Ziffern; es wurde nichts eingegeben", name(a)))
	}
	return nil
}

func notKept(a act.Action) *fault.Fault {
	return fault.New(fault.Halted, "host.read back", speech.Say("%s does not hold what was written", "%s enthält nicht, was geschrieben wurde", name(a))).
		WithHint(speech.Say("is the code page in the environment the host's?", "ist die Codepage in der Umgebung die des Hosts?"))
}
