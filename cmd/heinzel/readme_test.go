// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
)

// reader is somebody who does what the README says.
type reader struct {
	t      *testing.T
	readme string
	dir    string
}

// TestReadme writes the files of the README's first scenario and follows its
// commands, in a town on free ports.
func TestReadme(t *testing.T) {
	dir := t.TempDir()
	town, err := practice.Start(t.Context(), practice.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer town.Close()
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	r := reader{t, string(data), dir}
	t.Setenv("HEINZEL_HOME", filepath.Join(dir, "home"))
	r.write("http://127.0.0.1:8802", town.BibliothekURL())
	t.Chdir(dir)
	for _, run := range []struct{ command, want string }{
		{"heinzel check leser", "nothing is wrong"},
		{"heinzel show leser", "Leser umbenennen"},
		{"echo uebung-kleinsiedel-nicht-geheim | heinzel secret set bibliothek.zugang", ""},
		{"heinzel run leser --set ausweis=B-10023 --set nachname=Weber", "done"},
		{"heinzel run leser --set ausweis=B-10023 --set nachname=Weber", "unchanged"},
	} {
		r.follow(run.command, run.want)
	}
	entries, err := ledger.Read(town.BibliothekLedger())
	if err != nil || len(entries) != 1 {
		t.Errorf("the library saved %d times: %v", len(entries), err)
	}
}

// write makes the files that the README shows.
func (r reader) write(from, to string) {
	r.t.Helper()
	blocks := regexp.MustCompile("(?s)```yaml file=(\\S+)\n(.*?)```").FindAllStringSubmatch(r.readme, -1)
	if len(blocks) != 2 {
		r.t.Fatalf("the README shows %d files", len(blocks))
	}
	for _, b := range blocks {
		path := filepath.Join(r.dir, b[1])
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			r.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.ReplaceAll(b[2], from, to)), 0o600); err != nil {
			r.t.Fatal(err)
		}
	}
}

// follow gives a command that the README prints and looks for words in what
// is said.
func (r reader) follow(command, want string) {
	r.t.Helper()
	if !strings.Contains(r.readme, "\n    "+command+"\n") {
		r.t.Errorf("the README does not say %q", command)
	}
	input, line, piped := strings.Cut(command, " | ")
	if !piped {
		input, line = "", command
	}
	var out, errOut bytes.Buffer
	args := append(strings.Fields(line)[1:], "--lang", "en")
	if code := Main(args, strings.NewReader(strings.TrimPrefix(input, "echo ")), &out, &errOut); code != 0 {
		r.t.Errorf("%s: exit code %d\n%s%s", command, code, &out, &errOut)
	}
	if !strings.Contains(out.String(), want) {
		r.t.Errorf("%s says\n%s", command, &out)
	}
}
