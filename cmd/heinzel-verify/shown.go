// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// content is whatever may have been sealed: a value with its kind, a sentence in
// two languages, the cause of a fault, or the record of a decision.
type content struct {
	Kind   *string
	Text   string
	Items  []content
	Fields map[string]content
	EN, DE string
	Cause  *content
	Fired  []struct{ Rule, Basis string }
	Facts  []struct {
		Name  string
		Value any
	}
}

// shown is an opened content as a person reads it. What is of no known form is
// shown as it is.
func (c call) shown(raw []byte) string {
	var sealed content
	if json.Unmarshal(raw, &sealed) != nil {
		return string(raw)
	}
	if text := sealed.read(c.say("en", "de") == "de"); text != "" {
		return text
	}
	return string(raw)
}

func (s content) read(german bool) string {
	switch {
	case s.Cause != nil:
		return s.Cause.read(german)
	case german && s.DE != "":
		return s.DE
	case s.EN != "":
		return s.EN
	case s.Kind != nil && *s.Kind == "":
		return "–" // nobody gave the value
	case s.Kind != nil:
		return s.value(german)
	}
	return s.decision()
}

func (s content) value(german bool) string {
	parts := []string{}
	for _, item := range s.Items {
		parts = append(parts, item.read(german))
	}
	for _, name := range slices.Sorted(maps.Keys(s.Fields)) {
		parts = append(parts, name+": "+s.Fields[name].read(german))
	}
	if len(parts) > 0 {
		return "{" + strings.Join(parts, "; ") + "}"
	}
	return s.Text
}

// decision tells which rules fired, by which law, and on which facts.
func (s content) decision() string {
	var parts []string
	for _, f := range s.Fired {
		rule := f.Rule
		if f.Basis != "" {
			rule += " (" + f.Basis + ")"
		}
		parts = append(parts, rule)
	}
	for _, f := range s.Facts {
		parts = append(parts, fmt.Sprintf("%s=%v", f.Name, f.Value))
	}
	return strings.Join(parts, "; ")
}
