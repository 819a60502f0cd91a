// SPDX-License-Identifier: EUPL-1.2

package sentences_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/rules"
	rulesformat "github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/sentences"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

var update = flag.Bool("update", false, "write the golden files anew")

const example = "../examples/namensaenderung"

func load(dir string) (*check.Checked, error) {
	var report source.Report
	s, err := format.Folder(&report, os.DirFS(dir), dir)
	if err != nil {
		return nil, err
	}
	if s != nil {
		if c := check.Scenario(&report, s); c != nil {
			c.Scenario.Hash = "0123456789abcdef" // the examples change more often than their words
			return c, nil
		}
	}
	return nil, report.Sorted()[0]
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := "testdata/" + name
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, _ := os.ReadFile(file)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s: golden (-) and now (+) differ:\n%s", file, diff)
	}
}

func langs() []speech.Lang { return []speech.Lang{speech.German, speech.English} }

func TestScenario(t *testing.T) {
	t.Parallel()
	for name, dir := range map[string]string{"namensaenderung": example, "alles": "testdata/alles"} {
		c, err := load(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range langs() {
			golden(t, fmt.Sprintf("%s.%s.txt", name, lang), sentences.Text(sentences.Scenario(c, lang)))
		}
	}
}

func TestHTML(t *testing.T) {
	t.Parallel()
	c, err := load(example)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range langs() {
		var b bytes.Buffer
		if err := sentences.HTML(sentences.Scenario(c, lang), &b, os.DirFS(example)); err != nil {
			t.Fatal(err)
		}
		golden(t, fmt.Sprintf("namensaenderung.%s.html", lang), b.String())
	}
}

func TestPictures(t *testing.T) {
	t.Parallel()
	d := sentences.Document{Lang: speech.German, Title: "A <b>", Steps: []sentences.Sentence{
		{Number: "1", Text: "Klicke.", Element: "suche/Laden", Picture: "pictures/laden.png"},
		{Number: "2", Text: "Klicke.", Element: "suche/Ende", Picture: "../../etc/passwd"},
	}}
	var b bytes.Buffer
	pictures := fstest.MapFS{"pictures/laden.png": {Data: []byte("\x89PNG\r\n\x1a\n")}}
	if err := sentences.HTML(d, &b, pictures); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(b.Bytes(), []byte(`src="data:image/png;base64,iVBORw0KGgo=" alt="Bild von suche/Laden"`)) {
		t.Error("the picture is not in the page")
	}
	if bytes.Count(b.Bytes(), []byte("<img")) != 1 || bytes.Contains(b.Bytes(), []byte("<b>")) {
		t.Error("a picture outside the folder, or markup out of a title")
	}
}

func rulebook(file string) (*rules.Rulebook, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var report source.Report
	if r := rules.Compile(rulesformat.Read(&report, file, data), &report); r != nil {
		return r, nil
	}
	return nil, report.Sorted()[0]
}

func TestRulebook(t *testing.T) {
	t.Parallel()
	r, err := rulebook("../../rules/testdata/hundesteuer.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range langs() {
		golden(t, fmt.Sprintf("hundesteuer.%s.txt", lang), sentences.Text(sentences.Rulebooks("", []*rules.Rulebook{r}, lang)))
	}
}

func ExampleScenario() {
	c, err := load(example)
	if err != nil {
		fmt.Println(err)
		return
	}
	d := sentences.Scenario(c, speech.German)
	fmt.Println(d.Steps[0].Number, d.Steps[0].Text)
	fmt.Println(d.Steps[1].Number, d.Steps[1].Text)
	// Output:
	// 1 Entscheide nach dem Regelwerk „Namensänderung: betroffene Fachverfahren“; die Entscheidung heißt „betroffen“.
	// 2 Wenn Melderegister betroffen:
}
