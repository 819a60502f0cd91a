// SPDX-License-Identifier: EUPL-1.2

package sentences

import (
	"maps"
	"slices"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/explain"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Scenario says a checked scenario with its rulebooks.
func Scenario(c *check.Checked, lang speech.Lang) Document {
	w := newWriter(c, lang)
	d := Document{Lang: lang, Title: c.Scenario.Title, Hash: c.Scenario.Hash}
	if c.Scenario.Reference.Given {
		d.Reference = w.value(c.Scenario.Reference)
	}
	for _, in := range c.Scenario.Inputs {
		d.Inputs = append(d.Inputs, Input{
			Name: in.Name, Label: in.Label, Kind: w.typed(in.Type), Class: w.class(in.Type.Class), Required: in.Required,
		})
	}
	d.Retention = w.retention(c.Scenario.Retention)
	for i := range c.Scenario.Systems {
		d.Systems = append(d.Systems, w.describe(&c.Scenario.Systems[i]))
	}
	d.Steps = w.steps(c.Scenario.Steps)
	for _, name := range slices.Sorted(maps.Keys(c.Rulebooks)) {
		d.Rulebooks = append(d.Rulebooks, Book{Name: name, Document: explain.Sentences(c.Rulebooks[name], lang)})
	}
	return d
}

// Rulebooks says rulebooks that stand alone; several have a title together.
func Rulebooks(title string, list []*rules.Rulebook, lang speech.Lang) Document {
	d := Document{Lang: lang, Title: title}
	for _, r := range list {
		book := explain.Sentences(r, lang)
		d.Rulebooks = append(d.Rulebooks, Book{Document: book, Whole: true})
		if len(list) == 1 {
			d.Title, d.Hash = book.Title, book.Hash
		}
	}
	return d
}

func (w *writer) describe(sys *scenarios.System) System {
	w.system = sys.Name
	defer func() { w.system, w.screen = "", "" }()
	out := System{Name: sys.Name, Title: sys.Title, Kind: w.kind(sys.Kind), Session: w.session(sys.Session)}
	if sys.SignedOut.Given {
		out.SignedOut = w.condition(sys.SignedOut)
	}
	out.LogIn = w.steps(sys.LogIn)
	w.screen = ""
	out.LogOut = w.steps(sys.LogOut)
	return out
}

func (w *writer) kind(k scenarios.SystemKind) string {
	switch k {
	case scenarios.Web:
		return w.say("interface", "Schnittstelle")
	case scenarios.Host:
		return w.say("worked at the host's terminal", "wird am Terminal des Hosts bedient")
	case scenarios.Desktop:
		return w.say("worked as a program on the desktop", "wird als Programm am Schreibtisch bedient")
	}
	return w.say("worked in the browser", "wird im Browser bedient")
}

func (w *writer) session(s scenarios.Session) string {
	if s == scenarios.PerOrder {
		return w.say("one log-in for the whole order", "eine Anmeldung für den ganzen Auftrag")
	}
	return w.say("a log-in of its own for every case", "für jeden Vorgang eine eigene Anmeldung")
}
