// SPDX-License-Identifier: EUPL-1.2

package v1

import (
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Mark is one trait of a fingerprint and its keyword.
type Mark struct {
	Key string
	Of  func(*scenarios.Fingerprint) *string
}

// Marks are the traits of a fingerprint that are texts, in the order of the
// file. One list drives reader, writer and schema.
func Marks() []Mark {
	return []Mark{
		{"tag", func(f *scenarios.Fingerprint) *string { return &f.Tag }},
		{"role", func(f *scenarios.Fingerprint) *string { return &f.Role }},
		{"type", func(f *scenarios.Fingerprint) *string { return &f.Type }},
		{"id", func(f *scenarios.Fingerprint) *string { return &f.ID }},
		{"name", func(f *scenarios.Fingerprint) *string { return &f.Name }},
		{"class", func(f *scenarios.Fingerprint) *string { return &f.Class }},
		{"href", func(f *scenarios.Fingerprint) *string { return &f.Href }},
		{"text", func(f *scenarios.Fingerprint) *string { return &f.Text }},
		{"label", func(f *scenarios.Fingerprint) *string { return &f.Label }},
		{"value", func(f *scenarios.Fingerprint) *string { return &f.Value }},
		{"title", func(f *scenarios.Fingerprint) *string { return &f.Title }},
		{"placeholder", func(f *scenarios.Fingerprint) *string { return &f.Placeholder }},
		{"neighbours", func(f *scenarios.Fingerprint) *string { return &f.Neighbours }},
		{"path", func(f *scenarios.Fingerprint) *string { return &f.Path }},
		{"anchored", func(f *scenarios.Fingerprint) *string { return &f.Anchored }},
	}
}

// BoxKey is the keyword of where an element was shown.
const BoxKey = "box"

func (d *decoder) fingerprint(n *yaml.Node) (f scenarios.Fingerprint) {
	keys := []string{BoxKey}
	for _, m := range Marks() {
		keys = append(keys, m.Key)
	}
	if !d.mapping(n, speech.Say("a fingerprint", "einem Fingerabdruck"), keys...) {
		return f
	}
	for _, m := range Marks() {
		*m.Of(&f) = d.text(n.Get(m.Key))
	}
	f.Box = d.box(n.Get(BoxKey))
	return f
}

// box reads left, top, width and height, in pixels of the page.
func (d *decoder) box(n *yaml.Node) (b scenarios.Box) {
	if n == nil {
		return b
	}
	numbers := strings.Fields(d.text(n))
	parts := []*float64{&b.X, &b.Y, &b.Width, &b.Height}
	for i, p := range parts {
		x, err := strconv.ParseFloat(at(numbers, i), 64)
		if err != nil || len(numbers) != len(parts) {
			d.report.Errorf(n.At, speech.Say("a box is written as left, top, width and height, such as 8 120 200 24", "ein Kasten wird als links, oben, Breite und Höhe geschrieben, etwa 8 120 200 24"), speech.Text{})
			return scenarios.Box{}
		}
		*p = x
	}
	return b
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// count reads a number of things; none is zero.
func (d *decoder) count(n *yaml.Node) int {
	if n == nil {
		return 0
	}
	text := d.text(n)
	count, err := strconv.Atoi(text)
	if err != nil || count < 0 {
		d.report.Errorf(n.At, speech.Say("%q is no whole number", "„%s“ ist keine ganze Zahl", text), speech.Text{})
	}
	return count
}
