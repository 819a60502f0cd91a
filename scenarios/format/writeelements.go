// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/heinzel-rpa/heinzel/scenarios"
	v1 "github.com/heinzel-rpa/heinzel/scenarios/format/v1"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
)

func writeElements(e *scenarios.Elements) []byte {
	w := &writer{}
	w.field("system", e.System)
	if len(e.Screens) == 0 {
		w.line("screens: {}") // nothing on them was used
		return w.Bytes()
	}
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
	if len(s.Elements) > 0 {
		w.below("elements", func() {
			for _, e := range s.Elements {
				w.below(e.Name, func() { w.element(e, s.Frame) })
			}
		})
	}
	if len(s.Siblings) > 0 {
		w.below("siblings", func() {
			for _, f := range s.Siblings {
				w.line("- %s", fingerprint(f))
			}
		})
	}
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
	if !e.Fingerprint.IsZero() {
		w.line("fingerprint: %s", fingerprint(e.Fingerprint))
	}
}

func fingerprint(f scenarios.Fingerprint) string {
	var out []pair
	for _, m := range v1.Marks() {
		out = append(out, said(m.Key, *m.Of(&f))...)
	}
	if b := f.Box; b != (scenarios.Box{}) {
		out = append(out, pair{v1.BoxKey, fmt.Sprintf("%g %g %g %g", b.X, b.Y, b.Width, b.Height)})
	}
	return braces(out)
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
		hint := append(said("name", h.Name), said("address", h.Address)...)
		if h.Number > 0 {
			hint = append(hint, pair{"number", strconv.Itoa(h.Number)})
		}
		text += braces(hint)
	}
	return "[" + text + "]"
}
