// SPDX-License-Identifier: EUPL-1.2

package v1

import (
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// MaxSteps bounds the steps of one scenario.
const MaxSteps = 10_000

func (d *decoder) stepList(n *yaml.Node) []scenarios.Step {
	if n == nil {
		return nil
	}
	var out []scenarios.Step
	for _, item := range d.items(n, speech.Say("the steps", "die Schritte")) {
		if d.steps++; d.steps == MaxSteps+1 {
			d.report.Errorf(item.At, speech.Say("more than %d steps", "mehr als %d Schritte", MaxSteps), speech.Say("split the task", "teilen Sie die Aufgabe"))
		}
		if d.steps > MaxSteps {
			break
		}
		if step, ok := d.step(item); ok {
			out = append(out, step)
		}
	}
	return out
}

func (d *decoder) step(n *yaml.Node) (scenarios.Step, bool) {
	if n.Kind != yaml.Mapping {
		d.report.Errorf(n.At, speech.Say("a step is written as verb: …", "ein Schritt wird als Verb: … geschrieben"), speech.Say("for example: click: screen/button", "zum Beispiel: click: maske/Knopf"))
		return scenarios.Step{}, false
	}
	verb, ok := d.verbOf(n)
	if !ok {
		return scenarios.Step{}, false
	}
	d.mapping(n, speech.Say("the step %q", "dem Schritt „%s“", verb.Keyword), d.keys[verb.Keyword]...)
	for _, f := range verb.Fields {
		if f.Required {
			d.need(n, f.Key, speech.Say("the step %q", "dem Schritt „%s“", verb.Keyword))
		}
	}
	step := scenarios.Step{At: n.At, Within: d.seconds(n.Get("within"))}
	if id := n.Get("id"); id != nil {
		step.ID = d.word(id)
	}
	step.Act = d.act(verb.Keyword, n, n.Get(verb.Keyword))
	return step, step.Act != nil
}

// verbOf finds the one key of a step that is a verb. Some verbs are also
// fields of others (expect, dialog): the verb that allows the most of the
// other keys is meant.
func (d *decoder) verbOf(n *yaml.Node) (Verb, bool) {
	var best Verb
	most := -1
	for _, verb := range d.verbs {
		if n.Get(verb.Keyword) == nil {
			continue
		}
		if fit := fitting(n, d.keys[verb.Keyword]); fit > most {
			best, most = verb, fit
		}
	}
	if most >= 0 {
		return best, true
	}
	d.unknownVerb(n)
	return Verb{}, false
}

func fitting(n *yaml.Node, keys []string) (count int) {
	for _, e := range n.Entries {
		if contains(keys, e.Key) {
			count++
		}
	}
	return count
}

func (d *decoder) unknownVerb(n *yaml.Node) {
	var words []string
	for _, v := range d.verbs {
		words = append(words, v.Keyword)
	}
	for _, e := range n.Entries {
		if near := source.Nearest(e.Key, words); near != "" {
			d.report.Errorf(e.KeyAt, speech.Say("unknown step %q", "unbekannter Schritt „%s“", e.Key), source.DidYouMean(e.Key, words))
			return
		}
	}
	d.report.Errorf(n.At, speech.Say("no verb in this step", "in diesem Schritt steht kein Verb"), source.DidYouMean("", words))
}

// target reads screen/element, and the row beside it.
func (d *decoder) target(n, row *yaml.Node) scenarios.Target {
	t := scenarios.Target{}
	if n == nil {
		return t
	}
	t.At = n.At
	screen, element, ok := strings.Cut(d.text(n), "/")
	if !ok || screen == "" || element == "" {
		d.report.Errorf(n.At, speech.Say("an element is written as screen/element", "ein Element wird als maske/element geschrieben"), speech.Text{})
	}
	t.Screen, t.Element = screen, element
	for _, e := range d.entries(row, speech.Say("row", "row")) {
		t.Row = append(t.Row, scenarios.RowKey{Column: e.Key, Value: d.operand(e.Value)})
	}
	return t
}

// isRequest recognises METHOD /path.
func isRequest(s string) bool {
	method, path, ok := strings.Cut(s, " ")
	return ok && strings.HasPrefix(path, "/") && method != "" && strings.Trim(method, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func (d *decoder) condition(n *yaml.Node) scenarios.Condition {
	c := scenarios.Condition{}
	if n == nil || !d.mapping(n, speech.Say("a condition", "einer Bedingung"), "text", "element", "shows", "gone", "holds", "status") {
		return c
	}
	c.Given, c.At = true, n.At
	c.Text, c.Gone, c.Shows = d.operand(n.Get("text")), d.operand(n.Get("gone")), d.operand(n.Get("shows"))
	c.Holds = d.expr(n.Get("holds"))
	if e := n.Get("element"); e != nil {
		t := d.target(e, nil)
		c.Element = &t
	}
	if s := n.Get("status"); s != nil {
		c.Status = d.status(s)
	}
	if len(n.Entries) == 0 {
		d.report.Errorf(n.At, speech.Say("an empty condition checks nothing", "eine leere Bedingung prüft nichts"), speech.Text{})
	}
	return c
}

func (d *decoder) status(n *yaml.Node) int {
	s := d.text(n)
	status, err := strconv.Atoi(s)
	if err != nil || status < 100 || status > 599 {
		d.report.Errorf(n.At, speech.Say("%q is not an HTTP status such as 200", "„%s“ ist kein HTTP-Status wie 200", s), speech.Text{})
		return 0
	}
	return status
}
