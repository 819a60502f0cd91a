// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// most bounds a file of facts.
const mostFacts = 16 << 20

// factsOf reads the facts of one case for the rulebooks of a shelf: a JSON
// object in a file (- is standard input), and name=value from the command line.
func (a *app) factsOf(s *shelf, file string, set []string) (map[string]value.Value, error) {
	raw := map[string]json.RawMessage{}
	if file != "" {
		data, err := a.readFacts(file)
		if err != nil {
			return nil, err
		}
		if raw, err = value.ObjectFromJSON(data); err != nil {
			return nil, fault.New(fault.Usage, "facts", speech.Say("%s holds no facts: %s", "%s enthält keine Sachverhalte: %s", filepath.ToSlash(file), said(err))).
				WithHint(speech.Say(`write {"name": value, …}`, `schreiben Sie {"Name": Wert, …}`))
		}
	}
	known := s.inputs()
	out := map[string]value.Value{}
	if err := s.facts(raw, "", known, out); err != nil {
		return nil, err
	}
	for _, pair := range set {
		name, text, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, fault.New(fault.Usage, "facts", speech.Say("%q is no name=value", "„%s“ ist kein Name=Wert", pair))
		}
		f, isKnown := known[name]
		if !isKnown {
			return nil, s.unknown(name, known)
		}
		v, err := value.Parse(f.Type, text)
		if err != nil {
			return nil, wrongFact(f, err)
		}
		out[f.Name] = v
	}
	return out, nil
}

func (a *app) readFacts(file string) ([]byte, error) {
	if file == "-" {
		return io.ReadAll(io.LimitReader(a.in, mostFacts))
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, missing(file, err)
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, mostFacts))
}

// facts reads an object by the types of what is known; an object inside is
// read by the dotted names of its fields.
func (s *shelf) facts(raw map[string]json.RawMessage, before string, known map[string]book.Fact, out map[string]value.Value) error {
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		full := before + name
		f, isKnown := known[full]
		var inner map[string]json.RawMessage
		switch {
		case isKnown:
			v, err := value.FromJSON(f.Type, raw[name])
			if err != nil {
				return wrongFact(f, err)
			}
			out[f.Name] = v
		case json.Unmarshal(raw[name], &inner) == nil && inner != nil:
			if err := s.facts(inner, full+".", known, out); err != nil {
				return err
			}
		default:
			return s.unknown(full, known)
		}
	}
	return nil
}

func (s *shelf) unknown(name string, known map[string]book.Fact) error {
	if by := s.derives(name); by != "" {
		return fault.New(fault.Usage, "facts", speech.Say("%s is decided by the rulebook %s", "%s wird vom Regelwerk %s entschieden", name, by)).
			WithHint(speech.Say("leave it out, or decide by the one rulebook that asks for it", "lassen Sie es weg, oder entscheiden Sie mit dem einen Regelwerk, das danach fragt"))
	}
	return fault.New(fault.Usage, "facts", speech.Say("no rulebook here has a fact %q", "kein Regelwerk hier kennt den Sachverhalt „%s“", name)).
		WithHint(source.DidYouMean(name, slices.Sorted(maps.Keys(known))))
}

func wrongFact(f book.Fact, err error) error {
	return fault.New(fault.Business, "facts", speech.Say("the fact %s: %s", "der Sachverhalt %s: %s", f.Name, said(err)))
}

// said is an error in both languages, where it has them.
func said(err error) speech.Text {
	if p, ok := errors.AsType[*value.Problem](err); ok {
		return p.Text
	}
	return speech.Same(err.Error())
}
