// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// maxDepth bounds the nesting of a file.
const maxDepth = 40

// node is a piece of JSON with its place.
type node struct {
	at      source.Place
	text    string // of a scalar; numbers as they are written
	isText  bool
	members map[string]*node
	items   []*node
}

// get is a member of an object, or nil.
func (n *node) get(key string) *node {
	if n == nil {
		return nil
	}
	return n.members[key]
}

// say is the text of a member; what is no text has none.
func (n *node) say(key string) string {
	if m := n.get(key); m != nil && m.isText {
		return m.text
	}
	return ""
}

// parse reads JSON with places, bounded in size and depth. Its lines are not
// quoted in diagnostics: they hold what people typed, passwords among it.
func parse(report *source.Report, name string, data []byte) *node {
	at := source.Place{File: name}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > MaxBytes:
		report.Errorf(at, speech.Say("the file has %d bytes, at most %d are read", "die Datei hat %d Bytes, höchstens %d werden gelesen", len(data), MaxBytes), speech.Text{})
		return nil
	case !utf8.Valid(data):
		report.Errorf(at, speech.Say("the file is not written in UTF-8", "die Datei ist nicht in UTF-8 geschrieben"), speech.Text{})
		return nil
	}
	p := &parser{name: name, data: data, decoder: json.NewDecoder(bytes.NewReader(data))}
	p.decoder.UseNumber()
	p.findLines()
	n, err := p.value(0)
	if err == nil {
		if _, more := p.decoder.Token(); more != io.EOF {
			err = errMore
		}
	}
	if err != nil {
		report.Errorf(p.place(p.decoder.InputOffset()), speech.Say("this is not JSON: %s", "das ist kein JSON: %s", err), speech.Text{})
		return nil
	}
	return n
}

type jsonError string

func (e jsonError) Error() string { return string(e) }

const (
	errMore = jsonError("there is more behind its end")
	errDeep = jsonError("it is nested too deep")
)

type parser struct {
	name    string
	data    []byte
	decoder *json.Decoder
	lines   []int64 // where each line begins
	counted int64   // how far letters were counted, and the column there
	column  int
}

func (p *parser) findLines() {
	p.lines = []int64{0}
	for i, b := range p.data {
		if b == '\n' {
			p.lines = append(p.lines, int64(i)+1)
		}
	}
}

// place counts on from the last one on the same line: recordings may stand on
// one long line.
func (p *parser) place(offset int64) source.Place {
	line := sort.Search(len(p.lines), func(i int) bool { return p.lines[i] > offset })
	if begin := p.lines[line-1]; p.counted < begin || p.counted > offset || p.column == 0 {
		p.counted, p.column = begin, 1
	}
	p.column += utf8.RuneCount(p.data[p.counted:offset])
	p.counted = offset
	return source.Place{File: p.name, Line: line, Column: p.column}
}

// next is where the next token begins.
func (p *parser) next() source.Place {
	offset := p.decoder.InputOffset()
	for offset < int64(len(p.data)) && strings.IndexByte(" \t\r\n,:", p.data[offset]) >= 0 {
		offset++
	}
	return p.place(offset)
}

func (p *parser) value(depth int) (*node, error) {
	n := &node{at: p.next()}
	t, err := p.decoder.Token()
	switch t := t.(type) {
	case json.Delim:
		if depth == maxDepth {
			return nil, errDeep
		}
		return n, p.fill(n, t, depth+1)
	case string:
		n.text, n.isText = t, true
	case json.Number:
		n.text = t.String()
	case bool:
		n.text = map[bool]string{true: "true", false: "false"}[t]
	}
	return n, err
}

// fill reads what stands inside of brackets.
func (p *parser) fill(n *node, open json.Delim, depth int) error {
	if open == '{' {
		n.members = map[string]*node{}
	}
	for p.decoder.More() {
		key := ""
		if open == '{' {
			t, err := p.decoder.Token()
			if err != nil {
				return err
			}
			key, _ = t.(string)
		}
		v, err := p.value(depth)
		if err != nil {
			return err
		}
		if open == '{' {
			n.members[key] = v
		} else {
			n.items = append(n.items, v)
		}
	}
	_, err := p.decoder.Token()
	return err
}

// texts are the texts of a list.
func (n *node) texts() (out []string) {
	if n == nil {
		return nil
	}
	for _, item := range n.items {
		if item.isText {
			out = append(out, item.text)
		}
	}
	return slices.Clip(out)
}
