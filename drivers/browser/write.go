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
	Clicked bool   `json:"clicked"`
	Stopped string `json:"stopped"`
}

// fill writes into a field and reads it back: one call that finds and focuses,
// the text at once or, where the page listens for keys, key by key, and one
// call that reads.
func (s *Session) fill(ctx context.Context, a act.Action) (act.Effect, error) {
	p, err := s.prepare(ctx, a)
	if err != nil {
		return act.Effect{}, err
	}
	if err := secretsMeet(a, p.answer); err != nil {
		return act.Effect{}, err
	}
	text := a.Text
	if !a.Secret.IsZero() {
		text = a.Secret.Reveal()
	} else if len([]rune(text)) > 1 {
		s.written = append(s.written, text)
	}
	got, err := s.write(ctx, p, text, a.Element.Keys)
	if err != nil {
		return act.Effect{}, err
	}
	effect := act.Effect{Value: got.Value, Found: p.found, Moved: p.moved}
	if !a.Secret.IsZero() {
		effect.Value = secret.Hidden
	}
	return effect, readBack(a, got, text)
}

// secretsMeet lets secrets into password fields, or into fields that a
// scenario fills with a secret by name, and nothing else into password fields.
func secretsMeet(a act.Action, got answer) error {
	if got.Secret && a.Secret.IsZero() {
		return fault.New(fault.Usage, "browser.fill", speech.Say("%s is a password field and takes secrets only", "%s ist ein Kennwortfeld und nimmt nur Geheimnisse", name(a))).
			WithHint(speech.Say("write secret: NAME instead of with:", "schreiben Sie secret: NAME statt with:"))
	}
	return nil
}

func (s *Session) write(ctx context.Context, p prepared, text string, keys bool) (after, error) {
	var got after
	var err error
	window := p.frame.Page()
	switch {
	case !p.answer.Plain:
		err = p.frame.Call(ctx, "put", text, &got)
		return got, s.callError(err)
	case keys || p.answer.Listens:
		if err = window.Press(ctx, "Delete"); err == nil {
			err = window.Type(ctx, text)
		}
	case text == "":
		err = window.Press(ctx, "Delete")
	default:
		err = window.Insert(ctx, text)
	}
	if err == nil {
		err = p.frame.Call(ctx, "after", nil, &got)
	}
	if errors.Is(err, page.ErrGone) {
		return got, fault.New(fault.Technical, "browser.fill", speech.Say("the page went away while a field was written", "die Seite verschwand, während ein Feld geschrieben wurde"))
	}
	return got, err
}

// readBack compares what stands in the field with what was meant. A field with
// a declared mask may add its own signs, but no letters or digits.
func readBack(a act.Action, got after, want string) error {
	is, want := norm.NFC.String(got.Value), norm.NFC.String(want)
	if a.Element.Mask != "" {
		is, want = bare(is), bare(want)
	}
	if is == want || strings.ReplaceAll(is, "\r\n", "\n") == want {
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

// bare leaves letters and digits.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .,-/:()\u00a0", r) {
			return -1
		}
		return r
	}, s)
}

func (s *Session) press(ctx context.Context, a act.Action) (act.Effect, error) {
	pages := s.browser.Pages()
	if len(pages) == 0 {
		return act.Effect{}, blockedFault(&obstacle{why: "no window"})
	}
	window, found := pages[0], ""
	if a.Element != nil {
		p, err := s.prepare(ctx, a)
		if err != nil {
			return act.Effect{}, err
		}
		window, found = p.frame.Page(), p.found
	}
	if err := window.Press(ctx, a.Text); err != nil && !errors.Is(err, page.ErrGone) {
		return act.Effect{}, fault.Wrap(fault.Usage, "browser.press", speech.Say("the key %q cannot be pressed", "die Taste „%s“ lässt sich nicht drücken", a.Text), err)
	}
	return act.Effect{Found: found}, s.quiet(ctx)
}
