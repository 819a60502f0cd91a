// SPDX-License-Identifier: EUPL-1.2

package feel

import "github.com/heinzel-rpa/heinzel/scenarios/speech"

// tests reads a cell: nothing, -, tests between commas, or not(…).
func (p *parser) tests() *Tests {
	t := &Tests{}
	if p.blanks(); p.at == len(p.text) {
		return t
	}
	from := p.at
	if p.take("-") {
		if p.blanks(); p.at == len(p.text) {
			return t
		}
		p.at = from
	}
	if p.word("not") {
		t.denied = true
		return p.deniedTests(t)
	}
	t.list = p.positive()
	return t
}

func (p *parser) deniedTests(t *Tests) *Tests {
	if p.Dialect == Zen && p.comes("in") {
		t.list = p.positive()
		return t
	}
	p.need("(")
	t.list = p.positive()
	p.need(")")
	return t
}

// positive reads tests of which one must hold.
func (p *parser) positive() []test {
	var out []test
	for p.problem == nil {
		out = append(out, p.test()...)
		if !p.take(",") && !(p.Dialect == Zen && p.word("or")) {
			break
		}
	}
	return out
}

// test reads one test; a list stands for its entries.
func (p *parser) test() []test {
	if p.depth++; p.depth > MaxDepth {
		p.tooDeep()
		return nil
	}
	defer func() { p.depth-- }()
	if p.Dialect == Zen {
		p.word("in")
	}
	from := p.at
	if t := p.interval(); t != nil {
		return []test{*t}
	}
	if p.at = from; p.take("[") {
		list := p.positive()
		p.need("]")
		return list
	}
	if sign := p.sign(); sign != "" {
		return []test{p.limits(test{sign: sign, with: p.sum()})}
	}
	n := p.expression()
	switch {
	case p.problem != nil:
		return nil
	case n.has(asked) || n.kind == comparison || n.kind == member || n.kind == both || n.kind == either || n.kind == denied:
		return []test{{whole: n}}
	case n.kind == choice:
		p.unsupported(n.at, speech.Say("if in a condition", "if in einer Bedingung"))
	}
	return []test{{equal: n}}
}

// limits reads the second of two limits, as zen joins them.
func (p *parser) limits(t test) test {
	switch {
	case p.Dialect == Zen && p.word("and"):
		if sign := p.sign(); sign != "" {
			second := test{sign: sign, with: p.sum()}
			return p.limits(test{low: &t, high: &second})
		}
		p.refuse(p.at, speech.Say("a sign of comparison is expected here", "hier wird ein Vergleichszeichen erwartet"), speech.Text{})
	case t.sign == "==":
		return test{equal: t.with}
	}
	return t
}

// interval reads [1..5], (1..5), ]1..5[; nil where none comes next. What was
// read then does not count.
func (p *parser) interval() *test {
	problem := p.problem
	low, high := test{sign: ">="}, test{sign: "<="}
	switch {
	case p.take("("), p.take("]"):
		low.sign = ">"
	case !p.take("["):
		return nil
	}
	low.with = p.sum()
	if p.problem != nil || !p.take("..") {
		p.problem = problem
		return nil
	}
	high.with = p.sum()
	switch {
	case p.take(")"), p.take("["):
		high.sign = "<"
	default:
		p.need("]")
	}
	return &test{low: &low, high: &high}
}
