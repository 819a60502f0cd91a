// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"slices"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/builtin"
	"github.com/expr-lang/expr/compiler"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"
)

// emitter turns a checked tree into a tree of expr in which everything is a
// call of one of our exact functions; expr's own operators are never reached.
type emitter struct {
	names     []string // by their places in a Frame
	functions conf.FunctionsTable
}

func emit(root *node, names []string) (*vm.Program, error) {
	e := &emitter{names: names, functions: conf.FunctionsTable{}}
	tree := &parser.Tree{Node: e.node(root)}
	return compiler.Compile(tree, &conf.Config{Functions: e.functions})
}

func (e *emitter) node(n *node) ast.Node {
	switch n.op {
	case opLiteral:
		return &ast.ConstantNode{Value: &cell{v: n.literal}}
	case opName:
		return e.callOf("get "+n.name, get(e.place(n.name), n.typ.Kind), &ast.IdentifierNode{Value: "$env"})
	case opCall:
		return e.callOf("word "+n.name, applied(n.word), e.nodes(n.kids)...)
	case "and", "or":
		return e.callOf(string(n.op), operation(n), e.nodes(chained(n, n.op))...)
	case "in":
		if call, ok := e.fused(n); ok {
			return call
		}
		if n.kids[1].op != opList {
			return e.callOf("in list", withinValue, e.nodes(n.kids)...)
		}
		return e.callOf("in", within, e.nodes(append([]*node{n.kids[0]}, n.kids[1].kids...))...)
	case "==", "!=", "<", "<=", ">", ">=":
		if call, ok := e.fused(n); ok {
			return call
		}
		return e.callOf(string(n.op)+" "+rankedBy(n), operation(n), e.nodes(n.kids)...)
	default:
		return e.callOf(string(n.op), operation(n), e.nodes(n.kids)...)
	}
}

// place is where a name stands in a Frame; the checker has seen every name.
func (e *emitter) place(name string) int { return slices.Index(e.names, name) }

// chained are the parts that one sign joins, at any depth: one call asks them
// all.
func chained(n *node, sign op) []*node {
	if n.op != sign {
		return []*node{n}
	}
	return append(chained(n.kids[0], sign), chained(n.kids[1], sign)...)
}

func (e *emitter) nodes(list []*node) []ast.Node {
	out := make([]ast.Node, len(list))
	for i, n := range list {
		out[i] = e.node(n)
	}
	return out
}

func (e *emitter) callOf(name string, do func(args ...any) (any, error), args ...ast.Node) ast.Node {
	if e.functions[name] == nil {
		e.functions[name] = &builtin.Function{Name: name, Func: do}
	}
	return &ast.CallNode{Callee: &ast.IdentifierNode{Value: name}, Arguments: args}
}

// operation is the exact function of a sign.
func operation(n *node) func(args ...any) (any, error) {
	switch o := n.op; o {
	case "and":
		return both
	case "or":
		return either
	case "not":
		return denied
	case "==", "!=", "<", "<=", ">", ">=":
		return compared(o, rankOf(n))
	case "+", "-", "*", "/":
		return calculation(o)
	case opNegate:
		return negated
	case opJoin:
		return joined
	case opChoose:
		return chosen
	case opList:
		return listed
	case opPresent:
		return given
	}
	return nil // the compiler refuses it
}
