// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/drivers/field"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// fill writes into a field and reads it back: through the field's own text
// where it has one, else, or where the program listens for keys, by typing.
func (s *Session) fill(ctx context.Context, a act.Action) (act.Effect, error) {
	text := a.Text
	if !a.Secret.IsZero() {
		text = a.Secret.Reveal()
	}
	if utf8.RuneCountInString(text) > 1 {
		s.written = append(s.written, text)
	}
	p, err := s.prepare(ctx, a)
	effect := p.effect()
	if err != nil {
		return effect, err
	}
	if err := field.Fits("desktop", a, p.node.Secret); err != nil {
		return effect, err
	}
	if strings.Contains(text, "\n") && !p.node.Is(tree.MultiLine) {
		return effect, oneLine(a)
	}
	if p.node.Has("EditableText") && !a.Element.Keys {
		effect.Touched, err = s.put(ctx, p, text)
	} else {
		effect.Touched, err = s.enter(ctx, a, p, text)
	}
	if err != nil {
		return effect, outcome(ctx, passing(err))
	}
	effect.Value, err = s.readBack(ctx, a, p, text)
	return effect, err
}

func oneLine(a act.Action) error {
	return fault.New(fault.Halted, "desktop.fill", speech.Say("%s is a field of one line, and the text has several", "%s ist ein Feld mit einer Zeile, und der Text hat mehrere", field.Name(a))).
		WithHint(speech.Say("is it the right field? a text of several lines needs one that takes them", "ist es das richtige Feld? Ein Text mit mehreren Zeilen braucht eines, das sie aufnimmt"))
}

// put hands the text to the field. The field has the keys then, so that the
// program learns when it is left.
func (s *Session) put(ctx context.Context, p prepared, text string) (touched bool, err error) {
	if err := p.node.Focus(ctx); err != nil && !errors.Is(err, tree.ErrRefused) {
		return false, err
	}
	if err := s.still(p); err != nil {
		return false, err
	}
	err = p.node.SetText(ctx, text)
	if errors.Is(err, tree.ErrRefused) {
		return true, nil // reading back tells
	}
	return true, err
}

// enter types the text in place of what the field holds.
func (s *Session) enter(ctx context.Context, a act.Action, p prepared, text string) (touched bool, err error) {
	if err := s.focus(ctx, a, p); err != nil {
		return false, err
	}
	for i, key := range []string{"Control+A", "Delete"} {
		if err := s.stroke(ctx, p, key); err != nil {
			return i > 0, elsewhere(a, err)
		}
	}
	for _, some := range portions(text) {
		err := s.hand.Type(ctx, p.x, some, func() error { return s.stays(ctx, a, p) })
		if err == nil {
			err = s.display.Settle(ctx, p.x)
		}
		if err != nil {
			return true, elsewhere(a, err)
		}
	}
	return true, nil
}

// portions cuts a text where its letters would need more free keys than a
// keyboard has: the keys get other letters only when the program has read them.
func portions(text string) []string {
	const keys = 15
	var out []string
	begin, rare := 0, map[rune]bool{}
	for at, letter := range text {
		if letter > '~' && !rare[letter] {
			if len(rare) == keys {
				out = append(out, text[begin:at])
				begin, rare = at, map[rune]bool{}
			}
			rare[letter] = true
		}
	}
	return append(out, text[begin:])
}

// stays makes sure, before every key, that it reaches the field.
func (s *Session) stays(ctx context.Context, a act.Action, p prepared) error {
	if err := s.still(p); err != nil {
		return err
	}
	if err := p.node.Refresh(ctx); err != nil {
		return err
	}
	if !p.node.Is(tree.Focused) {
		return &obstacle{why: "not focused", target: field.Name(a)}
	}
	return nil
}

// readBack waits until the field holds what was written: keys take a moment to
// arrive. Of a secret nobody reads more than its length.
func (s *Session) readBack(ctx context.Context, a act.Action, p prepared, want string) (string, error) {
	if p.node.Secret {
		want = strings.Repeat("•", utf8.RuneCountInString(want))
	}
	since, last := time.Now(), ""
	for try := 0; ; try++ {
		got, err := p.node.Text(ctx)
		if err != nil {
			return "", outcome(ctx, passing(err))
		}
		if p.node.Secret {
			got = strings.Repeat("•", utf8.RuneCountInString(got))
		}
		if got != last {
			since, last = time.Now(), got
		}
		if field.Holds(a, got, want) || time.Since(since) > settle || !pause(ctx, try) {
			shown := got
			if !a.Secret.IsZero() {
				shown = secret.Hidden
			}
			return shown, field.ReadBack("desktop", a, got, want)
		}
	}
}
