// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
)

// The parts of files, to be put between what people wrote. Each is whole
// lines, indented by so many blanks.

// Steps writes steps as the entries of a list.
func Steps(steps []scenarios.Step, indent int) string {
	w := part(indent)
	w.stepList(steps)
	return w.String()
}

// Element writes an element of a screen that stands in a frame.
func Element(e scenarios.Element, frame []scenarios.FrameHint, indent int) string {
	w := part(indent)
	w.below(e.Name, func() { w.element(e, frame) })
	return w.String()
}

// Screen writes a screen with its elements.
func Screen(s scenarios.Screen, indent int) string {
	w := part(indent)
	w.below(s.Name, func() { w.screen(s) })
	return w.String()
}

// Input writes an input.
func Input(in scenarios.Input, indent int) string {
	w := part(indent)
	w.line("%s: %s", in.Name, braces(input(in)))
	return w.String()
}

// System writes a system with its log-in.
func System(s scenarios.System, indent int) string {
	w := part(indent)
	w.below(s.Name, func() { w.system(s) })
	return w.String()
}

func part(indent int) *writer { return &writer{indent: strings.Repeat(" ", max(0, indent))} }
