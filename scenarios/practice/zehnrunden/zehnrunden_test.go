// SPDX-License-Identifier: EUPL-1.2

package zehnrunden

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// player fills forms without a browser.
type player struct {
	*testing.T
	address string
}

func begin(t *testing.T, seed string) player {
	t.Helper()
	app, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(app.Handler())
	t.Cleanup(server.Close)
	p := player{t, server.URL}
	p.post("/spiel", url.Values{"nummer": {seed}})
	return p
}

func (p player) post(path string, form url.Values) string {
	p.Helper()
	answer, err := http.PostForm(p.address+path, form)
	if err != nil {
		p.Fatal(err)
	}
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	if err != nil {
		p.Fatal(err)
	}
	return string(page)
}

func (p player) round(seed uint64, round int, of Person) string {
	p.Helper()
	form := url.Values{"runde": {strconv.Itoa(round)}}
	for _, f := range layoutOf(seed, round-1).Fields {
		form.Set(f.Name, of[f.Label])
	}
	return p.post("/spiel/1", form)
}

func TestEveryFieldIsCounted(t *testing.T) {
	t.Parallel()
	p := begin(t, "7")
	people := People(7)
	people[3]["Ort"] = "Falsch"
	var page string
	for i, person := range people {
		p.round(7, i+1, person)
		page = p.round(7, i+1, person) // the same form sent again counts nothing
	}
	if !strings.Contains(page, "69 von 70 Feldern") {
		t.Errorf("it ends with %s", page)
	}
}

func TestOnlyLabelsStay(t *testing.T) {
	t.Parallel()
	first, second := layoutOf(7, 0), layoutOf(7, 1)
	if reflect.DeepEqual(first, second) || !reflect.DeepEqual(first, layoutOf(7, 0)) || reflect.DeepEqual(first, layoutOf(8, 0)) {
		t.Error("rounds are alike, or not repeatable")
	}
	var names []string
	for round := range Rounds {
		for _, f := range layoutOf(7, round).Fields {
			names = append(names, f.Name, f.ID)
		}
	}
	slices.Sort(names)
	if len(slices.Compact(names)) != 2*7*Rounds {
		t.Error("names come twice")
	}
}

func TestPersonsAreAFile(t *testing.T) {
	t.Parallel()
	p := begin(t, "no number")
	answer, err := http.Get(p.address + "/personen.csv?nummer=1")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, _ := io.ReadAll(answer.Body)
	if lines := strings.Split(strings.TrimSpace(string(text)), "\n"); len(lines) != Rounds+1 || !strings.HasPrefix(lines[0], "Vorname;") || !strings.HasPrefix(lines[1], People(1)[0]["Vorname"]) {
		t.Errorf("the file is %s", text)
	}
	if missing, err := http.Get(p.address + "/spiel/9"); err != nil || missing.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown game answers %v %v", missing, err)
	}
}
