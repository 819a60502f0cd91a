// SPDX-License-Identifier: EUPL-1.2

// Package yaml reads the files that people write. It is YAML with everything
// taken out that surprises: scalars are text and nothing else, and tags,
// anchors, aliases, merge keys, several documents and duplicate keys are
// errors with a position. Size and depth are limited. What a text means is
// decided by the declared type of the field it stands in, elsewhere.
package yaml

import "github.com/heinzel-rpa/heinzel/scenarios/source"

// Kind is what a node is.
type Kind int

// The kinds of nodes.
const (
	Scalar Kind = iota
	Mapping
	Sequence
)

// Style is how a scalar was written.
type Style int

// The styles. Absent is a key without a value.
const (
	Plain Style = iota
	Quoted
	Block
	Absent
)

// Node is a piece of a document with its place.
type Node struct {
	Kind  Kind
	At    source.Place
	Text  string // of a scalar: the source text, quotes resolved
	Style Style
	// InFlow is set inside { } or [ ].
	InFlow bool
	// Commented is set where a comment follows a scalar on the same line.
	Commented bool
	Entries   []Entry // of a mapping, in the order of the text
	Items     []*Node // of a sequence
}

// Entry is one key of a mapping with its value.
type Entry struct {
	Key   string
	KeyAt source.Place
	Value *Node
}

// Get is the value of a key, or nil.
func (n *Node) Get(key string) *Node {
	for _, e := range n.Entries {
		if e.Key == key {
			return e.Value
		}
	}
	return nil
}

// TextAt is the place of the n-th letter of a scalar's text, as far as it can
// be told: exact in plain scalars of one line, else the scalar's start.
func (n *Node) TextAt(letter int) source.Place {
	switch n.Style {
	case Plain:
		return n.At.Shift(letter)
	case Quoted:
		return n.At.Shift(letter + 1)
	default:
		return n.At
	}
}
