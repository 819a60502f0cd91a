// SPDX-License-Identifier: EUPL-1.2

package desktop_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// patience is enough for one action on a busy machine; brief is the time after
// which what does not change is given up.
const (
	patience = 20 * time.Second
	brief    = 3 * time.Second
)

// python has the windows of GTK; the one on PATH may be another.
const python = "/usr/bin/python3"

// stage is a program from testdata on a display of its own.
type stage struct {
	*testing.T
	session *desktop.Session
	record  string
}

// open starts a program; its first argument is the file it records in.
func open(t *testing.T, program string, args ...string) stage {
	t.Helper()
	record := filepath.Join(t.TempDir(), "record.jsonl")
	argv := append([]string{python, filepath.Join("testdata", program), record}, args...)
	s, err := desktop.Driver{}.Begin(t.Context(), scenarios.Location{System: "stage", Program: argv})
	if err != nil {
		t.Fatal(fault.Describe(err, "en"), fault.HintOf(err))
	}
	t.Cleanup(s.Close)
	return stage{t, s, record}
}

// recorded is what the program wrote down, oldest first.
func (s stage) recorded() []map[string]string {
	data, err := os.ReadFile(s.record)
	if err != nil && !os.IsNotExist(err) {
		s.Fatal(err)
	}
	var out []map[string]string
	for line := range strings.Lines(string(data)) {
		form := map[string]string{}
		if err := json.Unmarshal([]byte(line), &form); err != nil {
			s.Fatal(err)
		}
		out = append(out, form)
	}
	return out
}

// thing makes an element from words: "role=button; window=T; keys; mask=d;
// name: Save; label: Surname".
func thing(words string) (*scenarios.Screen, *scenarios.Element) {
	s, e := &scenarios.Screen{Name: "stage"}, &scenarios.Element{}
	for word := range strings.SplitSeq(words, "; ") {
		key, value, _ := strings.Cut(word, "=")
		by, what, way := strings.Cut(word, ": ")
		switch {
		case way:
			e.Name = what
			e.Found = append(e.Found, scenarios.Candidate{By: scenarios.By(by), What: what, Matched: 1})
		case key == "role":
			e.Role = value
		case key == "window":
			s.Window.Title = value
		case key == "keys":
			e.Keys = true
		case key == "mask":
			e.Mask = value
		}
	}
	return s, e
}

// do performs an action on a thing.
func (s stage) do(at string, a act.Action) (act.Effect, error) {
	s.Helper()
	if at != "" {
		a.Screen, a.Element = thing(at)
	}
	if a.Within == 0 {
		a.Within = patience
	}
	return s.session.Do(s.Context(), a)
}

// must performs an action that has to succeed.
func (s stage) must(at string, a act.Action) act.Effect {
	s.Helper()
	e, err := s.do(at, a)
	if err != nil {
		s.Fatalf("%s %s: %v (%v)", a.Verb, at, err, fault.HintOf(err))
	}
	return e
}

// halts performs an action that has to end with a fault and touch nothing.
func (s stage) halts(at string, a act.Action, kind fault.Kind, says string) {
	s.Helper()
	a.Within = brief
	e, err := s.do(at, a)
	if fault.KindOf(err) != kind || !strings.Contains(fault.Describe(err, "en"), says) {
		s.Errorf("%s %s ended %q, not %q with %q: %v", a.Verb, at, fault.KindOf(err), kind, says, err)
	}
	if e.Touched {
		s.Errorf("%s %s is said to have touched something", a.Verb, at)
	}
}
