// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// auditor does what the guide "Regeln prüfen in 15 Minuten" says, block by
// block: commands with what they must say, changes to a copy, files.
type auditor struct {
	t *testing.T
}

func TestGuideForAuditors(t *testing.T) {
	guide, err := os.ReadFile("../../docs/regeln-pruefen.md")
	if err != nil {
		t.Fatal(err)
	}
	example, err := os.ReadFile("../../rules/examples/hundesteuer/hundesteuer.yaml")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	t.Setenv("LANG", "de_DE.UTF-8")
	a := auditor{t}
	a.write("hundesteuer.yaml", string(example))
	blocks := regexp.MustCompile("(?s)```(console|diff|jsonl)\n(.*?)\n(.*?)```").FindAllStringSubmatch(string(guide), -1)
	if len(blocks) < 10 {
		t.Fatalf("the guide has %d blocks", len(blocks))
	}
	for _, b := range blocks {
		switch kind, first, rest := b[1], b[2], b[3]; kind {
		case "console":
			a.follow(strings.TrimPrefix(first, "$ heinzel "), rest)
		case "diff":
			a.change(first, rest)
		default:
			a.write(first, rest)
		}
	}
}

func (a auditor) write(file, text string) {
	a.t.Helper()
	if err := os.WriteFile(filepath.Base(file), []byte(text), 0o600); err != nil {
		a.t.Fatal(err)
	}
}

// change copies "a → b" with lines exchanged.
func (a auditor) change(files, lines string) {
	a.t.Helper()
	from, to, _ := strings.Cut(files, " → ")
	data, err := os.ReadFile(from)
	if err != nil {
		a.t.Fatal(err)
	}
	text, old := string(data), ""
	for line := range strings.Lines(lines) {
		if rest, ok := strings.CutPrefix(line, "-"); ok {
			old = rest
			continue
		}
		if strings.Count(text, old) != 1 {
			a.t.Fatalf("the line stands %d times in %s: %s", strings.Count(text, old), from, old)
		}
		text = strings.Replace(text, old, strings.TrimPrefix(line, "+"), 1)
	}
	a.write(to, text)
}

// follow gives a command and looks for the lines of the guide in what is said,
// in their order.
func (a auditor) follow(command, want string) {
	a.t.Helper()
	var out, errs bytes.Buffer
	Main(strings.Fields(command), strings.NewReader(""), &out, &errs)
	said := out.String()
	for line := range strings.Lines(want) {
		_, after, found := strings.Cut(said, strings.TrimSpace(line))
		if !found {
			a.t.Errorf("heinzel %s does not say (or not here)\n%s\nbut\n%s%s", command, line, out.String(), errs.String())
			return
		}
		said = after
	}
}
