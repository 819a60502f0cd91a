// SPDX-License-Identifier: EUPL-1.2

package v1

import (
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// TestCase reads cases/*.yaml.
func TestCase(report *source.Report, n *yaml.Node) *scenarios.TestCase {
	d := newDecoder(report)
	what := speech.Say("a test case", "einem Prüffall")
	if !d.mapping(n, what, "case", "given", "screen", "expect") {
		return nil
	}
	c := &scenarios.TestCase{At: n.At, Name: d.text(d.need(n, "case", what)), Given: d.texts(n.Get("given")), Screen: d.texts(n.Get("screen"))}
	expect := d.need(n, "expect", what)
	if !d.mapping(expect, speech.Say("expect", "expect"), "outcome", "commits", "values") {
		return c
	}
	c.Outcome = d.oneOf(expect.Get("outcome"), "done", "unchanged", "business", "technical", "halted")
	for _, item := range d.items(expect.Get("commits"), speech.Say("commits", "commits")) {
		c.Commits = append(c.Commits, d.text(item))
	}
	c.Values = d.texts(expect.Get("values"))
	return c
}

func (d *decoder) texts(n *yaml.Node) map[string]string {
	out := map[string]string{}
	for _, e := range d.entries(n, speech.Say("this field", "dieses Feld")) {
		out[e.Key] = d.text(e.Value)
	}
	return out
}
