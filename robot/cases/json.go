// SPDX-License-Identifier: EUPL-1.2

package cases

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// readJSON reads a list of flat objects, or one object: the form of --case.
func readJSON(path string, data []byte, inputs []scenarios.Input) ([]Case, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return nil, wrong(path, speech.Say("the file is not written in UTF-8", "die Datei ist nicht in UTF-8 geschrieben"), speech.Text{})
	}
	r := &objects{path: path, data: data, inputs: inputs, dec: json.NewDecoder(bytes.NewReader(data))}
	r.dec.UseNumber()
	if err := r.document(); err != nil {
		return nil, err
	}
	if _, err := r.dec.Token(); !errors.Is(err, io.EOF) {
		return nil, r.wrong(speech.Say("more text follows after the cases", "hinter den Vorgängen folgt weiterer Text"))
	}
	return r.table.cases, named(path, 1, r.names, inputs)
}

// objects reads token by token, so that everything has its place.
type objects struct {
	path   string
	data   []byte
	dec    *json.Decoder
	inputs []scenarios.Input
	names  []string // every name that occurs, in the order of its first place
	table  table
}

func (r *objects) document() error {
	switch token, err := r.dec.Token(); {
	case err != nil:
		return r.broken(err)
	case token == json.Delim('{'):
		return r.object()
	case token != json.Delim('['):
		return r.wrong(speech.Say("a list of cases [{…}] or one case {…} is expected", "erwartet wird eine Liste von Vorgängen [{…}] oder ein Vorgang {…}"))
	}
	for r.dec.More() {
		token, err := r.dec.Token()
		if err != nil {
			return r.broken(err)
		}
		if token != json.Delim('{') {
			return r.wrong(speech.Say("each case is an object {…}", "jeder Vorgang ist ein Objekt {…}"))
		}
		if err := r.object(); err != nil {
			return err
		}
	}
	if _, err := r.dec.Token(); err != nil {
		return r.broken(err)
	}
	return nil
}

// object reads one case up to its closing brace.
func (r *objects) object() error {
	line, _ := lineOf(r.data, int(r.dec.InputOffset())-1)
	seen, values := map[string]bool{}, map[string]string{}
	for r.dec.More() {
		token, err := r.dec.Token()
		if err != nil {
			return r.broken(err)
		}
		name := heading(token.(string)) // a key is always a text
		if seen[name] {
			return r.wrong(speech.Say("%q stands in one case twice", "„%s“ steht in einem Vorgang zweimal", name))
		}
		seen[name] = true
		text, err := r.value(name)
		if err != nil {
			return err
		}
		if text != "" {
			values[name] = text
		}
		r.note(name)
	}
	if _, err := r.dec.Token(); err != nil {
		return r.broken(err)
	}
	return r.add(line, values)
}

func (r *objects) add(line int, values map[string]string) error {
	if len(r.table.cases) == MaxCases {
		return wrong(r.path, speech.Say("the file holds more than %d cases", "die Datei enthält mehr als %d Vorgänge", MaxCases), smaller())
	}
	r.table.cases = append(r.table.cases, Case{Number: len(r.table.cases) + 1, Line: line, Values: values})
	return nil
}

// value is a scalar as text; numbers keep their digits.
func (r *objects) value(name string) (string, error) {
	token, err := r.dec.Token()
	if err != nil {
		return "", r.broken(err)
	}
	switch v := token.(type) {
	case string:
		return v, nil
	case bool:
		return yesNo(v), nil
	case json.Number:
		return number(v.String(), kindOf(name, r.inputs)), nil
	case nil:
		return "", nil
	}
	return "", r.wrong(speech.Say("%q holds a list or an object; a case is flat", "„%s“ enthält eine Liste oder ein Objekt; ein Vorgang ist flach", name))
}

func (r *objects) note(name string) {
	for _, n := range r.names {
		if n == name {
			return
		}
	}
	r.names = append(r.names, name)
}

func (r *objects) wrong(cause speech.Text) error {
	line, column := lineOf(r.data, int(r.dec.InputOffset())-1)
	return wrongAt(r.path, line, column, cause, speech.Say(`for example: [{"name": "Müller", "born": "1985-03-14"}]`, `zum Beispiel: [{"nachname": "Müller", "geburtsdatum": "1985-03-14"}]`))
}

func (r *objects) broken(err error) error {
	at := int(r.dec.InputOffset())
	if s, ok := errors.AsType[*json.SyntaxError](err); ok {
		at = int(s.Offset) - 1
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		at, err = len(r.data), io.ErrUnexpectedEOF
	}
	f := fault.Wrap(fault.Usage, "cases.read", speech.Say("this is not JSON", "das ist kein JSON"), err)
	f.At.File = r.path
	f.At.Line, f.At.Column = lineOf(r.data, max(at, 0))
	return f
}
