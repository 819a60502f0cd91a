// SPDX-License-Identifier: EUPL-1.2

package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/scenarios/format/schema"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var update = flag.Bool("update", false, "write the committed files anew")

const (
	docs    = "../../../docs/"
	samples = "../../examples/"
)

func TestCommittedFilesAreFresh(t *testing.T) {
	t.Parallel()
	for name, text := range map[string][]byte{
		"schema/scenario.json": schema.Scenario(), "schema/elements.json": schema.Elements(),
		"schema/environment.json": schema.Environment(), "schema/case.json": schema.TestCase(),
		"scenario-reference.md": schema.Reference(),
	} {
		if *update {
			if err := os.WriteFile(docs+name, text, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(docs + name)
		if err != nil || !bytes.Equal(want, text) {
			t.Errorf("docs/%s is stale: run go test ./scenarios/format/schema -update\n%s", name, cmp.Diff(string(want), string(text)))
		}
	}
}

// compiled is a schema as an editor uses it.
func compiled(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// plain is a file as JSON: every scalar is text.
func plain(n *yaml.Node) any {
	switch n.Kind {
	case yaml.Mapping:
		out := map[string]any{}
		for _, e := range n.Entries {
			out[e.Key] = plain(e.Value)
		}
		return out
	case yaml.Sequence:
		out := make([]any, len(n.Items))
		for i, item := range n.Items {
			out[i] = plain(item)
		}
		return out
	}
	return n.Text
}

func read(t *testing.T, name string, data []byte) any {
	t.Helper()
	var report source.Report
	n := yaml.Read(&report, name, data)
	for _, d := range report.Sorted() {
		t.Fatal(d)
	}
	return plain(n)
}

func TestExamplesFitTheirSchemas(t *testing.T) {
	t.Parallel()
	for pattern, text := range map[string][]byte{
		"*/scenario.yaml": schema.Scenario(), "*/elements/*.yaml": schema.Elements(),
		"environments/*.yaml": schema.Environment(), "*/cases/*.yaml": schema.TestCase(),
	} {
		s := compiled(t, text)
		files, err := filepath.Glob(samples + pattern)
		if err != nil || len(files) == 0 && pattern != "*/cases/*.yaml" {
			t.Fatal("no examples", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(read(t, file, data)); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}

func TestWhatDoesNotFit(t *testing.T) {
	t.Parallel()
	s := compiled(t, schema.Scenario())
	for _, text := range []string{
		"heinzel: 2\ntitle: x\nsteps: []",
		"heinzel: 1\ntitle: x",
		"heinzel: 1\ntitle: x\nstep: []\nsteps: []",
		"heinzel: 1\ntitle: x\nsteps:\n  - {klick: a/b}",
		"heinzel: 1\ntitle: x\nsteps:\n  - {click: a}",
		"heinzel: 1\ntitle: x\nsteps:\n  - {click: a/b, into: c}",
		"heinzel: 1\ntitle: x\nsteps:\n  - {commit: a/b, verify: person}",
		"heinzel: 1\ntitle: x\ninputs: {a: {type: float}}\nsteps: []",
		"heinzel: 1\ntitle: x\nretention: {personal: 3 months}\nsteps: []",
	} {
		if s.Validate(read(t, "x.yaml", []byte(text))) == nil {
			t.Errorf("accepted:\n%s", text)
		}
	}
}

// An editor reads 1 as a number and yes, under YAML 1.1, as a truth.
func TestEditorsWithTypesOfTheirOwn(t *testing.T) {
	t.Parallel()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(`{"heinzel": 1, "title": "x", "inputs": {"plz": {"type": "text", "required": true}},
		"steps": [{"in": "a", "do": [{"fill": "b/c", "with": 1067}, {"request": "GET /", "expect": {"status": 200}}]}]}`)))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled(t, schema.Scenario()).Validate(doc); err != nil {
		t.Error(err)
	}
}

func TestSchemasAreJSON(t *testing.T) {
	t.Parallel()
	for _, text := range [][]byte{schema.Scenario(), schema.Elements(), schema.Environment(), schema.TestCase()} {
		if !json.Valid(text) {
			t.Error("not JSON")
		}
	}
}
