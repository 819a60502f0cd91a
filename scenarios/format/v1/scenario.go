// SPDX-License-Identifier: EUPL-1.2

package v1

import (
	"strconv"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Version is the number that files of this form begin with.
const Version = 1

// Scenario reads scenario.yaml.
func Scenario(report *source.Report, n *yaml.Node) *scenarios.Scenario {
	d := newDecoder(report)
	what := speech.Say("a scenario", "einem Ablauf")
	if !d.mapping(n, what, "heinzel", "title", "reference", "inputs", "retention", "systems", "steps") || !d.version(n, "heinzel") {
		return nil
	}
	s := &scenarios.Scenario{At: n.At, Title: d.text(d.need(n, "title", what)), Reference: d.operand(n.Get("reference"))}
	for _, e := range d.entries(n.Get("inputs"), speech.Say("inputs", "inputs")) {
		s.Inputs = append(s.Inputs, d.input(e))
	}
	s.Retention = d.retention(n.Get("retention"))
	for _, e := range d.entries(n.Get("systems"), speech.Say("systems", "systems")) {
		s.Systems = append(s.Systems, d.system(e))
	}
	s.Steps = d.stepList(d.need(n, "steps", what))
	number(s)
	return s
}

func number(s *scenarios.Scenario) {
	scenarios.Number("", s.Steps)
	for i := range s.Systems {
		sys := &s.Systems[i]
		scenarios.Number(sys.Name+".in.", sys.LogIn)
		scenarios.Number(sys.Name+".out.", sys.LogOut)
	}
}

// version reads the first line of every file. A newer one is refused by name.
func (d *decoder) version(n *yaml.Node, key string) bool {
	v := d.need(n, key, speech.Say("the file", "der Datei"))
	if v == nil {
		return false
	}
	got, err := strconv.Atoi(d.text(v))
	switch {
	case err != nil || got < 1:
		d.report.Errorf(v.At, speech.Say("%q is not a version of the format", "„%s“ ist keine Version des Formats", v.Text), speech.Say("write %s: %d", "schreiben Sie %s: %d", key, Version))
	case got > Version:
		d.report.Errorf(v.At, speech.Say("the file is of version %d, this Heinzel reads up to %d", "die Datei hat Version %d, dieser Heinzel liest bis %d", got, Version),
			speech.Say("install a newer Heinzel", "installieren Sie einen neueren Heinzel"))
	default:
		return true
	}
	return false
}

func (d *decoder) input(e yaml.Entry) scenarios.Input {
	in := scenarios.Input{Name: e.Key, At: e.KeyAt}
	d.name(&yaml.Node{At: e.KeyAt, Text: e.Key})
	what := speech.Say("an input", "einer Eingabe")
	if !d.mapping(e.Value, what, "type", "required", "class", "label", "choices", "of", "fields") {
		return in
	}
	in.Type = d.declared(e.Value)
	in.Required = d.yesNo(e.Value.Get("required"))
	in.Label = d.text(e.Value.Get("label"))
	if in.Label == "" {
		in.Label = e.Key
	}
	return in
}

// declared reads a type with everything that belongs to it.
func (d *decoder) declared(n *yaml.Node) value.Type {
	t := value.Type{Kind: value.Kind(d.oneOf(d.need(n, "type", speech.Say("an input", "einer Eingabe")), value.Kinds()...))}
	t.Class = value.Class(d.oneOf(n.Get("class"), string(value.Internal), string(value.Open), string(value.Personal), string(value.Special)))
	for _, c := range d.items(n.Get("choices"), speech.Say("choices", "choices")) {
		t.Choices = append(t.Choices, d.text(c))
	}
	if (t.Kind == value.Choice) != (len(t.Choices) > 0) {
		d.report.Errorf(n.At, speech.Say("choices belong to the type choice, and the type choice needs them", "choices gehört zum Typ choice, und der Typ choice braucht es"), speech.Text{})
	}
	if of := n.Get("of"); of != nil {
		inner := d.elementType(of)
		t.Of = &inner
	}
	if fields := d.entries(n.Get("fields"), speech.Say("fields", "fields")); len(fields) > 0 {
		t.Fields = map[string]value.Type{}
		for _, f := range fields {
			t.Fields[f.Key] = d.elementType(f.Value)
		}
	}
	return t
}

// elementType reads the type of a list's entry or a record's field: a word,
// or a declaration of its own.
func (d *decoder) elementType(n *yaml.Node) value.Type {
	if n.Kind == yaml.Mapping {
		d.mapping(n, speech.Say("a type", "einem Typ"), "type", "class", "choices", "of", "fields")
		return d.declared(n)
	}
	return d.typeWord(n)
}

// The words for what happens where an element has changed, but what it has
// become is beyond doubt.
const (
	Halt    = "halt"
	Proceed = "proceed"
)

func (d *decoder) system(e yaml.Entry) scenarios.System {
	s := scenarios.System{Name: e.Key, At: e.KeyAt, Title: e.Key}
	d.name(&yaml.Node{At: e.KeyAt, Text: e.Key})
	if !d.mapping(e.Value, speech.Say("a system", "einem System"), "kind", "title", "session", "log in", "log out", "signed out", "changed elements") {
		return s
	}
	d.need(e.Value, "kind", speech.Say("a system", "einem System"))
	s.Kind = scenarios.SystemKind(d.oneOf(e.Value.Get("kind"), string(scenarios.Browser), string(scenarios.Web), string(scenarios.Host), string(scenarios.Desktop)))
	s.Session = scenarios.Session(d.oneOf(e.Value.Get("session"), string(scenarios.PerCase), string(scenarios.PerOrder)))
	if t := d.text(e.Value.Get("title")); t != "" {
		s.Title = t
	}
	s.LogIn, s.LogOut = d.stepList(e.Value.Get("log in")), d.stepList(e.Value.Get("log out"))
	s.SignedOut = d.condition(e.Value.Get("signed out"))
	s.Heals = d.oneOf(e.Value.Get("changed elements"), Halt, Proceed) == Proceed
	return s
}
