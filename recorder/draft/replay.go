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
func (c *composer) renewed(steps []scenarios.Step, l line) []scenarios.Step {
	name, will := l.target.Element, valueOf(act(l))
	isOld := func(s scenarios.Step) bool {
		f, ok := s.Act.(*scenarios.Fill)
		return ok && f.Target.Element == name && f.With != will && f.With.IsExpr
	}
	var out []scenarios.Step
	for i, s := range steps {
		if isOld(s) {
			if criteria(steps, s.Act.(*scenarios.Fill).Target.Screen, i) {
				continue
			}
			s.Act.(*scenarios.Fill).With = will
		}
		if click, ok := s.Act.(*scenarios.Click); ok {
			click.Target.Row = renewedRow(click.Target.Row, name, will)
		}
		out = append(out, s)
	}
	return out
}

// criteria reports a value of another field on the same form.
func criteria(steps []scenarios.Step, screen string, but int) bool {
	for _, s := range steps {
		if f, ok := s.Act.(*scenarios.Fill); ok && f.Target.Screen == screen && f.With.IsExpr && f.Target.Element != steps[but].Act.(*scenarios.Fill).Target.Element {
			return true
		}
	}
	return false
}

func renewedRow(row []scenarios.RowKey, name string, will scenarios.Operand) []scenarios.RowKey {
	i := slices.IndexFunc(row, func(k scenarios.RowKey) bool { return k.Column == name && k.Value != will })
	switch {
	case i < 0:
		return row
	case len(row) > 1:
		return slices.Delete(slices.Clone(row), i, i+1)
	}
	row = slices.Clone(row)
	row[i].Value = will
	return row
}
