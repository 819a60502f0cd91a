// SPDX-License-Identifier: EUPL-1.2

package bibliothek_test

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
)

func TestDescriptionHoldsTogether(t *testing.T) {
	t.Parallel()
	d := open(t, options(t))
	text := d.get("/openapi.json")
	var doc map[string]any
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	paths, _ := doc["paths"].(map[string]any)
	if doc["openapi"] != "3.0.3" || len(paths) != 3 {
		t.Errorf("version %v, %d paths", doc["openapi"], len(paths))
	}
	for _, ref := range regexp.MustCompile(`"#/([^"]+)"`).FindAllStringSubmatch(text, -1) {
		if !leads(doc, strings.Split(ref[1], "/")) {
			t.Errorf("%s leads nowhere", ref[1])
		}
	}
}

// leads says whether there is something at the end of a path of names.
func leads(at any, names []string) bool {
	for _, name := range names {
		object, _ := at.(map[string]any)
		at = object[name]
	}
	return at != nil
}

func TestStatuses(t *testing.T) {
	t.Parallel()
	d := open(t, options(t))
	for _, c := range []struct {
		method, path, body string
		want               int
	}{
		{"GET", "/api/leser/B-10001", "", 200},
		{"GET", "/api/leser/B-9", "", 404},
		{"GET", "/api/leser", "", 400},
		{"GET", "/api/leser?nachname=Wei%C3%9F&geburtsdatum=1990-02-01", "", 200},
		{"PUT", "/api/leser/B-9/name", `{"nachname":"X"}`, 404},
		{"PUT", "/api/leser/B-10001/name", `{"name":"X"}`, 400},
		{"PUT", "/api/leser/B-10001/name", `{"nachname":" "}`, 422},
	} {
		if got, body := d.ask(c.method, c.path, c.body, ""); got != c.want {
			t.Errorf("%s %s: %d, want %d: %s", c.method, c.path, got, c.want, body)
		}
	}
	d.saves(0)
}

func TestTokenIsRequired(t *testing.T) {
	t.Parallel()
	d := open(t, options(t))
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, d.url+"/api/leser/"+reader, nil)
	if err != nil {
		t.Fatal(err)
	}
	if status, _ := d.do(r); status != http.StatusUnauthorized {
		t.Errorf("status %d", status)
	}
}

func TestIdempotencyKeySavesOnce(t *testing.T) {
	t.Parallel()
	o := options(t)
	d := open(t, o)
	first, again, other := d.rename("Şahin", "k1"), d.rename("Şahin", "k1"), d.rename("Groß", "k1")
	if first != 200 || again != 200 || other != 409 {
		t.Fatalf("answers %d %d %d", first, again, other)
	}
	e := d.saves(1)[0]
	if c, _ := e.Field("nachname"); c.Old != "Müller" || c.New != "Şahin" || e.Request != "k1" {
		t.Errorf("ledger %+v", e)
	}
	after := open(t, o)
	if status := after.rename("Şahin", "k1"); status != 200 || after.surname() != "Şahin" {
		t.Errorf("after the restart: %d, %s", status, after.surname())
	}
	after.saves(1)
	if status := after.rename("Şahin", ""); status != 200 {
		t.Errorf("status %d", status)
	}
	if e := after.saves(2)[1]; e.Count != 2 {
		t.Errorf("ledger %+v", e)
	}
}

func TestErrorsAroundTheSave(t *testing.T) {
	t.Parallel()
	once := map[string]int{reader: 1}
	d := with(t, trouble.Switches{FailLoading: once, FailBeforeSave: once, FailAfterSave: once})
	if status, _ := d.ask("GET", "/api/leser/"+reader, "", ""); status != 500 {
		t.Errorf("loading: %d", status)
	}
	if status := d.rename("Groß", "k"); status != 500 {
		t.Errorf("before: %d", status)
	}
	d.saves(0)
	if status := d.rename("Groß", "k"); status != 500 {
		t.Errorf("after: %d", status)
	}
	if status := d.rename("Groß", "k"); status != 200 {
		t.Errorf("again: %d", status)
	}
	d.saves(1)
}

func TestInterfaceIsOff(t *testing.T) {
	t.Parallel()
	o := options(t)
	o.APIOff = true
	d := open(t, o)
	if status := d.rename("Groß", "k"); status != 503 {
		t.Errorf("status %d", status)
	}
	d.sees(d.logIn(), "Leser aufrufen")
}

func TestHangs(t *testing.T) {
	t.Parallel()
	d := with(t, trouble.Switches{Hang: []string{reader}})
	d.logIn()
	d.client.Timeout = 50 * time.Millisecond
	if _, err := d.client.Get(d.url + "/alt/leser?ausweis=" + reader); err == nil {
		t.Error("an answer came")
	}
}
