// SPDX-License-Identifier: EUPL-1.2

package scenarios

// Computes reports whether a step touches no system and asks nobody.
func (s *Step) Computes() bool {
	switch s.Act.(type) {
	case *Set, *Decide:
		return true
	}
	return false
}

// Brings are the names of the values that a step takes from a system or a
// person.
func (s *Step) Brings() []string {
	switch a := s.Act.(type) {
	case *Read:
		return []string{a.Into}
	case *Look:
		return []string{a.Into}
	case *Ask:
		return []string{a.Into}
	case *Download:
		return []string{a.Into}
	case *Print:
		return []string{a.Into}
	case *Request:
		return a.takes()
	case *Commit:
		if a.Request != nil {
			return a.Request.takes()
		}
	}
	return nil
}

func (r *Request) takes() (out []string) {
	for _, t := range r.Take {
		out = append(out, t.Into)
	}
	return out
}
