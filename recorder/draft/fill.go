// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func (c *composer) fill(d *deed) []scenarios.Step {
	a := &scenarios.Fill{Target: d.target}
	a.Target.Row = c.row(d, a)
	if d.secret() {
		c.secret(d, a, word(d.target.Element, "kennwort"))
	} else {
		a.With = c.content(d)
	}
	return step(a)
}

// secret names a secret instead of what was typed.
func (c *composer) secret(d *deed, a *scenarios.Fill, name string) {
	l := c.locations[d.doc.system]
	l.Secrets[name] = l.System + "." + name
	a.Secret = name
	if d.Target.Kind != "password" {
		_, e := c.scenario.Elements[l.System].Find(d.target)
		e.Secret = true
	}
}

// content is what a field is filled with: what was read elsewhere, an input,
// or nothing, where it was emptied.
func (c *composer) content(d *deed) scenarios.Operand {
	switch {
	case d.field != "":
		return scenarios.Expr(d.field)
	case d.copied != nil && d.copied.variable != "":
		return scenarios.Expr(d.copied.variable)
	case d.Text.Token == "" && d.Text.Text == "":
		return scenarios.Literal("")
	}
	if name := c.values.byToken[d.Text.Token]; name != "" && !strings.HasPrefix(name, word(d.target.Element, "wert")) && d.Text.Token != "" {
		c.alike(d, name)
	}
	return c.values.input(wish{label: d.target.Element, text: d.Text, private: d.masked, changes: true}, speech.Say("new", "neu").In(c.lang))
}

// alike says once that two fields were given the same text.
func (c *composer) alike(d *deed, name string) {
	says := speech.Say("%q was given the same text as %q: the case brings it along once", "„%s“ erhielt denselben Text wie „%s“: der Vorgang bringt ihn einmal mit", d.target.Element, name)
	for _, n := range c.remarks {
		if n.Says == says {
			return
		}
	}
	c.remark(AboutValue, nil, says, speech.Say("was that by chance? Then add an input", "war das Zufall? Dann ergänzen Sie eine Eingabe"))
}

// link finds out where pasted texts were copied.
func (c *composer) link() {
	for i, d := range c.deeds {
		if d.source == nil || c.values.given[d.Text.Token] {
			continue
		}
		for _, from := range slices.Backward(c.deeds[:i]) {
			if from.Kind == event.Copy && from.Target.Key == d.source.Key && (d.Text.Token == "" || from.Text.Token == "" || from.Text.Token == d.Text.Token) {
				d.copied = from
				from.variable = "?"
				break
			}
		}
	}
}

// copied reads what was pasted somewhere later.
func (c *composer) copied(d *deed) []scenarios.Step {
	if d.variable == "" {
		return nil
	}
	a := c.read(d)
	d.variable = a.Into
	return step(a)
}

// read takes the value of an element into a variable, which gives the same
// text from now on.
func (c *composer) read(d *deed) *scenarios.Read {
	a := &scenarios.Read{Target: d.target, Into: c.values.variable(d.target.Element, ""), Type: readType(d.target.Element, d.Text)}
	a.Target.Row = c.row(d, a)
	if t := d.Text.Token; t != "" && c.values.byToken[t] == "" && !c.values.given[t] {
		c.values.byToken[t] = a.Into
	}
	return a
}

// readType is the type of what a screen shows, as far as steps can say it.
func readType(label string, v event.Value) value.Type {
	t := wish{label: label, text: v}.typed()
	return value.Of(t.Kind)
}

// isChoice reports a list whose entries the draft may name.
func isChoice(d *deed) bool {
	entries := d.Target.Entries
	if len(entries) == 0 || !slices.Contains(entries, d.Text.Words) || d.masked {
		return false
	}
	seen := map[string]bool{}
	for _, e := range entries {
		if seen[e] || naming.Clean(e) != e || e == "" || strings.Contains(e, "\n") {
			return false
		}
		seen[e] = true
	}
	return true
}
