// SPDX-License-Identifier: EUPL-1.2

package revision

import (
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
)

// rename says a step of the draft with the names of the old scenario. Steps of
// the draft are used once, so they are changed in place.
func (r *reviser) rename(system string, s *scenarios.Step) {
	if s.ID != "" {
		s.ID = naming.Fresh(s.ID, "_", r.isID)
		r.taken["id "+s.ID] = true
	}
	if t := pointer(s.Act); t != nil {
		r.retarget(system, t)
	}
	switch a := s.Act.(type) {
	case *scenarios.Fill:
		r.operand(&a.With)
	case *scenarios.Choose:
		r.operand(&a.With)
	case *scenarios.Tick:
		r.operand(&a.With)
	case *scenarios.Upload:
		r.operand(&a.With)
	case *scenarios.Drag:
		r.retarget(system, &a.Onto)
	case *scenarios.Dialog:
		r.operand(&a.Prompt)
	case *scenarios.Expect:
		r.operand(&a.That.Shows)
	case *scenarios.Holds:
		r.operand(&a.That)
	case *scenarios.ForEach:
		r.operand(&a.List)
		a.Name = r.named(a.Name)
	case *scenarios.Read:
		a.Into = r.named(a.Into)
	case *scenarios.Download:
		a.Into = r.named(a.Into)
	case *scenarios.Ask:
		a.Into = r.named(a.Into)
	}
	for _, branch := range scenarios.Branches(s.Act) {
		for i := range *branch {
			r.rename(system, &(*branch)[i])
		}
	}
}

// retarget names an element as the old scenario does.
func (r *reviser) retarget(system string, t *scenarios.Target) {
	_, now := r.where(system, *t)
	t.Screen, t.Element = now.Screen, now.Element
	for i := range t.Row {
		r.operand(&t.Row[i].Value)
	}
}

// where is the system and the target of the draft in the old scenario.
func (r *reviser) where(system string, t scenarios.Target) (string, scenarios.Target) {
	old, known := r.systems[system]
	if !known {
		return system, t
	}
	if now, ok := r.elements[place{system, t.Screen, t.Element}]; ok {
		t.Screen, t.Element = now.Screen, now.Element
	}
	return old, t
}

func (r *reviser) isID(id string) bool {
	used := r.taken["id "+id]
	scenarios.Walk(r.old.Steps, func(s *scenarios.Step) { used = used || s.ID == id })
	return used
}
