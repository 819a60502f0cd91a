// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Atom is the smallest part of a condition that is yes or no: a comparison of
// Left with Right, membership of Left in Right, whether Left is given, or Left
// being true by itself.
type Atom struct {
	Sign  Sign // == != < <= > >= in, or NotIn, Given, NotGiven, Yes, No
	Left  Tree
	Right []Tree // one for comparisons; the entries, or one list, for membership
}

// Clauses is a condition in disjunctive normal form: it holds where all atoms
// of one clause hold. The laws used hold for unknown values, too (Kleene), and
// no clause is dropped for contradicting itself. It is not ok where there
// would be more than most atoms.
func (p *Program) Clauses(most int) (clauses [][]Atom, ok bool) {
	d := &disjunction{left: most}
	clauses = d.of(p.root, true)
	return clauses, d.left >= 0
}

type disjunction struct{ left int }

// of is the normal form of a condition, or of its contrary.
func (d *disjunction) of(n *node, holds bool) [][]Atom {
	switch {
	case d.left < 0:
		return nil
	case n.op == "not":
		return d.of(n.kids[0], !holds)
	case n.op == "and" && holds, n.op == "or" && !holds:
		return d.all(n.kids, holds)
	case n.op == "and" || n.op == "or":
		return d.one(n.kids, holds)
	case n.op == opLiteral:
		if n.literal.Yes() == holds {
			return [][]Atom{{}}
		}
		return nil
	}
	if part, yes, ok := truthOf(n); ok {
		return d.of(part, yes == holds)
	}
	d.left--
	return [][]Atom{{atom(n, holds)}}
}

// one joins the clauses of parts of which one must hold.
func (d *disjunction) one(parts []*node, holds bool) [][]Atom {
	var out [][]Atom
	for _, p := range parts {
		out = append(out, d.of(p, holds)...)
	}
	return out
}

// all multiplies the clauses of parts that must all hold.
func (d *disjunction) all(parts []*node, holds bool) [][]Atom {
	out := [][]Atom{{}}
	for _, p := range parts {
		var next [][]Atom
		options := d.of(p, holds)
		for _, a := range out {
			for _, b := range options {
				next = append(next, slices.Concat(a, b))
				if len(out) > 1 || len(options) > 1 {
					d.left -= len(a) + len(b)
				}
			}
			if d.left < 0 {
				return nil
			}
		}
		out = next
	}
	return out
}

// truthOf is the part that a comparison with true or false asks for, and the
// answer it wants.
func truthOf(n *node) (part *node, yes, ok bool) {
	if (n.op != "==" && n.op != "!=") || n.kids[0].typ.Kind != value.Boolean {
		return nil, false, false
	}
	part, with := n.kids[0], n.kids[1]
	if part.op == opLiteral {
		part, with = with, part
	}
	return part, with.literal.Yes() == (n.op == "=="), with.op == opLiteral
}

func atom(n *node, holds bool) Atom {
	sign := Sign(n.op)
	switch n.op {
	case "==", "!=", "<", "<=", ">", ">=":
		left, right := n.kids[0], n.kids[1]
		if left.op == opLiteral && right.op != opLiteral {
			left, right, sign = right, left, mirrored(sign)
		}
		if !holds {
			sign = contrary(sign)
		}
		return Atom{Sign: sign, Left: Tree{left}, Right: []Tree{{right}}}
	case "in":
		right := []Tree{{n.kids[1]}}
		if n.kids[1].op == opList {
			right = right[0].Parts()
		}
		return Atom{Sign: contraryUnless(holds, sign), Left: Tree{n.kids[0]}, Right: right}
	case opPresent:
		return Atom{Sign: contraryUnless(holds, sign), Left: Tree{n.kids[0]}}
	}
	return Atom{Sign: contraryUnless(holds, Yes), Left: Tree{n}}
}

func contraryUnless(holds bool, s Sign) Sign {
	if holds {
		return s
	}
	return contrary(s)
}

func contrary(s Sign) Sign {
	return map[Sign]Sign{
		"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">",
		"in": NotIn, Given: NotGiven, Yes: No,
	}[s]
}

// mirrored is the sign with its sides exchanged.
func mirrored(s Sign) Sign {
	switch s {
	case "<":
		return ">"
	case "<=":
		return ">="
	case ">":
		return "<"
	case ">=":
		return "<="
	}
	return s
}
