// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// element is what the clues lead to: one that the screen has already, or a new
// one. It is not ok where nothing is known that could find it again.
func (d *draft) element(at source.Place, c clues) (t scenarios.Target, e *scenarios.Element, ok bool) {
	ways := c.ways()
	if len(ways) == 0 {
		d.report.Errorf(at, speech.Say("no selector of this element can be taken over", "kein Selektor dieses Elements kann übernommen werden"),
			speech.Say("aria/, text/, css, and xpath/ with tags, numbers and attributes are", "übernommen werden aria/, text/, css und xpath/ mit Tags, Nummern und Attributen"))
		return t, nil, false
	}
	s := d.onScreen()
	wanted := scenarios.Element{Role: role(c), Found: ways, Frame: slices.Clone(d.frame)}
	e = known(s, wanted)
	switch {
	case e != nil && len(e.Found) < len(ways):
		e.Found, e.Role = ways, wanted.Role
	case e == nil:
		wanted.Name = naming.Fresh(c.called(), " ", func(name string) bool { return s.Element(name) != nil })
		s.Elements = append(s.Elements, wanted)
		e = &s.Elements[len(s.Elements)-1]
	}
	return scenarios.Target{Screen: s.Name, Element: e.Name}, e, true
}

// onScreen is the screen that is seen; screens of one name are one where their
// windows are.
func (d *draft) onScreen() *scenarios.Screen {
	all := d.scenario.Elements[d.block.System]
	name := naming.Fresh(d.screen.Name, "_", func(name string) bool {
		s := all.Screen(name)
		return s != nil && s.Window != d.screen.Window
	})
	if s := all.Screen(name); s != nil {
		return s
	}
	all.Screens = append(all.Screens, scenarios.Screen{Name: name, Window: d.screen.Window})
	return &all.Screens[len(all.Screens)-1]
}

// known is the element of a screen that is found as this one: a click and a
// change know their element by the same ways, but not always by all of them.
func known(s *scenarios.Screen, wanted scenarios.Element) *scenarios.Element {
	for i := range s.Elements {
		e := &s.Elements[i]
		if slices.Equal(e.Frame, wanted.Frame) && alike(e.Found, wanted.Found) {
			return e
		}
	}
	return nil
}

// alike reports that two elements share a way that leads to one only, or that
// nothing tells them apart.
func alike(a, b []scenarios.Candidate) bool {
	shared := 0
	for _, c := range a {
		if !slices.Contains(b, c) {
			continue
		}
		if c.By == scenarios.ByID || c.By == scenarios.ByNameAttribute || c.By == scenarios.ByCSS || c.By == scenarios.ByPath {
			return true
		}
		shared++
	}
	return shared == min(len(a), len(b))
}

// role is what people read beside an element.
func role(c clues) string {
	switch {
	case c.isList():
		return "combobox"
	case c.isBox():
		return "checkbox"
	case c.isField():
		return "textbox"
	}
	return ours(c.role, c.tag)
}
