// SPDX-License-Identifier: EUPL-1.2

package secret_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

const canary = "Kanarienvogel-7391"

// holder is how a secret usually travels: in fields, slices and maps.
type holder struct {
	Value   secret.Value
	Pointer *secret.Value
	List    []secret.Value
	Map     map[string]secret.Value
	hidden  secret.Value
}

func shapes() map[string]any {
	v := secret.New(canary)
	h := holder{v, &v, []secret.Value{v}, map[string]secret.Value{"k": v}, v}
	return map[string]any{
		"value": v, "pointer": &v, "struct": h, "pointer to struct": &h,
		"slice": h.List, "map": h.Map, "any": any(v), "as key": map[secret.Value]int{v: 1},
	}
}

// shown reports whether a text gives the secret away, in any form.
func shown(text string) bool {
	for _, form := range []string{canary, hex.EncodeToString([]byte(canary)), base64.StdEncoding.EncodeToString([]byte(canary)), fmt.Sprint([]byte(canary))} {
		if strings.Contains(strings.ToLower(text), strings.ToLower(form)) {
			return true
		}
	}
	return false
}

func TestNoVerbShowsASecret(t *testing.T) {
	t.Parallel()
	verbs := []string{"%v", "%+v", "%#v", "%s", "%q", "%#q", "%x", "%X", "% x", "%d", "%c", "%U", "%t", "%e", "%b", "%o", "%p", "%T", "%10.3s", "%w"}
	for what, shape := range shapes() {
		for _, verb := range verbs {
			if text := fmt.Sprintf(verb, shape); shown(text) {
				t.Errorf("%s of a %s: %s", verb, what, text)
			}
		}
		if text := fmt.Sprint(shape) + fmt.Sprintln(shape); shown(text) {
			t.Errorf("Sprint of a %s: %s", what, text)
		}
	}
}

func TestNoEncodingShowsASecret(t *testing.T) {
	t.Parallel()
	for what, shape := range shapes() {
		if text, err := json.Marshal(shape); shown(string(text)) {
			t.Errorf("json of a %s: %s (%v)", what, text, err)
		}
		if text, err := xml.Marshal(shape); shown(string(text)) {
			t.Errorf("xml of a %s: %s (%v)", what, text, err)
		}
		var out bytes.Buffer
		for _, handler := range []slog.Handler{slog.NewTextHandler(&out, nil), slog.NewJSONHandler(&out, nil)} {
			slog.New(handler).With("with", shape).Info("message", "field", shape, slog.Group("group", "in", shape))
		}
		if shown(out.String()) {
			t.Errorf("slog of a %s: %s", what, out.String())
		}
	}
}

func TestNoErrorShowsASecret(t *testing.T) {
	t.Parallel()
	v := secret.New(canary)
	plain := fmt.Errorf("log in with %v: %w", v, errors.New("refused"))
	f := fault.Wrap(fault.Technical, "log in", speech.Say("with %s", "mit %s", v), plain).WithHint(speech.Say("not %v", "nicht %v", v))
	for _, lang := range []speech.Lang{speech.English, speech.German} {
		if text := f.In(lang) + fault.HintOf(f).In(lang) + fmt.Sprintf("%+v %#v", f, f); shown(text) {
			t.Errorf("fault: %s", text)
		}
	}
	func() {
		defer func() {
			if text := fmt.Sprintf("%v %#v", recover(), v); shown(text) {
				t.Errorf("panic: %s", text)
			}
		}()
		panic(v)
	}()
}

func TestRevealGivesIt(t *testing.T) {
	t.Parallel()
	v := secret.New(canary)
	if v.Reveal() != canary || v.IsZero() || !(secret.Value{}).IsZero() || (secret.Value{}).Reveal() != "" {
		t.Error("a secret must come back where it is asked for")
	}
}
