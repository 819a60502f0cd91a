// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// The limits of one model.
const (
	MaxBytes = 10 << 20
	maxDepth = 60
	maxParts = 500_000
)

// element is a part of an XML document with its place.
type element struct {
	space, name string
	attrs       map[string]string
	kids        []*element
	text        string
	at, textAt  source.Place
}

// readXML reads a document without ever expanding entities; nil where it is
// none.
func readXML(report *source.Report, name string, data []byte) *element {
	report.Add(source.NewFile(name, string(data)))
	if len(data) > MaxBytes {
		report.Errorf(source.Place{File: name}, speech.Say("the file has %d bytes, at most %d are read", "die Datei hat %d Bytes, höchstens %d werden gelesen", len(data), MaxBytes), speech.Text{})
		return nil
	}
	r := &xmlReader{name: name, d: xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))}
	if err := r.read(); err != nil || r.root == nil {
		report.Errorf(r.place(), speech.Say("this is no XML document: %s", "das ist kein XML-Dokument: %s", xmlProblem(err)), speech.Text{})
		return nil
	}
	return r.root
}

func xmlProblem(err error) string {
	if s, ok := errors.AsType[*xml.SyntaxError](err); ok {
		return s.Msg
	}
	if err == nil {
		return "EOF"
	}
	return err.Error()
}

type xmlReader struct {
	name  string
	d     *xml.Decoder
	root  *element
	open  []*element
	parts int
}

func (r *xmlReader) place() source.Place {
	line, column := r.d.InputPos()
	return source.Place{File: r.name, Line: line, Column: column}
}

func (r *xmlReader) read() error {
	for {
		at := r.place()
		token, err := r.d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := r.token(token, at); err != nil {
			return err
		}
	}
}

func (r *xmlReader) token(token xml.Token, at source.Place) error {
	switch t := token.(type) {
	case xml.StartElement:
		return r.begin(t, at)
	case xml.EndElement:
		r.open = r.open[:len(r.open)-1]
	case xml.CharData:
		if n := len(r.open); n > 0 {
			r.open[n-1].add(string(t), at)
		}
	}
	return nil
}

func (r *xmlReader) begin(t xml.StartElement, at source.Place) error {
	if r.parts++; r.parts > maxParts || len(r.open) >= maxDepth {
		return errors.New("too large or too deep")
	}
	e := &element{space: t.Name.Space, name: t.Name.Local, at: at, attrs: map[string]string{}}
	for _, a := range t.Attr {
		if a.Name.Space == "" {
			e.attrs[a.Name.Local] = a.Value
		}
	}
	if n := len(r.open); n > 0 {
		r.open[n-1].kids = append(r.open[n-1].kids, e)
	} else {
		r.root = e
	}
	r.open = append(r.open, e)
	return nil
}

// add appends text; its place is that of the first letter that is no blank.
func (e *element) add(text string, at source.Place) {
	if e.text == "" {
		for len(text) > 0 && strings.ContainsAny(text[:1], " \t\r\n") {
			if at.Column++; text[0] == '\n' {
				at.Line, at.Column = at.Line+1, 1
			}
			text = text[1:]
		}
		e.textAt = at
	}
	e.text += text
}

// get is the first child of a name, or nil.
func (e *element) get(name string) *element {
	if e == nil {
		return nil
	}
	for _, k := range e.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

func (e *element) all(name string) []*element {
	if e == nil {
		return nil
	}
	var out []*element
	for _, k := range e.kids {
		if k.name == name {
			out = append(out, k)
		}
	}
	return out
}

// textOf is the text of the child "text", where DMN keeps expressions.
func (e *element) textOf() (string, source.Place) {
	t := e.get("text")
	if t == nil {
		if e == nil {
			return "", source.Place{}
		}
		return "", e.at
	}
	return strings.TrimSpace(t.text), t.textAt
}
