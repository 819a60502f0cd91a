// SPDX-License-Identifier: EUPL-1.2

package secret_test

import (
	"bytes"
	"encoding/gob"
	"os"
	"os/exec"
	"reflect"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/heinzel-rpa/heinzel/robot/secret"
)

const panics = "HEINZEL_SECRET_PANICS"

// TestMain lets a child process of the test end by a panic.
func TestMain(m *testing.M) {
	if os.Getenv(panics) != "" {
		v := secret.New(canary)
		panic(holder{Value: v, Pointer: &v, hidden: v})
	}
	os.Exit(m.Run())
}

func TestNoYAMLShowsASecret(t *testing.T) {
	t.Parallel()
	for what, shape := range shapes() {
		for _, option := range []yaml.EncodeOption{yaml.Flow(false), yaml.JSON(), yaml.Flow(true)} {
			if text, err := yaml.MarshalWithOptions(shape, option); shown(string(text)) {
				t.Errorf("yaml of a %s: %s (%v)", what, text, err)
			}
		}
	}
	if text, err := yaml.Marshal(holder{Value: secret.New(canary)}); err != nil || !bytes.Contains(text, []byte("value: "+secret.Hidden)) {
		t.Errorf("a hidden secret is written as such: %s (%v)", text, err)
	}
}

func TestNoGobShowsASecret(t *testing.T) {
	t.Parallel()
	for what, shape := range shapes() {
		var out bytes.Buffer
		if err := gob.NewEncoder(&out).Encode(shape); err == nil || shown(out.String()) {
			t.Errorf("gob of a %s: %q (%v)", what, out.String(), err)
		}
	}
}

// What the runtime prints when a program dies, and what a debugger shows, is
// made of the value's own fields: none of them may be the text.
func TestNoPanicShowsASecret(t *testing.T) {
	t.Parallel()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), panics+"=1", "GOTRACEBACK=all")
	out, err := cmd.CombinedOutput()
	if err == nil || !bytes.Contains(out, []byte("panic:")) || shown(string(out)) {
		t.Errorf("%v: %s", err, out)
	}
	for field := range reflect.TypeFor[secret.Value]().Fields() {
		if field.Type.Kind() == reflect.String {
			t.Errorf("%s holds the text itself", field.Name)
		}
	}
}
