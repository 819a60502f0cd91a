// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Sign says what a part of an expression does: the sign itself for signs
// ("<", "and"), else one of the words below.
type Sign string

// The signs that are words of ours. Given and its contrary ask whether a name
// has a value; Yes and No are a part that is true or false by itself.
const (
	Literal  Sign = "literal"
	Name     Sign = "name"
	List     Sign = "list"
	Call     Sign = "call"
	Given    Sign = present
	NotGiven Sign = "not " + present
	NotIn    Sign = "not in"
	Yes      Sign = "yes"
	No       Sign = "no"
)

// Tree is a checked expression or a part of one, for those who reason about
// it: an index, an analysis, an explanation.
type Tree struct{ n *node }

// Tree is the checked expression.
func (p *Program) Tree() Tree { return Tree{p.root} }

// Sign says what the part does.
func (t Tree) Sign() Sign { return Sign(t.n.op) }

// Type is the type of the part's value.
func (t Tree) Type() value.Type { return t.n.typ }

// Literal is the value that was written; missing where the part is no literal.
func (t Tree) Literal() value.Value { return t.n.literal }

// Name is the dotted name of a name, or the function of a call.
func (t Tree) Name() string { return t.n.name }

// Parts are what the part is made of.
func (t Tree) Parts() []Tree {
	out := make([]Tree, len(t.n.kids))
	for i, k := range t.n.kids {
		out[i] = Tree{k}
	}
	return out
}

// Reads lists the names that the part reads, dotted, sorted, each once.
func (t Tree) Reads() []string { return readsOf(t.n) }

// Canonical names the meaning of the part: equal for equal parts.
func (t Tree) Canonical() string {
	p := Program{root: t.n}
	return p.Canonical()
}

// Words says the part as people read it: yes or no as a clause that stands
// behind "if", anything else as a noun.
func (t Tree) Words(lang speech.Lang, label func(name string) speech.Text) string {
	p := Program{root: t.n}
	return p.Words(lang, label)
}

// Program makes an expression of its own of the part. Of a part that is yes or
// no it is a condition, which says what it lacks; of any other a value.
func (t Tree) Program() (*Program, error) {
	reads := readsOf(t.n)
	code, err := emit(t.n, reads)
	if err != nil {
		return nil, err
	}
	return &Program{text: t.Text(), root: t.n, want: t.n.typ, reads: reads, names: reads, code: code, lax: t.n.typ.Kind != value.Boolean}, nil
}

// Conjuncts are the parts that must all hold: those that and joins, at any
// depth, or the part itself.
func (t Tree) Conjuncts() []Tree {
	if t.n.op != "and" {
		return []Tree{t}
	}
	return append(Tree{t.n.kids[0]}.Conjuncts(), Tree{t.n.kids[1]}.Conjuncts()...)
}
