// SPDX-License-Identifier: EUPL-1.2

package bibliothek_test

import (
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/bibliothek"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
)

const reader = "B-10001"

// desk works with the library, through the interface or the old form.
type desk struct {
	t      *testing.T
	client *http.Client
	url    string
	ledger string
}

func options(t *testing.T) bibliothek.Options {
	t.Helper()
	return bibliothek.Options{
		Readers: []bibliothek.Reader{
			{Number: reader, Surname: "Müller", GivenName: "Anna", BirthDate: "14.03.1985"},
			{Number: "B-10002", Surname: "Weiß", GivenName: "Jan", BirthDate: "01.02.1990"},
		},
		User: "u", Password: "p", Token: "t", Ledger: filepath.Join(t.TempDir(), "l.jsonl"),
	}
}

func open(t *testing.T, o bibliothek.Options) *desk {
	t.Helper()
	app, err := bibliothek.New(o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(app.Handler())
	t.Cleanup(func() {
		app.Stop()
		server.Close()
		if err := app.Close(); err != nil {
			t.Error(err)
		}
	})
	jar, _ := cookiejar.New(nil)
	return &desk{t: t, client: &http.Client{Jar: jar}, url: server.URL, ledger: o.Ledger}
}

func with(t *testing.T, s trouble.Switches) *desk {
	t.Helper()
	o := options(t)
	o.Switches = s
	return open(t, o)
}

// ask calls the interface and answers status and body.
func (d *desk) ask(method, path, body, key string) (int, string) {
	d.t.Helper()
	r, err := http.NewRequestWithContext(d.t.Context(), method, d.url+path, strings.NewReader(body))
	if err != nil {
		d.t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer t")
	if key != "" {
		r.Header.Set("Idempotency-Key", key)
	}
	return d.do(r)
}

func (d *desk) do(r *http.Request) (int, string) {
	d.t.Helper()
	answer, err := d.client.Do(r)
	if err != nil {
		d.t.Fatal(err)
	}
	defer answer.Body.Close()
	text, _ := io.ReadAll(answer.Body)
	if answer.StatusCode >= 400 && strings.HasPrefix(r.URL.Path, "/api/") &&
		answer.Header.Get("Content-Type") != "application/problem+json" {
		d.t.Errorf("%s is no problem: %s", answer.Status, text)
	}
	return answer.StatusCode, html.UnescapeString(string(text))
}

func (d *desk) rename(name, key string) int {
	d.t.Helper()
	status, _ := d.ask(http.MethodPut, "/api/leser/"+reader+"/name", `{"nachname":"`+name+`"}`, key)
	return status
}

func (d *desk) surname() string {
	d.t.Helper()
	_, body := d.ask(http.MethodGet, "/api/leser/"+reader, "", "")
	return regexp.MustCompile(`"nachname":"([^"]*)"`).FindStringSubmatch(body)[1]
}

func (d *desk) post(path string, pairs ...string) string {
	d.t.Helper()
	v := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		v.Set(pairs[i], pairs[i+1])
	}
	r, err := http.NewRequestWithContext(d.t.Context(), http.MethodPost, d.url+path, strings.NewReader(v.Encode()))
	if err != nil {
		d.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	_, page := d.do(r)
	return page
}

func (d *desk) get(path string) string {
	d.t.Helper()
	_, page := d.ask(http.MethodGet, path, "", "")
	return page
}

func (d *desk) logIn() string {
	d.t.Helper()
	return d.post("/alt/login", "benutzer", "u", "passwort", "p")
}

func (d *desk) mask() string {
	d.t.Helper()
	page := d.get("/alt/leser?ausweis=" + reader)
	m := regexp.MustCompile(`name="vt" value="(\w+)"`).FindStringSubmatch(page)
	if m == nil {
		d.t.Fatalf("no mask in\n%s", page)
	}
	return m[1]
}

func (d *desk) sees(page, text string) {
	d.t.Helper()
	if !strings.Contains(page, text) {
		d.t.Errorf("%q is not on the page\n%s", text, page)
	}
}

func (d *desk) saves(want int) []ledger.Entry {
	d.t.Helper()
	entries, err := ledger.Read(d.ledger)
	if err != nil || len(entries) != want {
		d.t.Fatalf("%d saves, want %d (%v): %+v", len(entries), want, err, entries)
	}
	return entries
}
