// SPDX-License-Identifier: EUPL-1.2

package exchange_test

import (
	"encoding/xml"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/exchange"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// The test cases of the DMN TCK, as far as our tests need them.
type (
	tckCases struct {
		Cases []tckCase `xml:"testCase"`
	}
	tckCase struct {
		ID      string      `xml:"id,attr"`
		Inputs  []tckInput  `xml:"inputNode"`
		Results []tckResult `xml:"resultNode"`
	}
	tckInput struct {
		Name string `xml:"name,attr"`
		tckValue
	}
	tckResult struct {
		Name     string   `xml:"name,attr"`
		Expected tckValue `xml:"expected"`
	}
	tckValue struct {
		Value *tckText   `xml:"value"`
		Parts []tckInput `xml:"component"`
		List  *struct {
			Items []tckValue `xml:"item"`
		} `xml:"list"`
	}
	tckText struct {
		Nil  string `xml:"nil,attr"`
		Text string `xml:",chardata"`
	}
)

// into spreads what is given over names and paths of names.
func (v tckValue) into(given map[string]string, name string) {
	for _, part := range v.Parts {
		part.into(given, name+"."+part.Name)
	}
	if v.Value != nil && v.Value.Nil != "true" {
		given[name] = strings.TrimSpace(v.Value.Text)
	}
}

// shape is a value as text, whatever its kind.
func (v tckValue) shape() string {
	switch {
	case v.List != nil:
		var items []string
		for _, item := range v.List.Items {
			items = append(items, item.shape())
		}
		return "[" + strings.Join(items, ", ") + "]"
	case len(v.Parts) > 0:
		parts := map[string]string{}
		for _, p := range v.Parts {
			parts[p.Name] = p.shape()
		}
		return record(parts)
	case v.Value == nil || v.Value.Nil == "true":
		return "null"
	}
	return strings.TrimSpace(v.Value.Text)
}

func record(parts map[string]string) string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		out = append(out, name+": "+parts[name])
	}
	return "{" + strings.Join(out, ", ") + "}"
}

// Every test case of the models at hand is decided as it should be, from the
// rulebooks as they are written to disk.
func TestModelsOfTheTCK(t *testing.T) {
	t.Parallel()
	folders, _ := filepath.Glob("testdata/dmn/[0-9]*")
	if len(folders) < 10 {
		t.Fatal("models:", folders)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			t.Parallel()
			m, books := imported(t, filepath.Join(folder, filepath.Base(folder)+".dmn"))
			for _, c := range tckCasesOf(t, folder) {
				c.play(t, m, books)
			}
		})
	}
}

func tckCasesOf(t *testing.T, folder string) []tckCase {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, filepath.Base(folder)+"-test-01.xml"))
	if err != nil {
		t.Fatal(err)
	}
	var out tckCases
	if err := xml.Unmarshal(data, &out); err != nil || len(out.Cases) == 0 {
		t.Fatal("test cases:", err)
	}
	return out.Cases
}

func (c tckCase) play(t *testing.T, m *exchange.Model, books map[string]*rules.Rulebook) {
	t.Helper()
	given := map[string]string{}
	for _, in := range c.Inputs {
		in.into(given, in.Name)
	}
	for _, want := range c.Results {
		for _, file := range m.Order {
			if b := m.Books[file]; b.KnownAs == want.Name {
				if got := outcome(t, books[file], given); !sameShape(got, want.Expected.shape()) {
					t.Errorf("case %s: %s is %s, want %s", c.ID, want.Name, got, want.Expected.shape())
				}
			}
		}
	}
}

// imported reads a model, writes its rulebooks, and compiles what was written.
func imported(t testing.TB, file string) (*exchange.Model, map[string]*rules.Rulebook) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var report source.Report
	m := exchange.ReadDMN(&report, filepath.Base(file), data)
	return m, written(t, m, &report)
}

func written(t testing.TB, m *exchange.Model, report *source.Report) map[string]*rules.Rulebook {
	t.Helper()
	if report.Failed() {
		t.Fatal(complaints(report))
	}
	before, books := rules.CompileAll(m.Books, report), map[string]*book.Book{}
	for _, name := range m.Order {
		books[name] = format.Read(report, name+".yaml", format.Write(m.Books[name]))
	}
	after := rules.CompileAll(books, report)
	if before == nil || after == nil {
		t.Fatal(complaints(report))
	}
	for name := range before {
		if before[name].Hash() != after[name].Hash() {
			t.Errorf("what is written means something else:\n%s", format.Write(m.Books[name]))
		}
	}
	return after
}

func complaints(report *source.Report) string {
	var lines []string
	for _, d := range report.Sorted() {
		lines = append(lines, d.Render(speech.English))
	}
	return strings.Join(lines, "\n")
}

// outcome decides with facts by the names of the model, and gives the outputs
// as one value.
func outcome(t testing.TB, r *rules.Rulebook, given map[string]string) string {
	t.Helper()
	facts := map[string]value.Value{}
	for _, f := range r.Inputs() {
		name := f.KnownAs
		if name == "" {
			name = f.Name
		}
		if text, ok := given[name]; ok {
			v, err := value.ParseISO(f.Type, text)
			if err != nil {
				t.Fatal(name, err)
			}
			facts[f.Name] = v
		}
	}
	d, err := r.Decide(facts)
	if err != nil {
		return "error: " + err.Error()
	}
	return view(r, d)
}

// view is the outputs by the model's names, as the command line shows them.
func view(r *rules.Rulebook, d rules.Decision) string {
	outputs := r.Known(d)
	if r.Book().KnownAs != "" {
		return shape(outputs[r.Book().KnownAs])
	}
	return shape(value.NewRecord(outputs))
}

// shape is a value as text, whatever its kind.
func shape(v value.Value) string {
	switch {
	case v.IsMissing():
		return "null"
	case v.Kind() == value.Boolean && v.Yes():
		return "true"
	case v.Kind() == value.Boolean:
		return "false"
	case v.Kind() == value.List:
		var items []string
		for _, item := range v.Items() {
			items = append(items, shape(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case v.Kind() == value.Record:
		parts := map[string]string{}
		for _, name := range v.FieldNames() {
			parts[name] = shape(v.Field(name))
		}
		return record(parts)
	}
	return v.String()
}

func sameShape(a, b string) bool {
	x, errX := value.ParseISO(value.Of(value.Decimal), a)
	y, errY := value.ParseISO(value.Of(value.Decimal), b)
	return a == b || errX == nil && errY == nil && value.Equal(x, y)
}
