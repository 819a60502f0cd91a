// SPDX-License-Identifier: EUPL-1.2

package target_test

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios"

	"github.com/heinzel-rpa/heinzel/recorder/target"
)

func trained(t testing.TB) *target.Model {
	t.Helper()
	m, err := target.Trained()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// link is a link of a list, as a navigation has many.
func link(n int, text, href string) scenarios.Fingerprint {
	path := fmt.Sprintf("/html[1]/body[1]/nav[1]/ul[1]/li[%d]/a[1]", n)
	return scenarios.Fingerprint{Tag: "A", Class: "nav-link", Text: text, Href: href, Path: path, Anchored: path}
}

func navigation() []scenarios.Fingerprint {
	return []scenarios.Fingerprint{
		link(1, "Startseite", "/start"), link(2, "Bürgerservice", "/buergerservice"), link(3, "Magazin", "/magazin"),
		link(4, "Stadtmagazin", "/stadtmagazin"), link(5, "Suche", "/suche?art=einfach"), link(6, "Kontakt", "/kontakt"),
	}
}

// others are the elements beside the n-th.
func others(list []scenarios.Fingerprint, n int) []scenarios.Fingerprint {
	return append(append([]scenarios.Fingerprint{}, list[:n]...), list[n+1:]...)
}

func TestChooseFindsWhatMoved(t *testing.T) {
	t.Parallel()
	m, was := trained(t), navigation()
	now := append([]scenarios.Fingerprint{link(1, "Aktuelles", "/aktuelles")}, navigation()...)
	for i := range now {
		now[i].Path = fmt.Sprintf("/html[1]/body[1]/header[1]/nav[1]/ul[1]/li[%d]/a[1]", i+1)
	}
	for i := range was {
		if c := m.Choose(&was[i], now, others(was, i)); c.Index != i+1 {
			t.Errorf("%q became %d with trust %.2f: %s", was[i].Text, c.Index, c.Trust, c.Because)
		}
	}
}

// Real errors of other ways to find elements.
func TestChooseHaltsBeforeLookalikes(t *testing.T) {
	t.Parallel()
	m, was := trained(t), navigation()
	for _, c := range []struct {
		name string
		was  int
		now  scenarios.Fingerprint
	}{
		{"another magazine", 2, link(4, "Stadtmagazin", "/stadtmagazin")},
		{"the same place, asked differently", 4, link(5, "Erweiterte Suche", "/suche?art=erweitert")},
		{"the same path with another text", 1, link(2, "Abmelden", "/abmelden")},
		{"nothing but its place", 5, scenarios.Fingerprint{Tag: "A", Path: was[5].Path}},
	} {
		now := others(navigation(), c.was)
		now = append(now, c.now)
		if got := m.Choose(&was[c.was], now, others(was, c.was)); got.Index >= 0 {
			t.Errorf("%s: took %q with trust %.2f: %s", c.name, now[got.Index].Text, got.Trust, got.Because)
		}
	}
	if c := m.Choose(&was[0], nil, nil); c.Index != -1 || c.Best != -1 {
		t.Errorf("on an empty page it chose %+v", c)
	}
}

func TestEquivalent(t *testing.T) {
	t.Parallel()
	item := scenarios.Fingerprint{Tag: "LI", Text: "Suche", Path: "/html[1]/ul[1]/li[1]"}
	inside := scenarios.Fingerprint{Tag: "A", Text: "Suche", Path: "/html[1]/ul[1]/li[1]/div[1]/a[1]"}
	field := scenarios.Fingerprint{Tag: "INPUT", Path: "/html[1]/ul[1]/li[1]/input[1]"}
	footer := link(9, "Kontakt", "https://stadt.example/kontakt")
	for _, c := range []struct {
		a, b scenarios.Fingerprint
		same bool
	}{
		{item, item, true},
		{item, inside, true},
		{item, field, false}, // only the very field will do
		{footer, link(1, "Kontakt", "https://www.stadt.example/kontakt/"), true},
		{footer, link(1, "Kontakt", "https://stadt.example/kontakt?von=kopf"), false},
		{link(9, "Kontakt", "#"), link(1, "Kontakt", "#"), false},
	} {
		if got := target.Equivalent(&c.a, &c.b); got != c.same {
			t.Errorf("%v and %v: %v", c.a, c.b, got)
		}
	}
	if a, b := link(9, "Kontakt", "#"), link(1, "Kontakt", "/kontakt"); !target.Lookalike(&a, &b) {
		t.Error("two links of one text, one to nowhere, can be told apart")
	}
}

// The same examples teach the same; more likeness never counts less.
func TestLearnIsReproducibleAndMonotone(t *testing.T) {
	t.Parallel()
	list := navigation()
	var examples []target.Example
	for i := range list {
		examples = append(examples, target.NewExample(&list[i], list, others(list, i), i), target.NewExample(&list[i], others(list, i), others(list, i), -1))
	}
	a, b := target.Learn(examples), target.Learn(examples)
	if !reflect.DeepEqual(a, b) || len(a.Steps) == 0 {
		t.Errorf("%d and %d steps", len(a.Steps), len(b.Steps))
	}
	for _, s := range append(a.Steps, trained(t).Election.Steps...) {
		if s.Gain <= 0 {
			t.Errorf("more likeness counts less: %+v", s)
		}
	}
	if c := a.Elect(examples[0], list); c.Best != 0 || c.Share <= c.Rival {
		t.Errorf("what it learned from is not found: %+v", c)
	}
	if s := target.Similar("Meier", "Maier"); s != 0.8 {
		t.Errorf("Meier and Maier are alike by %v", s)
	}
}
