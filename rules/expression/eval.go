// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"errors"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Unknown says that a condition is neither yes nor no, since values are
// missing. It is a business fault: the case lacks something.
type Unknown struct {
	// Names are the missing names, dotted, sorted.
	Names []string
}

// Error is the sentence in English.
func (u *Unknown) Error() string { return u.sentence().EN }

// Unwrap gives the fault that people see.
func (u *Unknown) Unwrap() error { return fault.New(fault.Business, "expression.eval", u.sentence()) }

func (u *Unknown) sentence() speech.Text {
	names := speech.Text{EN: quoted(u.Names, "“", "”", " and "), DE: quoted(u.Names, "„", "“", " und ")}
	if len(u.Names) == 1 {
		return speech.Say("this cannot be decided: %s is missing", "das lässt sich nicht entscheiden: %s fehlt", names)
	}
	return speech.Say("this cannot be decided: %s are missing", "das lässt sich nicht entscheiden: %s fehlen", names)
}

// Eval calculates the result from the values of the names. A condition that
// depends on a missing value gives an *Unknown; in a value, a missing operand
// makes the result missing. Division by zero, amounts of two currencies and
// numbers beyond value.MaxDigits are business faults.
func (p *Program) Eval(env map[string]value.Value) (value.Value, error) {
	return p.EvalIn(frameOf(p.names, env))
}

// EvalIn is Eval for the values of a frame.
func (p *Program) EvalIn(frame *Frame) (value.Value, error) {
	out, err := frame.machine.Run(p.code, frame)
	if err != nil {
		return value.Value{}, fault.Wrap(fault.Internal, "expression.eval", speech.Say("evaluating %q", "Auswertung von „%s“", p.text), err)
	}
	c, ok := out.(*cell)
	switch {
	case !ok:
		return value.Value{}, fault.New(fault.Internal, "expression.eval", speech.Say("%q gave no value", "„%s“ ergab keinen Wert", p.text))
	case c.trouble != nil:
		return value.Value{}, p.fault(c.trouble)
	case c.missing != nil && !p.lax:
		return value.Value{}, &Unknown{Names: c.missing}
	case c.missing != nil:
		return value.Value{}, nil
	}
	return p.declared(c.v)
}

// declared gives the value the declared type; letters of a name and words of
// a choice are looked at now.
func (p *Program) declared(v value.Value) (value.Value, error) {
	switch {
	case v.Kind() == p.want.Kind:
		return v, nil
	case p.want.Kind == value.Decimal:
		return value.NewNumber(value.Decimal, v.Number()), nil
	case p.want.Kind == value.Text:
		return value.NewText(v.String()), nil
	}
	out, err := value.Parse(p.want, v.String())
	if err != nil {
		return value.Value{}, p.fault(err)
	}
	return out, nil
}

func (p *Program) fault(err error) error {
	f := fault.New(fault.Business, "expression.eval", speech.Same(err.Error()))
	if problem, ok := errors.AsType[*value.Problem](err); ok {
		f.Cause = problem.Text
	}
	f.At = p.at
	return f
}

func quoted(names []string, open, shut, last string) string {
	var b strings.Builder
	for i, name := range names {
		switch {
		case i > 0 && i == len(names)-1:
			b.WriteString(last)
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(open + name + shut)
	}
	return b.String()
}
