// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/drivers/field"
	"github.com/heinzel-rpa/heinzel/robot/secret"
)

// after is what the library says when an action is over.
type after struct {
	Gone    bool   `json:"gone"`
	Value   string `json:"value"`
	Touched bool   `json:"touched"`
	Clicked bool   `json:"clicked"`
	Dropped bool   `json:"dropped"`
	Stopped string `json:"stopped"`
}

// fill writes into a field and reads it back: one call that finds and focuses,
// the text at once or, where the page listens for keys, key by key, and one
// call that reads.
func (s *Session) fill(ctx context.Context, a act.Action) (act.Effect, error) {
	text := a.Text
	if !a.Secret.IsZero() {
		text = a.Secret.Reveal()
	}
	if len([]rune(text)) > 1 {
		s.written = append(s.written, text)
	}
	var got after
	effect, p, err := s.meet(ctx, a, func(p prepared) (err error) {
		if err := writable(a, p.answer, text); err != nil {
			return err
		}
		got, err = s.write(ctx, a, p, text)
		return err
	})
	if err != nil {
		return effect, err
	}
	effect.Value = got.Value
	if !a.Secret.IsZero() {
		effect.Value = secret.Hidden
	}
	switch {
	case p.answer.Rich:
		got.Value, text = spaces(got.Value), spaces(text)
	case p.answer.Number && got.Value == decimal(text):
		effect.Value, got.Value = text, text
	}
	return effect, field.ReadBack("browser", a, got.Value, text)
}

// write writes and reads back. Where the page reacts by drawing the field
// anew, or by loading itself, the field is looked for once more.
func (s *Session) write(ctx context.Context, a act.Action, p prepared, text string) (after, error) {
	if err := s.enter(ctx, a, p, text); err != nil {
		return after{}, s.broken(ctx, err)
	}
	var got after
	err := p.frame.Call(ctx, "left", nil, &got)
	if err != nil && !errors.Is(err, page.ErrGone) {
		return got, s.broken(ctx, err)
	}
	if got.Stopped != "" || p.answer.Plain && got.Gone && !got.Touched && err == nil {
		return got, &slip{by: got.Stopped, touched: got.Touched}
	}
	if p.answer.Leaves {
		if err := s.quiet(ctx); err != nil {
			return got, err
		}
		err = p.frame.Call(ctx, "after", nil, &got)
	}
	if err != nil || got.Gone {
		got.Value, err = s.again(ctx, a)
	}
	return got, err
}

// enter puts a text into the focused field: at once, or key by key where the
// page listens for keys.
func (s *Session) enter(ctx context.Context, a act.Action, p prepared, text string) error {
	window := p.frame.Page()
	switch {
	case p.answer.Number:
		return p.frame.Call(ctx, "put", decimal(text), nil)
	case !p.answer.Plain:
		return p.frame.Call(ctx, "put", text, nil)
	case a.Element.Keys || p.answer.Listens:
		if err := window.Press(ctx, "Delete"); err != nil {
			return err
		}
		return window.Type(ctx, text)
	case !p.answer.Line && !p.answer.Rich && strings.Count(text, "\n") > manyLines:
		return p.frame.Call(ctx, "put", text, nil)
	case text == "":
		return window.Press(ctx, "Delete")
	}
	return window.Insert(ctx, text)
}

// manyLines is how many lines are written as a person does. Browsers insert
// each line by itself, and take minutes for thousands.
const manyLines = 50
