// SPDX-License-Identifier: EUPL-1.2

package feel_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules/exchange/feel"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// truth3 is true, false or null, as FEEL has it.
type truth3 int

const (
	isFalse truth3 = iota
	isNull
	isTrue
)

// given are the values of x and n; a nil one is null.
type given struct{ x, n *int64 }

// ask is a unary test as text and what FEEL says it is.
type ask struct {
	text string
	is   func(given) truth3
}

func compare(a, b *int64, holds func(a, b int64) bool) truth3 {
	switch {
	case a == nil || b == nil:
		return isNull
	case holds(*a, *b):
		return isTrue
	}
	return isFalse
}

// equal is no unknown: null equals null and nothing else.
func equal(a, b *int64) truth3 {
	if (a == nil) == (b == nil) && (a == nil || *a == *b) {
		return isTrue
	}
	return isFalse
}

type dice struct{ *rand.Rand }

// operand is a number or the name n.
func (d dice) operand() (string, func(given) *int64) {
	if d.IntN(4) == 0 {
		return "n", func(g given) *int64 { return g.n }
	}
	v := int64(d.IntN(5))
	return fmt.Sprint(v), func(given) *int64 { return &v }
}

func (d dice) test() ask {
	text, of := d.operand()
	less, more := func(a, b int64) bool { return a < b }, func(a, b int64) bool { return a >= b }
	switch d.IntN(5) {
	case 0:
		return ask{"< " + text, func(g given) truth3 { return compare(g.x, of(g), less) }}
	case 1:
		return ask{">= " + text, func(g given) truth3 { return compare(g.x, of(g), more) }}
	case 2:
		high, upTo := d.operand()
		return ask{"[" + text + ".." + high + ")", func(g given) truth3 {
			return min(compare(g.x, of(g), more), compare(g.x, upTo(g), less))
		}}
	case 3:
		return ask{"null", func(g given) truth3 { return equal(g.x, nil) }}
	}
	return ask{text, func(g given) truth3 { return equal(g.x, of(g)) }}
}

// cell is a list of tests, or its contrary.
func (d dice) cell() ask {
	var tests []ask
	var texts []string
	for range 1 + d.IntN(3) {
		one := d.test()
		tests, texts = append(tests, one), append(texts, one.text)
	}
	either := func(g given) truth3 {
		best := isFalse
		for _, t := range tests {
			best = max(best, t.is(g))
		}
		return best
	}
	if d.IntN(3) > 0 {
		return ask{strings.Join(texts, ", "), either}
	}
	return ask{"not(" + strings.Join(texts, ", ") + ")", func(g given) truth3 { return isTrue - either(g) }}
}

// What a cell becomes in our words holds just where FEEL says true, whatever
// is null.
func TestCellsMeanWhatFEELSays(t *testing.T) {
	t.Parallel()
	l := feel.Language{Names: map[string]string{"x": "x", "n": "n"}}
	x, _ := l.Read("x")
	scope := expression.Scope{"x": value.Of(value.Integer), "n": value.Of(value.Integer)}
	wrong := 0
	for seed := range uint64(500) {
		c := dice{rand.New(rand.NewPCG(seed, 5))}.cell()
		tests, problem := l.Tests(c.text)
		if problem != nil {
			t.Fatal(c.text, problem.Problem)
		}
		text, _ := tests.On(x)
		p, problems := expression.Compile(expression.Input{Text: text, Scope: scope})
		if p == nil {
			t.Fatal(c.text, text, problems)
		}
		for i := range 36 {
			g, env := cases(i)
			got, err := p.Eval(env)
			if err != nil || got.Yes() != (c.is(g) == isTrue) {
				if wrong++; wrong < 6 {
					t.Errorf("%s on %v is %v (%v): %s", c.text, env, got, err, text)
				}
			}
		}
	}
}

// cases are all pairs of null and 0 to 4.
func cases(i int) (given, map[string]value.Value) {
	env := map[string]value.Value{}
	number := func(name string, v int) *int64 {
		if v == 5 {
			return nil
		}
		n := int64(v)
		env[name] = value.NewInteger(n)
		return &n
	}
	return given{number("x", i/6), number("n", i%6)}, env
}
