// SPDX-License-Identifier: EUPL-1.2

package explain

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// statement says a condition as a sentence of its own, with the values that it
// saw, and whether it holds: "Einkommen 25.310,00 € ist nicht unter
// 25.000,00 €".
func (w witness) statement(t expression.Tree) (said string, holds bool) {
	v := w.seen(t)
	if v.IsMissing() {
		return w.unknown(t), false
	}
	return w.stated(t, v.Yes()), v.Yes()
}

// stated says a part that is known to hold, or not to.
func (w witness) stated(t expression.Tree, holds bool) string {
	parts := t.Parts()
	switch t.Sign() {
	case "not":
		return w.stated(parts[0], !holds)
	case "==", "!=", "<", "<=", ">", ">=":
		if parts[0].Type().Kind == value.Boolean {
			break
		}
		return w.compared(t.Sign(), parts[0], parts[1], holds)
	case "in":
		return w.is(holds, w.shown(parts[0]), w.options(parts[1]))
	case expression.Given:
		return w.is(holds, w.noun(parts[0]), speech.Say("given", "angegeben").In(w.lang))
	case expression.Name:
		return w.noun(t) + ": " + value.NewBoolean(holds).In(w.lang)
	case expression.Literal:
		return w.pick(holds, speech.Say("always", "immer"), speech.Say("never", "nie"))
	}
	return w.pick(holds, speech.Say("it is so that %s", "es trifft zu, dass %s", w.noun(t)), speech.Say("it is not so that %s", "es trifft nicht zu, dass %s", w.noun(t))) + w.readings(t)
}

func (w witness) pick(first bool, a, b speech.Text) string {
	if first {
		return a.In(w.lang)
	}
	return b.In(w.lang)
}

func (w witness) is(holds bool, what, like string) string {
	return w.pick(holds, speech.Say("%s is %s", "%s ist %s", what, like), speech.Say("%s is not %s", "%s ist nicht %s", what, like))
}

// compared says a comparison. What is denied twice is said once: that "is not"
// fails means that it is.
func (w witness) compared(sign expression.Sign, left, right expression.Tree, holds bool) string {
	if left.Sign() == expression.Literal && right.Sign() != expression.Literal {
		left, right = right, left
		sign = map[expression.Sign]expression.Sign{"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}[sign]
	}
	if sign == "!=" {
		sign, holds = "==", !holds
	}
	if sign == "==" && holds && right.Sign() == expression.Literal {
		return w.is(true, w.noun(left), w.value(w.seen(left)))
	}
	words := map[expression.Sign]speech.Text{
		"<": {EN: "below", DE: "unter"}, "<=": {EN: "at most", DE: "höchstens"}, ">": {EN: "above", DE: "über"},
		">=": {EN: "at least", DE: "mindestens"}, "==": {},
	}
	if left.Type().Kind == value.Date {
		words = map[expression.Sign]speech.Text{
			"<": {EN: "before", DE: "vor dem"}, "<=": {EN: "on or before", DE: "spätestens der"}, ">": {EN: "after", DE: "nach dem"},
			">=": {EN: "on or after", DE: "frühestens der"}, "==": {EN: "the", DE: "der"},
		}
	}
	return w.is(holds, w.shown(left), strings.TrimSpace(words[sign].In(w.lang)+" "+w.other(right)))
}

// shown is a part by name, with its value behind.
func (w witness) shown(t expression.Tree) string {
	if t.Sign() == expression.Literal {
		return w.value(t.Literal())
	}
	return w.noun(t) + " " + w.value(w.seen(t))
}

// other is the second side of a comparison: a value, with its name if it has
// one.
func (w witness) other(t expression.Tree) string {
	if t.Sign() == expression.Literal {
		return w.value(t.Literal())
	}
	return w.value(w.seen(t)) + " (" + w.noun(t) + ")"
}

func (w witness) options(list expression.Tree) string {
	if list.Sign() != expression.List {
		return speech.Say("among %s", "unter %s", w.other(list)).In(w.lang)
	}
	var words []string
	for _, p := range list.Parts() {
		words = append(words, w.other(p))
	}
	return speech.List(words, "or", "oder").In(w.lang)
}

func (w witness) noun(t expression.Tree) string { return t.Words(w.lang, w.book.LabelOf) }

// unknown says what a condition lacks.
func (w witness) unknown(t expression.Tree) string {
	var missing []string
	for _, name := range t.Reads() {
		if w.env[name].IsMissing() {
			missing = append(missing, w.label(name))
		}
	}
	said := speech.Say("unknown whether %s", "unbekannt, ob %s", w.noun(t)).In(w.lang)
	if len(missing) == 0 {
		return said
	}
	return said + speech.Say("; missing: %s", "; es fehlt: %s", strings.Join(missing, ", ")).In(w.lang)
}

// readings are the values that a part of many conditions saw.
func (w witness) readings(t expression.Tree) string {
	var list []string
	for _, name := range t.Reads() {
		if v := w.env[name]; !v.IsMissing() {
			list = append(list, w.label(name)+" "+w.value(v))
		}
	}
	return " (" + strings.Join(list, "; ") + ")"
}
