// SPDX-License-Identifier: EUPL-1.2

package scenarios

import "strconv"

// Branches are the lists of steps inside an act, in the order of the file.
func Branches(a Act) []*[]Step {
	switch a := a.(type) {
	case *In:
		return []*[]Step{&a.Do}
	case *Commit:
		return []*[]Step{&a.Verify}
	case *When:
		return []*[]Step{&a.Then, &a.Else}
	case *ForEach:
		return []*[]Step{&a.Do}
	case *Try:
		return []*[]Step{&a.Do, &a.Recover}
	case *Either:
		out := make([]*[]Step, len(a.Variants))
		for i := range a.Variants {
			out[i] = &a.Variants[i]
		}
		return out
	}
	return nil
}

// Walk visits every step, outer before inner.
func Walk(steps []Step, visit func(*Step)) {
	for i := range steps {
		visit(&steps[i])
		for _, branch := range Branches(steps[i].Act) {
			Walk(*branch, visit)
		}
	}
}

// Number numbers steps through: 1, 2, 2.1, 2.2, 3; prefix stands in front.
// The steps of all branches of a step count on, so a number names one step.
func Number(prefix string, steps []Step) {
	next := 1
	numberFrom(prefix, steps, &next)
}

func numberFrom(prefix string, steps []Step, next *int) {
	for i := range steps {
		steps[i].Number = prefix + strconv.Itoa(*next)
		*next++
		inner := 1
		for _, branch := range Branches(steps[i].Act) {
			numberFrom(steps[i].Number+".", *branch, &inner)
		}
	}
}
