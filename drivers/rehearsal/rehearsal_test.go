// SPDX-License-Identifier: EUPL-1.2

package rehearsal_test

import (
	"context"
	"errors"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/rehearsal"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

func begin(t *testing.T, shows map[string]string) *rehearsal.Session {
	t.Helper()
	s, err := rehearsal.Driver{Shows: shows}.Begin(t.Context(), scenarios.Location{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func on(verb act.Verb, element, text string) act.Action {
	return act.Action{Verb: verb, Screen: &scenarios.Screen{Name: "person"}, Element: &scenarios.Element{Name: element, Sample: map[string]string{"Ort": "Bonn"}[element]}, Text: text}
}

func must(t *testing.T, s *rehearsal.Session, a act.Action) act.Effect {
	t.Helper()
	e, err := s.Do(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestWhatIsShown: what was written wins, then the test case, then the sample.
func TestWhatIsShown(t *testing.T) {
	s := begin(t, map[string]string{"person/Name": "Meier", "person/Gesperrt": "no"})
	for element, want := range map[string]string{"Name": "Meier", "Ort": "Bonn", "Gesperrt": "no"} {
		if got := must(t, s, on(act.Read, element, "")).Value; got != want {
			t.Errorf("%s shows %q", element, got)
		}
	}
	must(t, s, on(act.Fill, "Name", "Schmidt"))
	must(t, s, on(act.Choose, "Ort", "Köln"))
	ticked := on(act.Tick, "Gesperrt", "")
	ticked.On = true
	must(t, s, ticked)
	for element, want := range map[string]string{"Name": "Schmidt", "Ort": "Köln", "Gesperrt": "yes"} {
		if got := must(t, s, on(act.Read, element, "")).Value; got != want {
			t.Errorf("%s shows %q after it was written", element, got)
		}
	}
	if _, err := s.Do(t.Context(), on(act.Read, "Unbekannt", "")); fault.KindOf(err) != fault.Usage {
		t.Errorf("an unknown element reads: %v", err)
	}
	if len(s.Done) != 10 {
		t.Errorf("%d actions are noted", len(s.Done))
	}
}

func request(method, path, body string) act.Action {
	call := &act.Call{Method: method, Path: path}
	if body != "" {
		call.Body = []byte(body)
	}
	return act.Action{Verb: act.Request, Call: call}
}

// TestWhatWasSent shows in later answers of the path and of those above it.
func TestWhatWasSent(t *testing.T) {
	shows := map[string]string{
		"GET /leser/7": `{"nachname": "Meier", "ort": "Bonn"}`, "GET /leser/70": `{"nachname": "Weiß"}`,
		"GET /liste": `[1, 2]`, "GET /leer": `null`, "POST /leser": `{"id": 8}`,
	}
	s := begin(t, shows)
	if got := must(t, s, request("POST", "/leser", `{"nachname": "Neu"}`)).Body; string(got) != `{"id": 8}` {
		t.Errorf("what is posted answers %s", got)
	}
	must(t, s, request("PUT", "/leser/7/name", `{"nachname": "Schmidt"}`))
	must(t, s, request("PATCH", "/liste", `[3]`))
	must(t, s, request("DELETE", "/leser/70", `{"nachname": "nobody"}`))
	for path, want := range map[string]string{
		"/leser/7":         `{"nachname":"Schmidt","ort":"Bonn"}`,
		"/leser/7/":        `{"nachname":"Schmidt"}`,
		"/leser/7/name":    `{"nachname":"Schmidt"}`,
		"/leser/7/name?x":  `{"nachname":"Schmidt"}`,
		"/leser/7/name/is": `{}`,
		"/leser/70":        `{"nachname":"Weiß"}`,
		"/liste":           `[1, 2]`,
		"/leer":            `null`,
	} {
		e := must(t, s, request("GET", path, ""))
		if string(e.Body) != want || e.Status != 200 {
			t.Errorf("GET %s answers %d %s", path, e.Status, e.Body)
		}
	}
}

func TestLooks(t *testing.T) {
	s := begin(t, map[string]string{"text: saved": "yes", "text: failed": "no"})
	for _, l := range []struct {
		act.Look
		want bool
	}{
		{act.Look{Text: "saved"}, true},
		{act.Look{Text: "failed"}, false},
		{act.Look{Text: "anything", Within: 2 * act.AtOnce}, true},
		{act.Look{Text: "anything", Within: act.AtOnce}, false},
		{act.Look{Gone: "please wait"}, true},
	} {
		if got, err := s.Look(t.Context(), l.Look); got != l.want || err != nil {
			t.Errorf("%+v: %v %v", l.Look, got, err)
		}
	}
}

func TestMessageAndStop(t *testing.T) {
	s := begin(t, nil)
	a := on(act.Click, "Speichern", "")
	a.Answer = &act.Answer{Says: "Sure?"}
	if e := must(t, s, a); e.Said != "Sure?" {
		t.Errorf("the message box said %q", e.Said)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := s.Do(ctx, a); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped with %v", err)
	}
	if picture, err := s.Picture(t.Context(), nil); picture != nil || err != nil {
		t.Errorf("there is a picture, or %v", err)
	}
	if err := s.Tidy(t.Context()); err != nil {
		t.Error(err)
	}
}
