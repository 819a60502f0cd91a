// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"bytes"
	"encoding/json"
	"slices"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// The parts of a JSON Decision Model of GoRules that are taken over.
type (
	jdmGraph struct {
		Nodes []jdmNode `json:"nodes"`
		Edges []jdmEdge `json:"edges"`
	}
	jdmNode struct {
		ID      string          `json:"id"`
		Name    string          `json:"name"`
		Type    string          `json:"type"`
		Content json.RawMessage `json:"content"`
	}
	jdmEdge struct {
		From string `json:"sourceId"`
		To   string `json:"targetId"`
	}
	jdmTable struct {
		HitPolicy   string           `json:"hitPolicy"`
		Inputs      []jdmColumn      `json:"inputs"`
		Outputs     []jdmColumn      `json:"outputs"`
		Rules       []map[string]any `json:"rules"`
		PassThrough bool             `json:"passThrough"`
		InputField  *string          `json:"inputField"`
		OutputPath  *string          `json:"outputPath"`
		Mode        string           `json:"executionMode"`
	}
	jdmColumn struct {
		ID      string `json:"id"`
		Name    string `json:"name"`
		Field   string `json:"field"`
		Default string `json:"defaultValue"`
	}
)

// ReadJDM reads the decision tables of a GoRules model. Their columns have no
// declared types: those of the values below them count.
func ReadJDM(report *source.Report, name string, data []byte) *Model {
	report.Add(source.NewFile(name, string(data)))
	r := &jdm{report: report, data: data, at: source.Place{File: name}, names: newNames(), tables: map[string]*jdmReader{}}
	if len(data) > MaxBytes {
		report.Errorf(r.at, speech.Say("the file has %d bytes, at most %d are read", "die Datei hat %d Bytes, höchstens %d werden gelesen", len(data), MaxBytes), speech.Text{})
		return nil
	}
	var g jdmGraph
	if err := json.Unmarshal(data, &g); err != nil || len(g.Nodes) == 0 {
		report.Errorf(r.at, speech.Say("this is no model of GoRules", "das ist kein Modell von GoRules"), speech.Text{})
		return nil
	}
	return r.read(g)
}

// jdm is a model that is being read.
type jdm struct {
	report *source.Report
	data   []byte
	at     source.Place // the file
	names  *names
	graph  jdmGraph
	tables map[string]*jdmReader // by the ids of their nodes
}

func (r *jdm) read(g jdmGraph) *Model {
	r.graph = g
	m := &Model{Books: map[string]*book.Book{}}
	for _, n := range g.Nodes {
		switch n.Type {
		case "inputNode", "outputNode":
		case "decisionTableNode":
			r.table(m, n)
		default:
			refuse(r.report, r.place(n.ID), n.Type, n.Name)
		}
	}
	if len(m.Order) == 0 {
		r.report.Errorf(r.at, speech.Say("the model holds no decision", "das Modell enthält keine Entscheidung"), speech.Text{})
	}
	for _, n := range g.Nodes {
		if t := r.tables[n.ID]; t != nil {
			t.facts()
		}
	}
	return m
}

// place is where an id stands first: of a node, a column or a rule. Without
// one it is the file.
func (r *jdm) place(id string) source.Place {
	quoted, err := json.Marshal(id)
	at := bytes.Index(r.data, quoted)
	if err != nil || id == "" || at < 0 {
		return r.at
	}
	before := r.data[:at]
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	return source.Place{File: r.at.File, Line: 1 + bytes.Count(before, []byte("\n")), Column: 1 + utf8.RuneCount(line)}
}

func (r *jdm) table(m *Model, n jdmNode) {
	t := &jdmReader{jdm: r, node: n, file: r.names.fresh(n.Name)}
	if err := json.Unmarshal(n.Content, &t.content); err != nil {
		t.refuse("decisionTableNode", speech.Say("the content of %q cannot be read", "der Inhalt von „%s“ ist nicht lesbar", n.Name))
		return
	}
	t.settings()
	t.read()
	r.tables[n.ID] = t
	m.add(t.file, t.book)
}

// before are the tables whose results reach a table directly.
func (r *jdm) before(id string) (tables []*jdmReader, input bool) {
	for _, e := range r.graph.Edges {
		if e.To != id {
			continue
		}
		if t := r.tables[e.From]; t != nil {
			tables = append(tables, t)
		}
		input = input || slices.ContainsFunc(r.graph.Nodes, func(n jdmNode) bool { return n.ID == e.From && n.Type == "inputNode" })
	}
	return tables, input || len(r.graph.Edges) == 0
}
