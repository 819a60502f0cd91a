// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// unary splits a condition into a term and a unary test of it.
func (s *speaker) unary(n expression.Tree) (term expression.Tree, test string, ok bool) {
	parts := n.Parts()
	switch sign := n.Sign(); sign {
	case "==", "!=", "<", "<=", ">", ">=":
		test = s.text(parts[1])
		if sign == "!=" {
			test = "not(" + test + ")"
		} else if sign != "==" {
			test = string(sign) + " " + test
		}
		return parts[0], test, len(parts[0].Reads()) > 0
	case "in":
		return parts[0], s.list(parts[1].Parts()), parts[1].Sign() == expression.List && len(parts[0].Reads()) > 0
	case expression.Given:
		return parts[0], "not(null)", true
	case "not":
		return s.unaryNot(parts[0])
	case "or":
		return s.unaryOr(n)
	case "and":
		return s.interval(parts[0], parts[1])
	case expression.Name:
		return n, "true", true
	}
	return n, "", false
}

func (s *speaker) unaryNot(n expression.Tree) (expression.Tree, string, bool) {
	switch n.Sign() {
	case expression.Given:
		return n.Parts()[0], "null", true
	case expression.Name:
		return n, "false", true
	}
	term, test, ok := s.unary(n)
	return term, "not(" + test + ")", ok && !strings.HasPrefix(test, "not(")
}

// unaryOr joins tests of one term; "missing, or not a" is what not(a) means.
func (s *speaker) unaryOr(n expression.Tree) (expression.Tree, string, bool) {
	a, first, okA := s.unary(n.Parts()[0])
	b, second, okB := s.unary(n.Parts()[1])
	switch {
	case !okA || !okB || a.Canonical() != b.Canonical():
		return a, "", false
	case first == "null" && strings.HasPrefix(second, "not("):
		return a, second, n.Parts()[1].Sign() == "not"
	}
	return a, first + ", " + second, !strings.HasPrefix(first, "not(") && !strings.HasPrefix(second, "not(")
}

// interval is two limits of one term.
func (s *speaker) interval(low, high expression.Tree) (expression.Tree, string, bool) {
	if !strings.HasPrefix(string(low.Sign()), ">") || !strings.HasPrefix(string(high.Sign()), "<") {
		return low, "", false
	}
	if term := low.Parts()[0]; len(term.Reads()) == 0 || term.Canonical() != high.Parts()[0].Canonical() {
		return low, "", false
	}
	opening, closing := "(", ")"
	if low.Sign() == ">=" {
		opening = "["
	}
	if high.Sign() == "<=" {
		closing = "]"
	}
	return low.Parts()[0], opening + s.text(low.Parts()[1]) + ".." + s.text(high.Parts()[1]) + closing, true
}

// probe is one cell of a rule: the column it stands in, and the test.
type probe struct {
	input string // the expression of the column
	test  string
}

// probes are the cells of a condition: tests of terms, and true below whatever
// is no such test.
func (s *speaker) probes(n expression.Tree) []probe {
	s.unordered(n)
	var out []probe
	parts := s.joined(n.Conjuncts())
	for i := 0; i < len(parts); i++ {
		if i+1 < len(parts) {
			if term, test, ok := s.interval(parts[i], parts[i+1]); ok {
				out = append(out, probe{s.text(term), test})
				i++
				continue
			}
		}
		if term, test, ok := s.unary(parts[i]); ok {
			out = append(out, probe{s.text(term), test})
			continue
		}
		out = append(out, probe{s.text(parts[i]), "true"})
	}
	return out
}

// joined leaves out questions whether a term was given that a test of it asks
// anyway, and a condition that always holds.
func (s *speaker) joined(parts []expression.Tree) []expression.Tree {
	tested := map[string]bool{}
	for _, p := range parts {
		if term, test, ok := s.unary(p); ok && test != "null" && !strings.HasPrefix(test, "not(") {
			for _, name := range term.Reads() {
				tested[name] = true
			}
		}
	}
	var out []expression.Tree
	for _, p := range parts {
		asked := p.Sign() == expression.Given && tested[p.Parts()[0].Name()]
		if always := p.Sign() == expression.Literal && p.Literal().Yes(); !asked && !always {
			out = append(out, p)
		}
	}
	return out
}

// unordered refuses words that are compared by the order of their choice:
// FEEL compares them by their letters.
func (s *speaker) unordered(n expression.Tree) {
	parts := n.Parts()
	switch n.Sign() {
	case "<", "<=", ">", ">=":
		if len(parts) > 0 && parts[0].Type().Kind.IsText() {
			s.refuse(speech.Say("the order of words", "die Reihenfolge von Wörtern"))
		}
	}
	for _, part := range parts {
		s.unordered(part)
	}
}
