// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// variable is a part of a term that has its own values: a fact, or a call
// whose result nobody can turn back into its arguments.
type variable struct {
	tree    expression.Tree
	program *expression.Program    // nil for a fact
	given   map[string]value.Value // the parameters it reads, as they are in its period
	isShaky bool                   // it may have no value
	lacks   []string               // the facts in it that may be missing
}

func (v *variable) isFact() bool     { return v.tree.Sign() == expression.Name && len(v.given) == 0 }
func (v *variable) kind() value.Kind { return v.tree.Type().Kind }

func (v *variable) at(facts map[string]value.Value) value.Value {
	if v.isFact() {
		return facts[v.tree.Name()]
	}
	env := maps.Clone(facts)
	maps.Copy(env, v.given)
	out, err := v.program.Eval(env)
	if err != nil {
		return value.Value{}
	}
	return out
}

// key is equal for variables that always have the same value.
func (v *variable) key() string {
	key := v.tree.Canonical()
	for _, name := range slices.Sorted(maps.Keys(v.given)) {
		key += " " + name + "=" + v.given[name].String()
	}
	return key
}

func (v *variable) reads() []string {
	return slices.DeleteFunc(slices.Clone(v.tree.Reads()), func(name string) bool { _, isParameter := v.given[name]; return isParameter })
}

// part is a multiple of a variable.
type part struct {
	*variable
	times *big.Rat
}

// sum is a term that several variables, or one that is no fact, add up to.
type sum struct {
	parts []part
	typ   value.Kind
}

func (s *sum) kind() value.Kind { return s.typ }

// number is what the sum comes to, which may have no end when written down.
func (s *sum) number(facts map[string]value.Value) (*big.Rat, bool) {
	total := new(big.Rat)
	for _, p := range s.parts {
		n, ok := numberOf(p.at(facts))
		if !ok {
			return nil, false
		}
		total.Add(total, n.Mul(n, p.times))
	}
	return total, true
}

func (s *sum) reads() []string {
	var out []string
	for _, p := range s.parts {
		out = append(out, p.reads()...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (s *sum) lacking() []string {
	var out []string
	for _, p := range s.parts {
		out = append(out, p.lacks...)
	}
	return out
}

func (s *sum) mayLack() bool {
	return slices.ContainsFunc(s.parts, func(p part) bool { return p.isShaky })
}

// text writes the sum as a condition would; days are written as a number of
// days between them.
func (s *sum) text() string {
	if days := s.days(); days != "" {
		return days
	}
	var b strings.Builder
	for i, p := range s.parts {
		sign, times := " + ", new(big.Rat).Abs(p.times)
		if p.times.Sign() < 0 {
			sign = " - "
		}
		if i == 0 {
			sign = strings.TrimPrefix(strings.TrimSpace(sign), "+")
		}
		b.WriteString(sign)
		if factor, _ := decimal(times); factor != "1" {
			b.WriteString(factor + " * ")
		}
		b.WriteString(p.tree.Text())
	}
	return b.String()
}

func (s *sum) days() string {
	if len(s.parts) != 2 || s.parts[0].kind() != value.Date || s.parts[1].kind() != value.Date {
		return ""
	}
	from, to := s.parts[1], s.parts[0]
	if to.times.Sign() < 0 {
		from, to = to, from
	}
	return "tage_zwischen(" + from.tree.Text() + ", " + to.tree.Text() + ")"
}

// call is a text, or a yes or no, that is made of facts.
type call struct {
	*variable
}

func (c *call) text() string  { return c.tree.Text() }
func (c *call) mayLack() bool { return c.isShaky }

func (c *call) lacking() []string { return c.lacks }
