// SPDX-License-Identifier: EUPL-1.2

package tree

import (
	"slices"
	"strconv"
	"strings"
)

// State is one thing that is so about a node, by its number in AT-SPI.
type State uint

// The states that matter for acting.
const (
	Active             State = 1
	Checked            State = 4
	Defunct            State = 6
	Editable           State = 7
	Enabled            State = 8
	Expandable         State = 9
	Expanded           State = 10
	Focusable          State = 11
	Focused            State = 12
	Modal              State = 16
	MultiLine          State = 17
	Selected           State = 23
	Sensitive          State = 24
	Showing            State = 25
	ManagesDescendants State = 31
	IsDefault          State = 39
)

// Node is one element of a window, as its program described it when it was
// read. Its methods ask the program about now.
type Node struct {
	Role        string // in the words of element files: "button", "textbox"
	Name        string
	Description string
	Process     int
	// Secret is set for a field that does not show what it holds.
	Secret   bool
	Parent   *Node
	Children []*Node

	tree   *Tree
	at     ref
	states uint64
	has    []string // interfaces
	count  int      // of children, as the program says
	index  int      // in the parent, -1 where the program does not say
}

// Is reports a state.
func (n *Node) Is(s State) bool { return n.states&(1<<s) != 0 }

// Has reports an interface, such as "EditableText".
func (n *Node) Has(name string) bool { return slices.Contains(n.has, "org.a11y.atspi."+name) }

// Same reports whether two readings are of one element.
func (n *Node) Same(as *Node) bool { return n != nil && as != nil && n.at == as.at }

// All are the node and everything below it, in the order of the program.
func (n *Node) All() []*Node {
	out := []*Node{n}
	for _, c := range n.Children {
		out = append(out, c.All()...)
	}
	return out
}

// Window is the window that the node is in.
func (n *Node) Window() *Node {
	for n.Parent != nil {
		n = n.Parent
	}
	return n
}

// Path leads from the window to the node: roles, with their number among
// siblings of that role.
func (n *Node) Path() string {
	var steps []string
	for ; n.Parent != nil; n = n.Parent {
		number := 0
		for _, sibling := range n.Parent.Children {
			if sibling.Role == n.Role {
				number++
			}
			if sibling == n {
				break
			}
		}
		steps = append(steps, n.Role+"["+strconv.Itoa(number)+"]")
	}
	slices.Reverse(steps)
	return strings.Join(steps, "/")
}

// String is the node in words: "textbox Surname".
func (n *Node) String() string { return strings.TrimSpace(n.Role + " " + n.Name) }
