// SPDX-License-Identifier: EUPL-1.2

package schema

import (
	"slices"
	"strings"
	"testing"

	v1 "github.com/heinzel-rpa/heinzel/scenarios/format/v1"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// said reads a file and gives its diagnostics.
func said(text string, decode func(*source.Report, *yaml.Node)) []source.Diagnostic {
	var report source.Report
	if n := yaml.Read(&report, "x.yaml", []byte(text)); n != nil {
		decode(&report, n)
	}
	return report.Sorted()
}

// The reader names the fields it knows when it meets one it does not know.
func TestFieldsAreThoseOfTheReader(t *testing.T) {
	t.Parallel()
	scenario := func(r *source.Report, n *yaml.Node) { v1.Scenario(r, n) }
	elements := func(r *source.Report, n *yaml.Node) { v1.Elements(r, n) }
	environment := func(r *source.Report, n *yaml.Node) { v1.Environment(r, n) }
	testCase := func(r *source.Report, n *yaml.Node) { v1.TestCase(r, n) }
	for _, c := range []struct {
		part         part
		head, before string
		decode       func(*source.Report, *yaml.Node)
	}{
		{scenarioFile(), "heinzel: 1\n", "", scenario},
		{inputPart(), "heinzel: 1\n", "inputs: {a: ", scenario},
		{retentionPart(), "heinzel: 1\n", "retention: ", scenario},
		{systemPart(), "heinzel: 1\n", "systems: {a: ", scenario},
		{typePart(), "heinzel: 1\n", "inputs: {a: {of: ", scenario},
		{conditionPart(), "heinzel: 1\n", "systems: {a: {signed out: ", scenario},
		{elementsFile(), "", "", elements},
		{screenPart(), "", "screens: {a: ", elements},
		{elementPart(), "", "screens: {a: {elements: {b: ", elements},
		{candidatePart(), "", "screens: {a: {elements: {b: {found by: [", elements},
		{framePart(), "", "screens: {a: {frame: [", elements},
		{fingerprintPart(), "", "screens: {a: {elements: {b: {fingerprint: ", elements},
		{environmentFile(), "environment: 1\n", "", environment},
		{placePart(), "environment: 1\n", "systems: {a: ", environment},
		{limitsPart(), "environment: 1\nsystems: {}\n", "limits: ", environment},
		{caseFile(), "", "", testCase},
		{expectPart(), "", "expect: ", testCase},
	} {
		text := c.head + c.before + "{xyzxyzxyzxyz: 1}" + closing(c.before)
		if c.before == "" {
			text = c.head + "xyzxyzxyzxyz: 1"
		}
		want := "known here: " + strings.Join(keys(c.part), ", ")
		list := said(text, c.decode)
		if !slices.ContainsFunc(list, func(d source.Diagnostic) bool { return sorted(d.Hint.In(speech.English)) == sorted(want) }) {
			t.Errorf("%s: no diagnostic of the reader says %q\n%v", c.part.name, want, list)
		}
	}
}

func keys(p part) []string {
	var out []string
	for _, f := range p.fields {
		out = append(out, f.Key)
	}
	return out
}

func sorted(hint string) string {
	words := strings.Split(strings.TrimPrefix(hint, "known here: "), ", ")
	slices.Sort(words)
	return strings.Join(words, ", ")
}

func closing(before string) string {
	var b strings.Builder
	for i := len(before) - 1; i >= 0; i-- {
		switch before[i] {
		case '{':
			b.WriteByte('}')
		case '[':
			b.WriteByte(']')
		}
	}
	return b.String()
}

func TestEveryVerbHasAnExampleThatCanBeRead(t *testing.T) {
	t.Parallel()
	for _, v := range v1.Verbs() {
		line := examples()[v.Keyword]
		if line == "" {
			t.Errorf("no example for %q", v.Keyword)
		}
		for _, d := range said("heinzel: 1\ntitle: x\nsteps:\n  - "+line+"\n", func(r *source.Report, n *yaml.Node) { v1.Scenario(r, n) }) {
			t.Error(d)
		}
	}
	if len(examples()) != len(v1.Verbs()) {
		t.Error("an example of a verb that does not exist")
	}
}

func TestTheReferenceNamesEveryField(t *testing.T) {
	t.Parallel()
	text := string(Reference())
	for _, v := range v1.Verbs() {
		for _, f := range v.Fields {
			if !strings.Contains(text, "| `"+f.Key+"` |") {
				t.Errorf("%s: %s is missing", v.Keyword, f.Key)
			}
		}
	}
}
