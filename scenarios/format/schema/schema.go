// SPDX-License-Identifier: EUPL-1.2

// Package schema writes down the format of the files that people write: as
// JSON Schema (draft 2020-12) for editors, which then complete and check while
// one types, and as a reference in German and English. Both are made from the
// table of verbs that drives the reader, so that they cannot say otherwise.
//
// A schema describes the form. What depends on the whole (does the element
// exist, has the expression the right type) is said by heinzel check.
package schema

import (
	"bytes"
	"encoding/json"
	"strings"

	v1 "github.com/heinzel-rpa/heinzel/scenarios/format/v1"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Scenario is the schema of scenario.yaml.
func Scenario() []byte { return document("scenario", scenarioFile()) }

// Elements is the schema of elements/SYSTEM.yaml.
func Elements() []byte { return document("elements", elementsFile()) }

// Environment is the schema of environments/NAME.yaml.
func Environment() []byte { return document("environment", environmentFile()) }

// TestCase is the schema of cases/NAME.yaml.
func TestCase() []byte { return document("case", caseFile()) }

// object is a JSON object; encoding/json sorts its keys.
type object map[string]any

// builder collects the definitions that a schema uses, each once.
type builder struct{ defs object }

func document(name string, root part) []byte {
	b := builder{defs: object{}}
	out := b.mapping(root)
	out["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	out["$id"] = "urn:heinzel:" + name + ":1"
	out["title"] = both(root.doc)
	if len(b.defs) > 0 {
		out["$defs"] = b.defs
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		return nil // maps, lists and texts can always be written
	}
	return text.Bytes()
}

// both is a text in the two languages, for those who read the file itself.
func both(t speech.Text) string {
	if t.EN == t.DE {
		return t.EN
	}
	return t.EN + " / " + t.DE
}

// mapping is the schema of a mapping with none but its fields.
func (b builder) mapping(p part) object {
	properties, required := object{}, []string{}
	for _, f := range p.fields {
		property := b.form(f.Form)
		if !f.Doc.IsZero() {
			property["description"] = both(f.Doc)
		}
		properties[f.Key] = property
		if f.Required {
			required = append(required, f.Key)
		}
	}
	out := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

// define makes a definition on first use and refers to it.
func (b builder) define(name string, make func() object) object {
	key := strings.ReplaceAll(name, " ", "-")
	if _, known := b.defs[key]; !known {
		b.defs[key] = nil // so that a definition may contain itself
		b.defs[key] = make()
	}
	return object{"$ref": "#/$defs/" + key}
}

// step is any of the verbs. Some keywords are also fields of other verbs, so
// more than one may fit.
func (b builder) step() object {
	var verbs []object
	for _, v := range v1.Verbs() {
		verb := v
		verbs = append(verbs, b.define("step "+v.Keyword, func() object { return b.verb(verb) }))
	}
	return object{"anyOf": verbs}
}

func (b builder) verb(v v1.Verb) object {
	out := b.mapping(part{fields: fieldsOf(v)})
	out["description"] = both(v.Doc)
	return out
}

// fieldsOf are all fields of a step: the keyword itself, what every step may
// have, and its own. Only a commit must have an id.
func fieldsOf(v v1.Verb) []v1.Field {
	out := []v1.Field{{Key: v.Keyword, Form: v.Form, Required: true, Doc: v.Doc}}
	for _, f := range v1.Common() {
		f.Required = f.Key == "id" && v.Keyword == "commit"
		out = append(out, f)
	}
	return append(out, v.Fields...)
}
