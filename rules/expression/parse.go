// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// parse gives expr's tree, or nil after noting why there is none.
func (c *checker) parse() ast.Node {
	if strings.TrimSpace(c.Text) == "" {
		c.problem(0, speech.Say("the expression is empty", "der Ausdruck ist leer"), speech.Text{})
		return nil
	}
	tree, err := parseGuarded(c.Text)
	if err != nil {
		c.misread(err)
		return nil
	}
	return tree
}

// parseGuarded turns a panic of the parser on odd input into an error.
func parseGuarded(text string) (node ast.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			node, err = nil, fmt.Errorf("%v", r)
		}
	}()
	tree, err := parser.ParseWithConfig(text, &conf.Config{MaxNodes: MaxNodes, DisableIfOperator: true})
	if err != nil {
		return nil, err
	}
	return tree.Node, nil
}

func (c *checker) misread(err error) {
	letter, message := 0, err.Error()
	if fe, ok := errors.AsType[*file.Error](err); ok {
		letter, message = fe.From, fe.Message
	}
	token := regexp.MustCompile(`unexpected token \w+\("(.*)"\)`).FindStringSubmatch(message)
	switch {
	case strings.Contains(message, "maximum allowed nodes"):
		c.problem(0, speech.Say("the expression has more than %d parts", "der Ausdruck hat mehr als %d Teile", MaxNodes), speech.Say("split it into several rules or steps", "teilen Sie ihn in mehrere Regeln oder Schritte"))
	case strings.Contains(message, "unexpected token EOF") || strings.Contains(message, "unexpected end"):
		c.problem(len([]rune(c.Text)), speech.Say("the expression ends too early", "der Ausdruck endet zu früh"), speech.Text{})
	case token != nil && token[1] == ",":
		c.problem(letter, speech.Say("a comma stands only between entries of a list or a call", "ein Komma steht nur zwischen Einträgen einer Liste oder eines Aufrufs"),
			speech.Say("decimals stand behind a full stop: 1234.50", "Nachkommastellen stehen hinter einem Punkt: 1234.50"))
	case token != nil:
		c.problem(letter, speech.Say("%q is not expected here", "„%s“ wird hier nicht erwartet", token[1]), speech.Text{})
	default:
		c.problem(letter, speech.Say("this cannot be read: %s", "das lässt sich nicht lesen: %s", message), speech.Text{})
	}
}
