// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// write fills a field with what was typed, chooses an entry of a list, or names
// a secret where a password was recorded.
func (d *draft) write(at source.Place, c clues, typed string) {
	if !c.isField() {
		c.role = "textbox"
	}
	t, e, ok := d.element(at, c)
	if !ok {
		return
	}
	e.Found, e.Role = c.ways(), role(c)
	d.forgetClick(t)
	switch {
	case c.isList():
		d.add(&scenarios.Choose{Target: t, With: d.value(e.Name, typed)})
		d.report.Warnf(at, speech.Say("entries are chosen by their text, and the recording knows only their values", "Einträge werden nach ihrem Text gewählt, und die Aufzeichnung kennt nur ihre Werte"),
			speech.Say("write the text of the entry into with:, if it is another", "schreiben Sie den Text des Eintrags in with:, wenn er anders lautet"))
	case c.isSecret(typed) || naming.LooksSecret(typed):
		d.secret(at, t, e)
	default:
		d.add(&scenarios.Fill{Target: t, With: d.value(e.Name, typed)})
	}
}

// forgetClick drops the click into a field that is written next.
func (d *draft) forgetClick(t scenarios.Target) {
	if click, ok := d.last().(*scenarios.Click); ok && click.Target.String() == t.String() {
		d.block.Do = d.block.Do[:len(d.block.Do)-1]
	}
}

// secret names a secret; what was recorded is taken over nowhere.
func (d *draft) secret(at source.Place, t scenarios.Target, e *scenarios.Element) {
	name := naming.Word(e.Name, "kennwort")
	l := d.locations[d.location]
	l.Secrets[name] = l.System + "." + name
	if !naming.MeansSecret(e.Name) {
		e.Secret = true
	}
	d.add(&scenarios.Fill{Target: t, Secret: name})
	d.report.Warnf(at, speech.Say("the password typed here is not taken over", "das hier eingegebene Kennwort wird nicht übernommen"),
		speech.Say("store it with heinzel secret set %s; the recording still holds it: delete that", "hinterlegen Sie es mit heinzel secret set %s; in der Aufzeichnung steht es noch: löschen Sie sie", l.Secrets[name]))
}

// value is what was typed or, where that is wanted, an input of the field's
// name.
func (d *draft) value(field, typed string) scenarios.Operand {
	if !d.options.Parameterise {
		return scenarios.Literal(typed)
	}
	name := naming.Fresh(naming.Word(field, "wert"), "_", func(s string) bool { return d.stored[s] || d.scenario.Input(s) != nil && d.typed[s] != typed })
	if d.scenario.Input(name) == nil {
		d.typed[name] = typed
		d.scenario.Inputs = append(d.scenario.Inputs, scenarios.Input{
			Name: name, Label: field, Required: true, Type: value.Type{Kind: value.Text, Class: value.Personal},
		})
	}
	return scenarios.Operand{Text: name, IsExpr: true, Given: true}
}
