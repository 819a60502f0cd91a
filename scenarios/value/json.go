// SPDX-License-Identifier: EUPL-1.2

package value

import (
	"bytes"
	"encoding/json"
	"fmt"

	"golang.org/x/text/unicode/norm"
)

// MarshalJSON writes the value for machines: numbers and booleans as JSON has
// them, amounts and days as text in ISO notation, missing as null.
func (v Value) MarshalJSON() ([]byte, error) {
	switch v.kind {
	case Missing:
		return []byte("null"), nil
	case Integer, Decimal:
		return []byte(v.number.Text('f')), nil
	case Boolean:
		return json.Marshal(v.yes)
	case List:
		if len(v.items) == 0 {
			return []byte("[]"), nil // a list, and not missing
		}
		return json.Marshal(v.items)
	case Record:
		return json.Marshal(v.fields)
	}
	return json.Marshal(v.String())
}

// FromJSON reads a JSON value as a value of type t; numbers keep every digit.
func FromJSON(t Type, raw json.RawMessage) (Value, error) {
	raw = bytes.TrimSpace(raw)
	switch {
	case len(raw) == 0 || string(raw) == "null":
		return Value{}, nil
	case raw[0] == '[':
		return listFromJSON(t, raw)
	case raw[0] == '{':
		return recordFromJSON(t, raw)
	case raw[0] == '"':
		var s string
		if err := json.Unmarshal(raw, &s); err != nil {
			return Value{}, fmt.Errorf("reading a JSON text: %w", err)
		}
		if t.Kind == Text {
			s = norm.NFC.String(s)
		}
		return Parse(t, s)
	}
	return ParseISO(t, string(raw))
}

func listFromJSON(t Type, raw []byte) (Value, error) {
	if t.Kind != List {
		return Value{}, problem("a list stands where a %s is expected", "eine Liste steht, wo %s erwartet wird", t.Kind.Label())
	}
	var parts []json.RawMessage
	if err := json.Unmarshal(raw, &parts); err != nil {
		return Value{}, fmt.Errorf("reading a JSON list: %w", err)
	}
	of := Of(Text)
	if t.Of != nil {
		of = *t.Of
	}
	items := make([]Value, len(parts))
	for i, p := range parts {
		item, err := FromJSON(of, p)
		if err != nil {
			return Value{}, err
		}
		items[i] = item
	}
	return NewList(items...), nil
}

func recordFromJSON(t Type, raw []byte) (Value, error) {
	if t.Kind != Record {
		return Value{}, problem("a record stands where a %s is expected", "ein Datensatz steht, wo %s erwartet wird", t.Kind.Label())
	}
	var parts map[string]json.RawMessage
	if err := json.Unmarshal(raw, &parts); err != nil {
		return Value{}, fmt.Errorf("reading a JSON record: %w", err)
	}
	fields := make(map[string]Value, len(parts))
	for name, p := range parts {
		of, known := t.Fields[name]
		if !known {
			return Value{}, problem("unknown field %q", "unbekanntes Feld „%s“", name)
		}
		field, err := FromJSON(of, p)
		if err != nil {
			return Value{}, err
		}
		fields[name] = field
	}
	return NewRecord(fields), nil
}

// ObjectFromJSON reads one JSON object, and nothing behind it, as its members.
// A name that stands twice is refused: nobody can tell which value is meant.
func ObjectFromJSON(data []byte) (map[string]json.RawMessage, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, problem("this is no JSON object", "das ist kein JSON-Objekt")
	}
	out := map[string]json.RawMessage{}
	for d.More() {
		name, _ := d.Token()
		var member json.RawMessage
		if err := d.Decode(&member); err != nil {
			return nil, problem("this is no JSON: %v", "das ist kein JSON: %v", err)
		}
		key, _ := name.(string)
		if _, twice := out[key]; twice {
			return nil, problem("%q stands there twice", "„%s“ steht dort zweimal", key)
		}
		out[key] = member
	}
	if _, err := d.Token(); err != nil || d.More() {
		return nil, problem("the JSON object does not end, or something follows it", "das JSON-Objekt endet nicht, oder es folgt etwas")
	}
	return out, nil
}

// recordsFromJSON reads a list of records that stands in a text, such as the
// cell of a table.
func recordsFromJSON(t Type, s string) (Value, error) {
	if !json.Valid([]byte(s)) {
		return Value{}, problem("this is no list in JSON", "das ist keine Liste in JSON")
	}
	return FromJSON(t, json.RawMessage(s))
}
