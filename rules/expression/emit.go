// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"strings"

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
	functions conf.FunctionsTable
}

func emit(root *node) (*vm.Program, error) {
	e := &emitter{functions: conf.FunctionsTable{}}
	tree := &parser.Tree{Node: e.node(root)}
	return compiler.Compile(tree, &conf.Config{Functions: e.functions})
}

func (e *emitter) node(n *node) ast.Node {
	switch n.op {
	case opLiteral:
		return &ast.ConstantNode{Value: &cell{v: n.literal}}
	case opName:
		ref := &reference{name: n.name, path: strings.Split(n.name, "."), kind: n.typ.Kind}
		return e.callOf("get", get, &ast.IdentifierNode{Value: "$env"}, &ast.ConstantNode{Value: ref})
	case opCall:
		return e.callOf("word "+n.name, applied(n.word), e.nodes(n.kids)...)
	case "in":
		if n.kids[1].op != opList {
			return e.callOf("in list", withinValue, e.nodes(n.kids)...)
		}
		return e.callOf("in", within, e.nodes(append([]*node{n.kids[0]}, n.kids[1].kids...))...)
	default:
		return e.callOf(string(n.op), operation(n.op), e.nodes(n.kids)...)
	}
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
func operation(o op) func(args ...any) (any, error) {
	switch o {
	case "and":
		return both
	case "or":
		return either
	case "not":
		return denied
	case "==", "!=", "<", "<=", ">", ">=":
		return compared(o)
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
