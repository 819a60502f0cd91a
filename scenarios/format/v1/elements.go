// SPDX-License-Identifier: EUPL-1.2

package v1

import (
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Elements reads elements/SYSTEM.yaml.
func Elements(report *source.Report, n *yaml.Node) *scenarios.Elements {
	d := newDecoder(report)
	what := speech.Say("an element file", "einer Elementdatei")
	if !d.mapping(n, what, "system", "screens") {
		return nil
	}
	out := &scenarios.Elements{System: d.word(d.need(n, "system", what))}
	for _, e := range d.entries(d.need(n, "screens", what), speech.Say("screens", "screens")) {
		out.Screens = append(out.Screens, d.screen(e))
	}
	return out
}

func (d *decoder) screen(e yaml.Entry) scenarios.Screen {
	s := scenarios.Screen{Name: e.Key, At: e.KeyAt}
	if !d.mapping(e.Value, speech.Say("a screen", "einer Maske"), "recognised by", "window", "frame", "elements", "siblings") {
		return s
	}
	if r := e.Value.Get("recognised by"); r != nil && d.mapping(r, speech.Say("recognised by", "recognised by"), "text") {
		s.RecognisedBy = d.text(r.Get("text"))
	}
	if w := e.Value.Get("window"); w != nil && d.mapping(w, speech.Say("a window", "einem Fenster"), "title") {
		s.Window.Title = d.text(w.Get("title"))
	}
	s.Frame = d.frames(e.Value.Get("frame"))
	for _, el := range d.entries(e.Value.Get("elements"), speech.Say("elements", "elements")) {
		s.Elements = append(s.Elements, d.element(el, s.Frame))
	}
	for _, item := range d.items(e.Value.Get("siblings"), speech.Say("siblings", "siblings")) {
		s.Siblings = append(s.Siblings, d.fingerprint(item))
	}
	return s
}

func (d *decoder) frames(n *yaml.Node) []scenarios.FrameHint {
	var out []scenarios.FrameHint
	for _, item := range d.items(n, speech.Say("frame", "frame")) {
		if d.mapping(item, speech.Say("a frame", "einem Rahmen"), "name", "address", "number") {
			out = append(out, scenarios.FrameHint{Name: d.text(item.Get("name")), Address: d.text(item.Get("address")), Number: d.count(item.Get("number"))})
		}
	}
	return out
}

func (d *decoder) element(e yaml.Entry, frame []scenarios.FrameHint) scenarios.Element {
	el := scenarios.Element{Name: e.Key, At: e.KeyAt, Frame: frame}
	what := speech.Say("an element", "einem Element")
	if !d.mapping(e.Value, what, "role", "frame", "found by", "keys", "secret", "mask", "picture", "sample", "fingerprint") {
		return el
	}
	if f := e.Value.Get("frame"); f != nil {
		el.Frame = d.frames(f)
	}
	el.Role, el.Keys, el.Secret = d.text(e.Value.Get("role")), d.yesNo(e.Value.Get("keys")), d.yesNo(e.Value.Get("secret"))
	el.Mask, el.Picture, el.Sample = d.text(e.Value.Get("mask")), d.text(e.Value.Get("picture")), d.text(e.Value.Get("sample"))
	el.Fingerprint = d.fingerprint(e.Value.Get("fingerprint"))
	for _, item := range d.items(d.need(e.Value, "found by", what), speech.Say("found by", "found by")) {
		el.Found = append(el.Found, d.candidate(item))
	}
	return el
}

// candidate reads one way to find an element: one key names the way, role and
// matched may stand beside it.
func (d *decoder) candidate(n *yaml.Node) scenarios.Candidate {
	c := scenarios.Candidate{At: n.At, Matched: 1}
	keys := []string{"role", "matched"}
	for _, by := range scenarios.Ways() {
		keys = append(keys, string(by))
	}
	if !d.mapping(n, speech.Say("a way to find an element", "einem Suchweg"), keys...) {
		return c
	}
	for _, e := range n.Entries {
		switch {
		case e.Key == "role":
			c.Role = d.text(e.Value)
		case e.Key == "matched":
			c.Matched = d.count(e.Value)
		case c.By != "":
			d.report.Errorf(e.KeyAt, speech.Say("one entry holds one way, here are two", "ein Eintrag enthält einen Weg, hier stehen zwei"), speech.Text{})
		default:
			c.By, c.What = scenarios.By(e.Key), d.text(e.Value)
		}
	}
	if c.By == "" {
		d.report.Errorf(n.At, speech.Say("no way to find an element stands here", "hier steht kein Suchweg"), source.DidYouMean("", keys))
	}
	return c
}
