// SPDX-License-Identifier: EUPL-1.2

package yaml

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	goyaml "github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// The limits of a file. Beyond them it is refused before it is parsed.
const (
	MaxBytes = 5 << 20
	MaxDepth = 50
)

// Read parses one file, noting everything that is wrong in report. It gives
// nil where nothing can be used; a leading byte order mark is skipped.
func Read(report *source.Report, name string, data []byte) *Node {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !readable(report, name, data) {
		return nil
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	report.Add(source.NewFile(name, text))
	r := &reader{report: report, name: name, comments: map[int]int{}}
	tokens, ok := r.scan(text)
	if !ok {
		return nil
	}
	file, err := parser.Parse(tokens, parser.ParseComments, parser.AllowDuplicateMapKey())
	if err != nil {
		r.syntax(err)
		return nil
	}
	return r.document(file)
}

func readable(report *source.Report, name string, data []byte) bool {
	at := source.Place{File: name}
	switch {
	case len(data) > MaxBytes:
		report.Errorf(at, speech.Say("the file has %d bytes, at most %d are read", "die Datei hat %d Bytes, höchstens %d werden gelesen", len(data), MaxBytes), speech.Text{})
	case bytes.ContainsRune(data, 0):
		report.Errorf(at, speech.Say("this is no text file", "das ist keine Textdatei"), speech.Say("save it as UTF-8 text", "speichern Sie sie als Text in UTF-8"))
	case !utf8.Valid(data):
		at.Line, at.Column = invalidUTF8(data)
		report.Errorf(at, speech.Say("the file is not written in UTF-8", "die Datei ist nicht in UTF-8 geschrieben"), speech.Say("save it as UTF-8", "speichern Sie sie als UTF-8"))
	default:
		return true
	}
	return false
}

func invalidUTF8(data []byte) (line, column int) {
	line, column = 1, 1
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			break
		}
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
		data = data[n:]
	}
	return line, column
}

type reader struct {
	report   *source.Report
	name     string
	comments map[int]int // line → column of a comment
}

func (r *reader) place(t *token.Token) source.Place {
	if t == nil || t.Position == nil {
		return source.Place{File: r.name, Line: 1, Column: 1}
	}
	return source.Place{File: r.name, Line: t.Position.Line, Column: max(t.Position.Column, 1)}
}

// scan splits the text into tokens, and refuses what must not occur anywhere
// before the recursive parser sees it.
func (r *reader) scan(text string) (token.Tokens, bool) {
	tokens := lexer.Tokenize(text)
	if at, deep := tooDeep(text, tokens); deep {
		at.File = r.name
		r.report.Errorf(at, speech.Say("more than %d levels of nesting", "mehr als %d Ebenen verschachtelt", MaxDepth), speech.Text{})
		return nil, false
	}
	ok := true
	for _, t := range tokens {
		switch t.Type {
		case token.CommentType:
			r.comments[t.Position.Line] = t.Position.Column
		case token.InvalidType:
			ok = false
			r.report.Errorf(r.place(t), speech.Say("this is not YAML: %s", "das ist kein YAML: %s", t.Error), speech.Text{})
		case token.AnchorType, token.AliasType, token.TagType, token.MergeKeyType, token.DirectiveType:
			ok = false
			r.forbidden(t)
		}
	}
	return tokens, ok
}

func (r *reader) forbidden(t *token.Token) {
	words := map[token.Type]speech.Text{
		token.AnchorType:    {EN: "an anchor (&)", DE: "ein Anker (&)"},
		token.AliasType:     {EN: "an alias (*)", DE: "ein Verweis (*)"},
		token.TagType:       {EN: "a tag (!)", DE: "eine Typangabe (!)"},
		token.MergeKeyType:  {EN: "a merge key (<<)", DE: "ein Mischschlüssel (<<)"},
		token.DirectiveType: {EN: "a directive (%)", DE: "eine Direktive (%)"},
	}
	r.report.Errorf(r.place(t), speech.Say("%s is not allowed here", "%s ist hier nicht erlaubt", words[t.Type]),
		speech.Say("if it is meant as text, put it in quotes", "wenn es als Text gemeint ist, setzen Sie es in Anführungszeichen"))
}

func (r *reader) syntax(err error) {
	at, message := source.Place{File: r.name, Line: 1, Column: 1}, err.Error()
	if se, ok := errors.AsType[*goyaml.SyntaxError](err); ok {
		at, message = r.place(se.Token), se.Message
	}
	r.report.Errorf(at, speech.Say("this is not YAML: %s", "das ist kein YAML: %s", message),
		speech.Say("check the indentation; a text with “: ”, # or a leading special sign needs quotes",
			"prüfen Sie die Einrückung; ein Text mit „: “, # oder einem Sonderzeichen am Anfang braucht Anführungszeichen"))
}

func (r *reader) document(file *ast.File) *Node {
	var bodies []ast.Node
	for _, doc := range file.Docs {
		if doc.Body != nil && doc.Body.Type() != ast.CommentType {
			bodies = append(bodies, doc.Body)
		}
	}
	switch {
	case len(bodies) == 0:
		r.report.Errorf(source.Place{File: r.name, Line: 1, Column: 1}, speech.Say("the file is empty", "die Datei ist leer"), speech.Text{})
		return nil
	case len(bodies) > 1 || len(file.Docs) > 1:
		r.report.Errorf(r.place(bodies[len(bodies)-1].GetToken()), speech.Say("a second document (---) is not allowed", "ein zweites Dokument (---) ist nicht erlaubt"), speech.Text{})
		return nil
	}
	return r.node(bodies[0], false)
}
