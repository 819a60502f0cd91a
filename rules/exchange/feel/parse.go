// SPDX-License-Identifier: EUPL-1.2

package feel

import (
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// expression reads: if a then b else c, or what stands below it.
func (p *parser) expression() *node {
	if p.depth++; p.depth > MaxDepth {
		return p.tooDeep()
	}
	defer func() { p.depth-- }()
	at := p.at
	if !p.word("if") {
		return p.either()
	}
	n := &node{kind: choice, at: at, kids: []*node{p.expression()}}
	for _, word := range []string{"then", "else"} {
		if !p.word(word) {
			return p.refuse(p.at, speech.Say("%q is expected here", "hier wird „%s“ erwartet", word), speech.Text{})
		}
		n.kids = append(n.kids, p.expression())
	}
	return n
}

func (p *parser) tooDeep() *node {
	return p.refuse(p.at, speech.Say("more than %d levels of nesting", "mehr als %d Ebenen verschachtelt", MaxDepth), speech.Text{})
}

func (p *parser) either() *node {
	n := p.both()
	for p.problem == nil && p.word("or") {
		n = &node{kind: either, at: n.at, kids: []*node{n, p.both()}}
	}
	return n
}

func (p *parser) both() *node {
	n := p.comparison()
	for p.problem == nil && p.word("and") {
		n = &node{kind: both, at: n.at, kids: []*node{n, p.comparison()}}
	}
	return n
}

func (p *parser) comparison() *node {
	left := p.sum()
	switch at := p.at; {
	case p.problem != nil:
	case p.word("in"):
		return p.membership(left)
	case p.word("between"):
		return p.between(left)
	case p.comes("instance"):
		return p.unsupported(at, speech.Same("instance of"))
	default:
		if sign := p.sign(); sign != "" {
			return &node{kind: comparison, at: left.at, text: sign, kids: []*node{left, p.sum()}}
		}
	}
	return left
}

// sign takes a sign of comparison, in our words.
func (p *parser) sign() string {
	for _, s := range []struct{ theirs, ours string }{{"<=", "<="}, {">=", ">="}, {"!=", "!="}, {"<", "<"}, {">", ">"}, {"==", "=="}, {"=", "=="}} {
		if (s.theirs != "==" || p.Dialect == Zen) && p.take(s.theirs) {
			return s.ours
		}
	}
	return ""
}

func (p *parser) between(item *node) *node {
	low := p.sum()
	if !p.word("and") {
		return p.refuse(p.at, speech.Say("%q is expected here", "hier wird „%s“ erwartet", "and"), speech.Text{})
	}
	return within(item, ">=", low, "<=", p.sum())
}

func within(item *node, above string, low *node, below string, high *node) *node {
	return &node{kind: both, at: item.at, kids: []*node{
		{kind: comparison, at: item.at, text: above, kids: []*node{item, low}},
		{kind: comparison, at: item.at, text: below, kids: []*node{item, high}},
	}}
}

// membership reads x in (a, b), x in [a, b] and x in [1..5].
func (p *parser) membership(item *node) *node {
	from := p.at
	if t := p.interval(); t != nil {
		return within(item, t.low.sign, t.low.with, t.high.sign, t.high.with)
	}
	p.at = from
	closing := ")"
	if p.take("[") {
		closing = "]"
	} else if !p.take("(") {
		return p.unsupported(p.at, speech.Say("in with anything but a list or an interval", "in mit etwas anderem als einer Liste oder einem Bereich"))
	}
	n := &node{kind: member, at: item.at, kids: []*node{item}}
	for p.problem == nil {
		if n.kids = append(n.kids, p.expression()); !p.take(",") {
			break
		}
	}
	p.need(closing)
	return n
}

func (p *parser) sum() *node {
	n := p.product()
	for p.problem == nil {
		switch {
		case p.take("+"):
			n = &node{kind: calculation, at: n.at, text: "+", kids: []*node{n, p.product()}}
		case p.take("-"):
			n = &node{kind: calculation, at: n.at, text: "-", kids: []*node{n, p.product()}}
		default:
			return n
		}
	}
	return n
}

func (p *parser) product() *node {
	n := p.signed()
	for p.problem == nil {
		switch {
		case p.peek("**"):
			return p.unsupported(p.at, speech.Same("**"))
		case p.take("*"):
			n = &node{kind: calculation, at: n.at, text: "*", kids: []*node{n, p.signed()}}
		case p.take("/"):
			n = &node{kind: calculation, at: n.at, text: "/", kids: []*node{n, p.signed()}}
		default:
			return n
		}
	}
	return n
}

func (p *parser) signed() *node {
	p.blanks()
	if p.depth++; p.depth > MaxDepth {
		return p.tooDeep()
	}
	defer func() { p.depth-- }()
	if at := p.at; p.take("-") {
		kid := p.signed()
		if kid.kind == literal && kid.value.Kind().IsNumber() {
			return opposite(kid, at)
		}
		return &node{kind: negative, at: at, kids: []*node{kid}}
	}
	n := p.primary()
	if p.problem == nil && n.kind == named && (p.peek("[") && p.Dialect == FEEL && !p.closes() || p.peek(".") && !p.peek("..")) {
		return p.unsupported(p.at, speech.Say("a filter or a path into %q", "ein Filter oder Pfad in „%s“", n.written()))
	}
	return n
}
