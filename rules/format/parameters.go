// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"regexp"
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// parameter reads a list of periods, or {type, label, values: the list}.
func (d *decoder) parameter(e yaml.Entry) book.Parameter {
	what := speech.Say("the parameter %q", "der Parameter „%s“", e.Key)
	d.name(e, speech.Say("a parameter", "einen Parameter"))
	p := book.Parameter{Name: e.Key, At: e.KeyAt}
	list := e.Value
	if list.Kind == yaml.Mapping {
		d.mapping(list, what, "type", "label", "values")
		p.Label = d.spoken(list.Get("label"))
		if list.Get("type") != nil {
			p.Type = value.Type{Kind: value.Kind(d.oneOf(list.Get("type"), "text", "integer", "decimal", "money", "date", "boolean")), Class: value.Open}
		}
		if list = d.need(list, "values", what); list == nil {
			return p
		}
	}
	if list.Kind != yaml.Sequence || len(list.Items) == 0 {
		d.report.Errorf(list.At, speech.Say("%s needs a list of values, each with the day it begins", "%s braucht eine Liste von Werten, jeden mit dem Tag, an dem er beginnt", what), speech.Text{})
		return p
	}
	if p.Type.Kind == value.Missing {
		p.Type = d.guessed(list, what)
	}
	for _, item := range list.Items {
		p.Periods = append(p.Periods, d.period(item, p.Type))
	}
	d.arrange(&p)
	return p
}

func (d *decoder) period(n *yaml.Node, t value.Type) book.Period {
	what := speech.Say("the value of a parameter", "der Wert eines Parameters")
	p := book.Period{At: n.At}
	if !d.mapping(n, what, "from", "until", "value", "basis", "source") {
		return p
	}
	d.need(n, "from", what)
	p.Valid = d.span(n)
	if v := d.need(n, "value", what); v != nil {
		p.Value = d.value(v, t)
	}
	p.Basis, p.Source = d.text(d.need(n, "basis", what)), d.text(n.Get("source"))
	return p
}

// span reads from and until, two days that both count.
func (d *decoder) span(n *yaml.Node) book.Validity {
	day := value.Of(value.Date)
	var v book.Validity
	if from := n.Get("from"); from != nil {
		v.From = d.value(from, day)
	}
	if until := n.Get("until"); until != nil {
		v.Until = d.value(until, day)
	}
	if order, ok := value.Compare(v.From, v.Until); ok && order > 0 {
		d.report.Errorf(n.Get("until").At, speech.Say("until lies before from", "until liegt vor from"), speech.Text{})
	}
	return v
}

// guessed is the type of a parameter that declares none: the form of its
// values must leave no doubt.
func (d *decoder) guessed(list *yaml.Node, what speech.Text) value.Type {
	var kinds []value.Kind
	for _, item := range list.Items {
		if v := item.Get("value"); v != nil && v.Kind == yaml.Scalar {
			kinds = append(kinds, formOf(v.Text))
		}
	}
	slices.Sort(kinds)
	kinds = slices.Compact(kinds)
	if len(kinds) == 2 && kinds[0] == value.Decimal && kinds[1] == value.Integer {
		kinds = kinds[:1]
	}
	if len(kinds) == 1 && kinds[0] != value.Text {
		return value.Type{Kind: kinds[0], Class: value.Open}
	}
	d.report.Errorf(list.At, speech.Say("it cannot be told of what type %s is", "es ist nicht zu erkennen, von welchem Typ %s ist", what),
		speech.Say("declare it: {type: money, values: […]}", "deklarieren Sie ihn: {type: money, values: […]}"))
	return value.Type{Kind: value.Text, Class: value.Open}
}

func formOf(text string) value.Kind {
	for kind, form := range map[value.Kind]string{
		value.Integer: `^-?[0-9]+$`, value.Decimal: `^-?[0-9]+\.[0-9]+$`,
		value.Money: `^-?[0-9]+([.,][0-9]+)? ?([A-Z]{3}|€)$`, value.Date: `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`,
	} {
		if regexp.MustCompile(form).MatchString(text) {
			return kind
		}
	}
	return value.Text
}

// arrange closes each period where the next begins and reports overlaps and
// gaps. A gap is a warning: the law may have had one.
func (d *decoder) arrange(p *book.Parameter) {
	for i := 1; i < len(p.Periods); i++ {
		before, after := &p.Periods[i-1], p.Periods[i]
		if before.Valid.From.IsMissing() || after.Valid.From.IsMissing() {
			continue
		}
		eve := after.Valid.From.Day().AddDate(0, 0, -1)
		end := value.NewDate(eve.Year(), eve.Month(), eve.Day())
		if before.Valid.Until.IsMissing() {
			before.Valid.Until = end
		}
		order, _ := value.Compare(before.Valid.Until, end)
		backwards, _ := value.Compare(before.Valid.From, after.Valid.From)
		switch {
		case backwards >= 0:
			d.report.Errorf(after.At, speech.Say("the periods of %q are not in the order of their days", "die Zeiträume von „%s“ stehen nicht in der Reihenfolge ihrer Tage", p.Name), speech.Text{})
		case order > 0:
			d.report.Errorf(after.At, speech.Say("two periods of %q overlap", "zwei Zeiträume von „%s“ überschneiden sich", p.Name), speech.Text{})
		case order < 0:
			d.report.Warnf(after.At, speech.Say("%q has no value after %s and before %s", "„%s“ hat nach dem %s und vor dem %s keinen Wert", p.Name, dayText(before.Valid.Until), dayText(after.Valid.From)), speech.Text{})
		}
	}
}

func dayText(v value.Value) speech.Text {
	return speech.Text{EN: v.In(speech.English), DE: v.In(speech.German)}
}
