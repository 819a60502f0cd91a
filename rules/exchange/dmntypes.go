// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/exchange/feel"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// extensions is the namespace of what DMN has no words for.
const extensions = "urn:heinzel:dmn"

// described is a type as a model describes it. Its kind is missing where the
// model says nothing.
type described struct {
	kind      value.Kind
	choices   []string
	low, high value.Value
	list      bool
	fields    []describedField
}

type describedField struct {
	name string
	described
}

func (d described) valueType() value.Type {
	t := internal(d.kind)
	if len(d.choices) > 0 && d.kind == value.Text {
		t.Kind, t.Choices = value.Choice, d.choices
	}
	if d.list {
		of := value.Of(d.kind)
		return value.Type{Kind: value.List, Class: value.Internal, Of: &of}
	}
	return t
}

// typeOf looks a type up: one of FEEL's own, or an item definition.
func (r *dmn) typeOf(ref string, user *element, depth int) described {
	ref = strings.TrimSpace(ref)
	if _, local, prefixed := strings.Cut(ref, ":"); prefixed && r.items[ref] == nil {
		ref = local
	}
	item := r.items[ref]
	if kind, known := simple(ref); known && item == nil {
		return described{kind: kind}
	}
	if item == nil || depth > maxDepth {
		refuse(r.report, user.at, "typeRef", ref)
		return described{}
	}
	return r.itemType(item, depth+1)
}

// simple are the types of FEEL that are known here, and those that tools write
// instead.
func simple(ref string) (value.Kind, bool) {
	switch ref {
	case "", "Any":
		return value.Missing, true
	case "string":
		return value.Text, true
	case "number", "double", "decimal":
		return value.Decimal, true
	case "integer", "long":
		return value.Integer, true
	case "boolean":
		return value.Boolean, true
	case "date":
		return value.Date, true
	}
	return value.Missing, false
}

func (r *dmn) itemType(item *element, depth int) described {
	var out described
	for _, c := range item.all("itemComponent") {
		out.fields = append(out.fields, describedField{c.attrs["name"], r.itemType(c, depth)})
	}
	if ref := item.get("typeRef"); ref != nil {
		out = r.typeOf(ref.text, item, depth)
	}
	if special := item.get("functionItem"); special != nil {
		refuse(r.report, special.at, special.name, item.attrs["name"])
	}
	out.list = out.list || item.attrs["isCollection"] == "true"
	if kind := extensionOf(item, "kind"); kind != nil {
		r.ours(&out, kind)
	}
	r.restrict(&out, item.get("allowedValues"))
	r.restrict(&out, item.get("typeConstraint"))
	return out
}

// ours takes a kind that models do not know, as we write it.
func (r *dmn) ours(d *described, e *element) {
	switch kind := value.Kind(strings.TrimSpace(e.text)); kind {
	case value.Money, value.Integer, value.Name:
		d.kind = kind
	default:
		refuse(r.report, e.at, e.name, string(kind))
	}
}

// extensionOf is what we wrote beyond DMN.
func extensionOf(e *element, name string) *element {
	out := e.get("extensionElements").get(name)
	if out == nil || out.space != extensions {
		return nil
	}
	return out
}

func extended(e *element, name string) bool { return extensionOf(e, name) != nil }

// restrict reads allowed values: words that may be chosen, or limits.
func (r *dmn) restrict(d *described, values *element) {
	text, at := values.textOf()
	if text == "" {
		return
	}
	tests, problem := feel.Language{}.Tests(text)
	if r.note(problem, at); problem != nil {
		return
	}
	list, isList := tests.Values()
	low, high, isRange := tests.Range()
	switch {
	case isRange:
		d.low, d.high = low, high
	case isList && len(list) > 0 && list[0].Kind() == value.Text:
		d.choices = nil
		for _, v := range list {
			d.choices = append(d.choices, v.String())
		}
		if d.kind == value.Missing {
			d.kind = value.Text
		}
	default:
		r.report.Warnf(at, speech.Say("that only these values are allowed is not taken over", "dass nur diese Werte erlaubt sind, wird nicht übernommen"),
			speech.Say("lists of words are, and limits that belong to the range", "übernommen werden Listen von Wörtern und Grenzen, die zum Bereich gehören"))
	}
}
