// SPDX-License-Identifier: EUPL-1.2

package yaml_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Each pitfall of YAML has a file; its golden twin holds what Read makes of
// it: the tree, then the diagnostics.
func TestPitfalls(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(files) < 20 {
		t.Fatalf("expected the pitfalls in testdata, found %d (%v)", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, strings.TrimSuffix(file, ".yaml")+".golden", describe(filepath.Base(file), data))
		})
	}
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("golden (-) and now (+) differ:\n%s", diff)
	}
}

func describe(name string, data []byte) string {
	var report source.Report
	var b strings.Builder
	if n := yaml.Read(&report, name, data); n != nil {
		dump(&b, n, "")
	}
	for _, d := range report.Sorted() {
		fmt.Fprintf(&b, "! %s\n", d.Render(speech.English))
	}
	return b.String()
}

func dump(b *strings.Builder, n *yaml.Node, indent string) {
	marks := ""
	if n.InFlow {
		marks += " in flow"
	}
	if n.Commented {
		marks += " commented"
	}
	switch n.Kind {
	case yaml.Scalar:
		style := []string{"plain", "quoted", "block", "absent"}[n.Style]
		fmt.Fprintf(b, "%s%d:%d %s %q%s\n", indent, n.At.Line, n.At.Column, style, n.Text, marks)
	case yaml.Mapping:
		fmt.Fprintf(b, "%s%d:%d mapping%s\n", indent, n.At.Line, n.At.Column, marks)
		for _, e := range n.Entries {
			fmt.Fprintf(b, "%s  %d:%d %q:\n", indent, e.KeyAt.Line, e.KeyAt.Column, e.Key)
			dump(b, e.Value, indent+"    ")
		}
	case yaml.Sequence:
		fmt.Fprintf(b, "%s%d:%d sequence%s\n", indent, n.At.Line, n.At.Column, marks)
		for _, item := range n.Items {
			dump(b, item, indent+"  ")
		}
	}
}

func TestLimits(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{
		"too large":      "a: " + strings.Repeat("x", yaml.MaxBytes),
		"deep brackets":  strings.Repeat("[", 200_000),
		"deep braces":    strings.Repeat("{a: ", 60) + strings.Repeat("}", 60),
		"deep sequences": strings.Repeat("- ", 60) + "x",
		"deep mappings":  deepMapping(60),
		"binary":         "a: \x00",
		"latin1":         "a: M\xfcller",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var report source.Report
			if n := yaml.Read(&report, "f.yaml", []byte(data)); n != nil || !report.Failed() {
				t.Errorf("read %v, diagnostics %v; want a refusal", n, report.Sorted())
			}
		})
	}
}

func deepMapping(levels int) string {
	var b strings.Builder
	for i := range levels {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// Whatever a text holds, what Quote writes is read back letter by letter, in
// a block and in a flow.
func FuzzQuote(f *testing.F) {
	for _, s := range []string{"", " ", "Null", "ja", "01067", "=a", "a: b", "a # b", "- x", "O’Neill", "\"", "\\", "a\nb", "Đặng", "---", "\t", "~", "%a", "\u0085", "\u2028", "\ufeff", "§ 6 Abs. 1", "1.5", "[1 .. 5)", strings.Repeat("[", 60)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		if strings.ContainsAny(text, "\x00") {
			return
		}
		for _, doc := range []string{"key: " + yaml.Quote(text) + "\n", "{key: " + yaml.Quote(text) + "}\n", "key:\n  - " + yaml.Quote(text) + "\n"} {
			var report source.Report
			n := yaml.Read(&report, "f.yaml", []byte(doc))
			if n == nil || report.Failed() {
				t.Fatalf("%q: %v", doc, report.Sorted())
			}
			got := n.Get("key")
			if got.Kind == yaml.Sequence {
				got = got.Items[0]
			}
			if got.Text != text {
				t.Fatalf("%q was read back as %q", doc, got.Text)
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("a: {b: =c} # d\n- x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var report source.Report
		if n := yaml.Read(&report, "f.yaml", data); n == nil && !report.Failed() {
			t.Errorf("nothing was read and nothing was said about %q", data)
		}
	})
}
