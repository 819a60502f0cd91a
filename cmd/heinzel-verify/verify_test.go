// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// A terminal would obey the first letter of the citizen's name.
const citizen = "\x1bJansen-Probe"

// exported performs an order of two cases and takes the first one out.
func exported(t *testing.T) (proof.Export, *journal.Keys, disk.Folder) {
	t.Helper()
	keys, err := journal.NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	folder := disk.At(filepath.Join(t.TempDir(), "order"))
	j, err := journal.Create(folder, journal.Order{ID: "20261123-probe", Cases: 2, StartedBy: "clerk", Scenario: journal.Item{Name: "Namensänderung", Hash: "5e1f"}}, keys, time.Now)
	must(t, err)
	picture := []byte("\x89PNG grey")
	sum := sha256.Sum256(picture)
	hash := hex.EncodeToString(sum[:])
	for n := 1; n <= 2; n++ {
		c, err := j.Begin(n, "33.1-2026/1", map[string]value.Value{"nachname": value.NewText(citizen)})
		must(t, err)
		must(t, c.Note(journal.Event{Kind: journal.Picture, About: map[string]string{"hash": hash}}))
		must(t, c.Intend(journal.Event{Kind: journal.Intent, Step: "4", ID: "speichern"}))
		must(t, c.End(journal.Done, speech.Text{}))
	}
	must(t, j.Close())
	e, err := proof.ExportCase(folder.Read, 1)
	must(t, err)
	e.Pictures = []proof.Picture{{Hash: hash, Data: picture}}
	e.Opened, err = journal.Openings(folder, 1, keys)
	must(t, err)
	return e, keys, folder
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func encoded(t *testing.T, e proof.Export) []byte {
	t.Helper()
	data, err := e.Encode()
	must(t, err)
	return data
}

// said runs the command over a file.
func said(t *testing.T, data []byte, args ...string) (code int, text string) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "export.json")
	must(t, os.WriteFile(name, data, 0o600))
	var out bytes.Buffer
	code = run(append(args, name), &out, &out)
	return code, out.String()
}

func TestStatement(t *testing.T) {
	t.Parallel()
	e, keys, folder := exported(t)
	for lang, want := range map[string]string{"de": "vollständig und unverändert", "en": "whole and unchanged"} {
		code, text := said(t, encoded(t, e), "--key", keys.Public(), "--lang", lang)
		for _, word := range []string{want, "20261123-probe", "Namensänderung", "nachname=·Jansen-Probe", "speichern"} {
			if code != whole || !strings.Contains(text, word) {
				t.Errorf("%s: exit %d, and %q is missing:\n%s", lang, code, word, text)
			}
		}
	}
	checkpoint, err := folder.Read(proof.CheckpointFile)
	must(t, err)
	kept := filepath.Join(t.TempDir(), "kept")
	must(t, os.WriteFile(kept, checkpoint, 0o600))
	if code, text := said(t, encoded(t, e), "--key", keys.Public(), "--checkpoint", kept); code != whole {
		t.Errorf("under its own checkpoint: %d %s", code, text)
	}
	pasted := strings.ReplaceAll(strings.TrimSpace(string(checkpoint)), "\n", "\r\n")
	must(t, os.WriteFile(kept, []byte(pasted), 0o600))
	if code, text := said(t, encoded(t, e), "--key", keys.Public(), "--checkpoint", kept); code != whole {
		t.Errorf("under its own checkpoint, as an editor saved it: %d %s", code, text)
	}
	if code, _ := said(t, encoded(t, e), "--key", keys.Public(), "--checkpoint", kept+".away"); code != wrongUse {
		t.Errorf("a file that is not there says nothing about the export: %d", code)
	}
	_, _, other := exported(t)
	checkpoint, err = other.Read(proof.CheckpointFile)
	must(t, err)
	must(t, os.WriteFile(kept, checkpoint, 0o600))
	if code, _ := said(t, encoded(t, e), "--key", keys.Public(), "--checkpoint", kept); code != refuted {
		t.Errorf("under another checkpoint: %d", code)
	}
}

// TestForgeries are what somebody would try who wants to be believed.
func TestForgeries(t *testing.T) {
	t.Parallel()
	e, keys, _ := exported(t)
	_, foreign, _ := exported(t)
	forge := map[string]func(*proof.Export){
		"another value":        func(e *proof.Export) { e.Opened[0].Content = []byte(`{"kind":"text","text":"Meier"}`) },
		"another picture":      func(e *proof.Export) { e.Pictures[0].Data = []byte("\x89PNG white") },
		"a picture from afar":  func(e *proof.Export) { e.Pictures[0].Hash = strings.Repeat("00", 32) },
		"a line less":          func(e *proof.Export) { e.Log = e.Log[:strings.LastIndex(strings.TrimSpace(e.Log), "\n")+1] },
		"a line more":          func(e *proof.Export) { e.Log += "{}\n" },
		"half a line more":     func(e *proof.Export) { e.Log += "{" },
		"another outcome":      func(e *proof.Export) { e.Log = strings.Replace(e.Log, `"done"`, `"halted"`, 1) },
		"another case":         func(e *proof.Export) { e.Number = 2 },
		"another scenario":     func(e *proof.Export) { e.Order.Text = strings.Replace(e.Order.Text, "5e1f", "5e1e", 1) },
		"a seal out of itself": func(e *proof.Export) { e.Seal = e.Order },
	}
	for what, change := range forge {
		forged, err := proof.ParseExport(encoded(t, e)) // a copy of all of it
		must(t, err)
		change(&forged)
		if code, text := said(t, encoded(t, forged), "--key", keys.Public()); code != refuted {
			t.Errorf("%s: exit %d\n%s", what, code, text)
		}
	}
	if code, _ := said(t, encoded(t, e), "--key", foreign.Public()); code != refuted {
		t.Errorf("another robot's key: exit %d", code)
	}
	for _, args := range [][]string{{}, {"--key", "nonsense"}} {
		if code, _ := said(t, encoded(t, e), args...); code != wrongUse {
			t.Errorf("%q: exit %d", args, code)
		}
	}
}

// TestNeedsLittle holds that the verifier stays small enough to be read.
func TestNeedsLittle(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", ".").Output()
	must(t, err)
	for _, path := range strings.Fields(string(out)) {
		if !strings.HasPrefix(path, "golang.org/x/mod/") && path != "github.com/heinzel-rpa/heinzel/robot/journal/proof" && path != "github.com/heinzel-rpa/heinzel/cmd/heinzel-verify" {
			t.Errorf("it needs %s", path)
		}
	}
}

// TestShown: what was sealed is told in the reader's words, whatever its form.
func TestShown(t *testing.T) {
	t.Parallel()
	for sealed, want := range map[string]string{
		`{"kind":"text","text":"Jansen"}`: "Jansen",
		`{"kind":""}`:                     "–",
		`{"kind":"record","fields":{"b":{"kind":"boolean","text":"yes"},"a":{"kind":"list","items":[{"kind":"integer","text":"7"}]}}}`: "{a: {7}; b: yes}",
		`{"en":"halted","de":"angehalten"}`:                                                                  "angehalten",
		`{"cause":{"en":"out of order","de":"gestört"},"hint":{"en":"","de":""}}`:                            "gestört",
		`{"fired":[{"rule":"ersthund","basis":"§ 3"},{"rule":"rest"}],"facts":[{"name":"hunde","value":2}]}`: "ersthund (§ 3); rest; hunde=2",
		`33.1-2026/1`: "33.1-2026/1",
		`{"new":1}`:   `{"new":1}`,
	} {
		if got := (call{lang: "de_DE"}).shown([]byte(sealed)); got != want {
			t.Errorf("%s: %q, want %q", sealed, got, want)
		}
	}
}
