// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"cmp"
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// fact is a fact that is compared by itself.
type fact struct {
	*book.Fact
	currency string // of an amount
}

func (f *fact) kind() value.Kind { return f.Type.Kind }

func (f *fact) at(facts map[string]value.Value) value.Value { return facts[f.Name] }

func (f *fact) reads() []string { return []string{f.Name} }

func (f *fact) text() string { return f.Name }

func (f *fact) mayLack() bool { return f.Optional }

func (f *fact) lacking() []string {
	if f.Optional {
		return f.reads()
	}
	return nil
}

// unit is the currency of amounts.
func (f *fact) unit() string { return cmp.Or(f.currency, value.Euro) }

// widen takes the wider limits of two rulebooks.
func (f *fact) widen(other *book.Fact) {
	if f.Fact == other {
		return
	}
	wide := *f.Fact
	if order, ok := value.Compare(other.Min, wide.Min); !ok || order < 0 {
		wide.Min = other.Min
	}
	if order, ok := value.Compare(other.Max, wide.Max); !ok || order > 0 {
		wide.Max = other.Max
	}
	for _, c := range other.Type.Choices {
		if !slices.Contains(wide.Type.Choices, c) {
			wide.Type.Choices = append(slices.Clip(wide.Type.Choices), c)
		}
	}
	wide.Optional = wide.Optional || other.Optional
	f.Fact = &wide
}

func (f *fact) admits(v value.Value) bool {
	if order, ok := value.Compare(v, f.Min); ok && order < 0 {
		return false
	}
	order, ok := value.Compare(v, f.Max)
	return !ok || order <= 0
}
