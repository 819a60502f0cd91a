// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"slices"
	"strconv"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
)

func writeElements(e *scenarios.Elements) []byte {
	w := &writer{}
	w.field("system", e.System)
	w.below("screens", func() {
		for i, s := range e.Screens {
			if i > 0 {
				w.WriteString("\n")
			}
			w.below(s.Name, func() { w.screen(s) })
		}
	})
	return w.Bytes()
}

func (w *writer) screen(s scenarios.Screen) {
	if s.RecognisedBy != "" {
		w.line("recognised by: {text: %s}", yaml.Quote(s.RecognisedBy))
	}
	if s.Window.Title != "" {
		w.line("window: {title: %s}", yaml.Quote(s.Window.Title))
	}
	if len(s.Frame) > 0 {
		w.line("frame: %s", frames(s.Frame))
	}
	if len(s.Elements) == 0 {
		return
	}
	w.below("elements", func() {
		for _, e := range s.Elements {
			w.below(e.Name, func() { w.element(e, s.Frame) })
		}
	})
}

func (w *writer) element(e scenarios.Element, frame []scenarios.FrameHint) {
	w.field("role", e.Role)
	if !slices.Equal(e.Frame, frame) {
		w.line("frame: %s", frames(e.Frame))
	}
	w.yes("keys", e.Keys)
	w.yes("secret", e.Secret)
	w.field("mask", e.Mask)
	w.field("sample", e.Sample)
	w.field("picture", e.Picture)
	w.below("found by", func() {
		for _, c := range e.Found {
			w.line("- %s", braces(way(c)))
		}
	})
}

func (w *writer) yes(key string, is bool) {
	if is {
		w.line("%s: yes", key)
	}
}

func way(c scenarios.Candidate) []pair {
	out := []pair{{string(c.By), yaml.Quote(c.What)}}
	return append(append(out, said("role", c.Role)...), pair{"matched", strconv.Itoa(c.Matched)})
}

func frames(hints []scenarios.FrameHint) string {
	text := ""
	for i, h := range hints {
		if i > 0 {
			text += ", "
		}
		text += "{name: " + yaml.Quote(h.Name) + "}"
	}
	return "[" + text + "]"
}
