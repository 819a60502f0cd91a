// SPDX-License-Identifier: EUPL-1.2

package rehearsal

import "github.com/heinzel-rpa/heinzel/drivers/act"

// file is an imaginary download or print: an empty one. It is called as the
// test case says what the element shows, else by its sample or its own name.
func (s *Session) file(a act.Action) act.Effect {
	if a.Element == nil {
		return act.Effect{Value: a.Screen.Name + ".pdf"}
	}
	if shown, ok := s.shown(a.Screen, a.Element); ok {
		return act.Effect{Value: shown}
	}
	return act.Effect{Value: a.Element.Name}
}
