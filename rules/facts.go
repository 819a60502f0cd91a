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

// admit checks the facts of a case against their declarations, derives those
// that come from other rulebooks, and lays them out.
func (j *judge) admit(facts map[string]value.Value) error {
	if err := j.known(facts); err != nil {
		return err
	}
	var missing []speech.Text
	for i := range j.book.Facts {
		f := &j.book.Facts[i]
		v, err := j.factOf(f, facts)
		if err != nil {
			return err
		}
		switch {
		case !v.IsMissing():
			if err := fit(j.book, f, v); err != nil {
				return err
			}
		case !f.Optional:
			missing = append(missing, named(j.book, f.Name))
		}
		j.frame.Set(i, v)
		if f.Name == book.ReferenceDay { // given, or decided by another rulebook
			j.day = v
		}
	}
	if len(missing) > 0 {
		return business(speech.Say("missing: %s", "es fehlt: %s", list(missing)))
	}
	return nil
}

// known refuses facts of which neither the book nor its feeders know.
func (j *judge) known(facts map[string]value.Value) error {
	if isSubset(facts, j.Rulebook) {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(facts)) {
		if !j.Knows(name) {
			return fault.New(fault.Usage, "rules.decide", speech.Say("the rulebook has no fact %q", "das Regelwerk kennt keinen Sachverhalt „%s“", name)).
				WithHint(source.DidYouMean(name, factNames(j.book)))
		}
	}
	return nil
}

func isSubset(facts map[string]value.Value, r *Rulebook) bool {
	for name := range facts {
		if !r.Knows(name) {
			return false
		}
	}
	return true
}

func fit(b *book.Book, f *book.Fact, v value.Value) error {
	label := func() speech.Text { return named(b, f.Name) }
	switch {
	case v.Kind() != f.Type.Kind && (!v.Kind().IsText() || !f.Type.Kind.IsText()) && (v.Kind() != value.Integer || f.Type.Kind != value.Decimal):
		return fault.New(fault.Usage, "rules.decide", speech.Say("%s is of kind %s, declared is %s", "%s ist von der Art %s, deklariert ist %s", label(), v.Kind().Label(), f.Type.Kind.Label()))
	case f.Type.Kind == value.Choice && !slices.Contains(f.Type.Choices, v.String()):
		return business(speech.Say("%s is %q, possible are %s", "%s ist „%s“, möglich sind %s", label(), v.String(), strings.Join(f.Type.Choices, ", ")))
	case !f.Min.IsMissing() && !atMost(f.Min, v):
		return business(speech.Say("%s is %s, at least %s is possible", "%s ist %s, möglich ist mindestens %s", label(), spoken(v), spoken(f.Min)))
	case !f.Max.IsMissing() && !atMost(v, f.Max):
		return business(speech.Say("%s is %s, at most %s is possible", "%s ist %s, möglich ist höchstens %s", label(), spoken(v), spoken(f.Max)))
	}
	return nil
}

// atMost is false, too, where two values have no order, such as amounts of two
// currencies.
func atMost(a, b value.Value) bool {
	order, ok := value.Compare(a, b)
	return ok && order <= 0
}

// Environment is what expressions read in a case: the facts, derived ones
// too, and the parameters as they are on the reference day. A parameter
// without a value that day is missing.
func (r *Rulebook) Environment(facts map[string]value.Value) (map[string]value.Value, error) {
	j := r.desk()
	defer r.desks.Put(j)
	if err := j.admit(facts); err != nil {
		return nil, err
	}
	j.open()
	env := make(map[string]value.Value, len(r.names))
	for i, name := range r.names {
		env[name] = j.frame.Value(i)
	}
	return env, nil
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
