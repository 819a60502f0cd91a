// SPDX-License-Identifier: EUPL-1.2

package revision

import (
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// leaf is a step that touches a system, with the block that it stands in.
type leaf struct {
	step   *scenarios.Step
	system string
	block  *scenarios.Step // the "in" around it
	sign   string          // what it does to what
	loop   bool
}

// leaves are the steps that touch systems, in the order of the file; those
// that verify a commit are part of it. Where is where a target is now.
func leaves(steps []scenarios.Step, where func(system string, t scenarios.Target) (string, scenarios.Target)) (out []leaf) {
	for i := range steps {
		in, ok := steps[i].Act.(*scenarios.In)
		if !ok {
			for _, branch := range scenarios.Branches(steps[i].Act) {
				out = append(out, leaves(*branch, where)...)
			}
			continue
		}
		within(in.Do, false, func(s *scenarios.Step, loop bool) {
			system, t := where(in.System, targetOf(s.Act))
			out = append(out, leaf{s, in.System, &steps[i], system + " " + doing(s.Act) + " " + t.String(), loop})
		})
	}
	return out
}

// within visits the leaves of a block.
func within(steps []scenarios.Step, loop bool, visit func(s *scenarios.Step, loop bool)) {
	for i := range steps {
		switch a := steps[i].Act.(type) {
		case *scenarios.When, *scenarios.ForEach, *scenarios.Try, *scenarios.Either:
			_, repeats := a.(*scenarios.ForEach)
			for _, branch := range scenarios.Branches(a) {
				within(*branch, loop || repeats, visit)
			}
		case *scenarios.Decide, *scenarios.Ask, *scenarios.Set, *scenarios.Holds, *scenarios.Stop, *scenarios.Look, *scenarios.Request:
		default:
			visit(&steps[i], loop)
		}
	}
}

// targetOf is the element that a step is about.
func targetOf(a scenarios.Act) (none scenarios.Target) {
	if t := pointer(a); t != nil {
		return *t
	}
	return none
}

func pointer(a scenarios.Act) *scenarios.Target {
	switch a := a.(type) {
	case *scenarios.Fill:
		return &a.Target
	case *scenarios.Click:
		return &a.Target
	case *scenarios.Commit:
		return a.Target
	case *scenarios.Choose:
		return &a.Target
	case *scenarios.Tick:
		return &a.Target
	case *scenarios.Press:
		return a.Target
	case *scenarios.Read:
		return &a.Target
	case *scenarios.Drag:
		return &a.Target
	case *scenarios.Upload:
		return &a.Target
	case *scenarios.Download:
		return &a.Target
	case *scenarios.Expect:
		return a.That.Element
	case *scenarios.Wait:
		return a.Until.Element
	}
	return nil
}

// doing is what a step does, alike for steps that a person would call the
// same: a commit is a click.
func doing(a scenarios.Act) string {
	switch a := a.(type) {
	case *scenarios.Commit, *scenarios.Download:
		return "click"
	case *scenarios.Press:
		return "press " + a.Key
	case *scenarios.Open:
		return "open " + a.Path.Text
	case *scenarios.Expect:
		return "expect " + a.That.Text.Text
	case *scenarios.Wait:
		return "wait " + a.Until.Text.Text
	case *scenarios.Dialog:
		return "dialog " + a.Says
	}
	return a.Verb()
}

// common pairs the leaves of two lists that are the same, in their order: as
// many as possible.
func common(old, fresh []leaf) map[int]int {
	longest := make([][]int, len(old)+1)
	for i := range longest {
		longest[i] = make([]int, len(fresh)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(fresh) - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if old[i].sign == fresh[j].sign {
				longest[i][j] = max(longest[i][j], longest[i+1][j+1]+1)
			}
		}
	}
	out := map[int]int{}
	for i, j := 0, 0; i < len(old) && j < len(fresh); {
		switch {
		case old[i].sign == fresh[j].sign && longest[i][j] == longest[i+1][j+1]+1:
			out[j] = i
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
