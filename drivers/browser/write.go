// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"golang.org/x/text/unicode/norm"
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
	return effect, readBack(a, got, text)
}

// mixedUp refuses text for password fields, and secrets for fields that show
// what they hold, unless the element file declares it.
func mixedUp(a act.Action, got answer) error {
	switch {
	case got.Secret && a.Secret.IsZero():
		return openText(a)
	case !got.Secret && !a.Secret.IsZero() && !a.Element.Secret:
		return openSecret(a)
	}
	return nil
}

func openSecret(a act.Action) error {
	return fault.New(fault.Usage, "browser.fill", speech.Say("%s is no password field: it would show the secret", "%s ist kein Kennwortfeld: es würde das Geheimnis zeigen", name(a))).
		WithHint(speech.Say("if it belongs there, as a user's name does, declare secret: yes in the element file", "gehört es dorthin, etwa eine Kennung, erklären Sie secret: yes in der Elementdatei"))
}

func openText(a act.Action) error {
	return fault.New(fault.Usage, "browser.fill", speech.Say("%s is a password field and takes secrets only", "%s ist ein Kennwortfeld und nimmt nur Geheimnisse", name(a))).
		WithHint(speech.Say("write secret: NAME instead of with:", "schreiben Sie secret: NAME statt with:"))
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

// readBack compares what stands in the field with what was meant. A field with
// a declared mask may add its own signs, but no letters or digits.
func readBack(a act.Action, got after, want string) error {
	is, want := lines(got.Value), lines(want)
	if a.Element.Mask != "" {
		is, want = bare(is), bare(want)
	}
	if is == want {
		return nil
	}
	f := fault.New(fault.Halted, "browser.read back", speech.Say("%s does not hold what was written", "%s enthält nicht, was geschrieben wurde", name(a))).
		WithHint(speech.Say("does the field shorten or rewrite its text? declare mask: in the element file, or use keys: yes", "kürzt oder ändert das Feld seinen Text? Erklären Sie mask: in der Elementdatei oder verwenden Sie keys: yes"))
	if a.Secret.IsZero() {
		f.Private = true
		f.Cause = speech.Say("%s holds %q instead of %q", "%s enthält „%s“ statt „%s“", name(a), got.Value, want)
	}
	return f
}

// lines writes letters and line ends in one way, as fields do.
func lines(s string) string { return norm.NFC.String(strings.ReplaceAll(s, "\r\n", "\n")) }

// bare leaves letters and digits.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .,-/:()\u00a0", r) {
			return -1
		}
		return r
	}, s)
}
