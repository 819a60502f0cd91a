// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// admit checks the facts of a case against their declarations.
func admit(b *book.Book, facts map[string]value.Value) error {
	for _, name := range slices.Sorted(maps.Keys(facts)) {
		if b.Fact(name) == nil {
			return fault.New(fault.Usage, "rules.decide", speech.Say("the rulebook has no fact %q", "das Regelwerk kennt keinen Sachverhalt „%s“", name)).
				WithHint(source.DidYouMean(name, factNames(b)))
		}
	}
	var missing []speech.Text
	for _, f := range b.Facts {
		v := facts[f.Name]
		if v.IsMissing() {
			if !f.Optional {
				missing = append(missing, named(b, f.Name))
			}
			continue
		}
		if err := fit(b, f, v); err != nil {
			return err
		}
	}
	if len(missing) > 0 {
		return business(speech.Say("missing: %s", "es fehlt: %s", list(missing)))
	}
	return nil
}

func fit(b *book.Book, f book.Fact, v value.Value) error {
	label := named(b, f.Name)
	switch {
	case v.Kind() != f.Type.Kind && (!v.Kind().IsText() || !f.Type.Kind.IsText()) && (v.Kind() != value.Integer || f.Type.Kind != value.Decimal):
		return fault.New(fault.Usage, "rules.decide", speech.Say("%s is of kind %s, declared is %s", "%s ist von der Art %s, deklariert ist %s", label, v.Kind().Label(), f.Type.Kind.Label()))
	case f.Type.Kind == value.Choice && !slices.Contains(f.Type.Choices, v.String()):
		return business(speech.Say("%s is %q, possible are %s", "%s ist „%s“, möglich sind %s", label, v.String(), strings.Join(f.Type.Choices, ", ")))
	case !f.Min.IsMissing() && !atMost(f.Min, v):
		return business(speech.Say("%s is %s, at least %s is possible", "%s ist %s, möglich ist mindestens %s", label, spoken(v), spoken(f.Min)))
	case !f.Max.IsMissing() && !atMost(v, f.Max):
		return business(speech.Say("%s is %s, at most %s is possible", "%s ist %s, möglich ist höchstens %s", label, spoken(v), spoken(f.Max)))
	}
	return nil
}

// atMost is false, too, where two values have no order, such as amounts of two
// currencies.
func atMost(a, b value.Value) bool {
	order, ok := value.Compare(a, b)
	return ok && order <= 0
}

// environment is what expressions read: the facts, and the parameters as they
// are on the reference day. A parameter without a value that day is missing.
func environment(b *book.Book, facts map[string]value.Value) map[string]value.Value {
	env := maps.Clone(facts)
	if env == nil {
		env = map[string]value.Value{}
	}
	for i := range b.Parameters {
		if p := periodOn(&b.Parameters[i], facts[book.ReferenceDay]); p != nil {
			env[b.Parameters[i].Name] = p.Value
		}
	}
	return env
}

func factNames(b *book.Book) []string {
	var names []string
	for _, f := range b.Facts {
		names = append(names, f.Name)
	}
	return names
}

// named is a label with the name behind it, where they differ.
func named(b *book.Book, name string) speech.Text {
	label := b.LabelOf(name)
	if label == speech.Same(name) {
		return label
	}
	return speech.Say("%s (%s)", "%s (%s)", label, name)
}

func list(words []speech.Text) speech.Text {
	var en, de []string
	for _, w := range words {
		en, de = append(en, w.EN), append(de, w.DE)
	}
	return speech.Text{EN: strings.Join(en, ", "), DE: strings.Join(de, ", ")}
}

func spoken(v value.Value) speech.Text {
	return speech.Text{EN: v.In(speech.English), DE: v.In(speech.German)}
}

func business(cause speech.Text) *fault.Fault {
	return fault.New(fault.Business, "rules.decide", cause)
}
