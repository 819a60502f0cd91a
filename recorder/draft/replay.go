// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"slices"
	"strconv"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// valueOf is what a step puts into the page.
func valueOf(a scenarios.Act) scenarios.Operand {
	switch a := a.(type) {
	case *scenarios.Fill:
		return a.With
	case *scenarios.Choose:
		return a.With
	}
	return scenarios.Operand{}
}

// expressionOf is a value inside an expression.
func expressionOf(o scenarios.Operand) string {
	if o.IsExpr {
		return o.Text
	}
	return strconv.Quote(o.Text)
}

// again copies the steps of a look-up, without what was read or marked.
func (c *composer) again(lines []line) (out []scenarios.Step) {
	for _, l := range lines {
		if l.marks() && l.Kind != event.Copy {
			continue
		}
		for _, s := range l.steps {
			switch a := s.Act.(type) {
			case *scenarios.Click:
				copied := *a
				copied.Target.Row = slices.Clone(a.Target.Row)
				out = append(out, scenarios.Step{Act: &copied})
			case *scenarios.Fill:
				copied := *a
				copied.Target.Row = slices.Clone(a.Target.Row)
				out = append(out, scenarios.Step{Act: &copied})
			case *scenarios.Read:
			default:
				out = append(out, s)
			}
		}
	}
	return out
}

// renewed takes the old value of a written field out of a look-up.
func renewed(steps []scenarios.Step, l line) (out []scenarios.Step) {
	name, will := l.target.Element, valueOf(act(l))
	for _, s := range steps {
		switch a := s.Act.(type) {
		case *scenarios.Fill:
			if a.Target.Element == name && a.With != will && a.With.IsExpr {
				continue
			}
		case *scenarios.Click:
			if len(a.Target.Row) > 1 {
				a.Target.Row = slices.DeleteFunc(a.Target.Row, func(k scenarios.RowKey) bool { return k.Column == name && k.Value != will })
			} else if len(a.Target.Row) == 1 && a.Target.Row[0].Column == name && a.Target.Row[0].Value != will {
				return nil // the row is not found again
			}
		}
		out = append(out, s)
	}
	return out
}

// identified reports a look-up that is told which record is meant by something
// that was not written.
func identified(steps []scenarios.Step, wrote []line) bool {
	other := func(o scenarios.Operand) bool {
		return o.IsExpr && !slices.ContainsFunc(wrote, func(l line) bool { return valueOf(act(l)) == o })
	}
	return slices.ContainsFunc(steps, func(s scenarios.Step) bool {
		switch a := s.Act.(type) {
		case *scenarios.Fill:
			return other(a.With)
		case *scenarios.Click:
			return slices.ContainsFunc(a.Target.Row, func(k scenarios.RowKey) bool { return other(k.Value) })
		}
		return false
	})
}
