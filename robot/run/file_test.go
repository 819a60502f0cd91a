// SPDX-License-Identifier: EUPL-1.2

package run_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/robot/run"
)

func TestADownloadIsSealedForItsCase(t *testing.T) {
	inTime(t, inAmt+`
      - {download: maske/Anderes, into: bescheid}
      - {fill: maske/Name, with: =bescheid}
`, func(t *testing.T, s *stage) {
		s.want(s.perform(t.Context()), run.Done, 0)
		if s.amt.typed != "bescheid.pdf" {
			t.Errorf("the variable holds %q", s.amt.typed)
		}
		commitment := s.kept()
		if data, err := journal.ReadFile(s.folder, 1, commitment, s.keys); err != nil || string(data) != "%PDF-1.4" {
			t.Errorf("it is opened as %q: %v", data, err)
		}
		closed, _ := s.folder.Read(proof.CaseFile(1, commitment))
		log, _ := s.folder.Read(proof.CaseLog(1))
		if strings.Contains(string(closed), "PDF") || strings.Contains(string(log), "bescheid.pdf") {
			t.Error("the file or its name lies in clear")
		}
		s.verifies("")
		s.changed(commitment, closed)
	})
}

// kept is the commitment of the file that the case keeps.
func (s *stage) kept() string {
	events, err := journal.Show(s.folder, 1, s.keys)
	if err != nil {
		s.t.Fatal(err)
	}
	i := slices.IndexFunc(events, func(e journal.Event) bool { return e.Kind == journal.File })
	if i < 0 {
		s.t.Fatal("no file is kept")
	}
	return events[i].About[journal.AboutFile]
}

func (s *stage) verifies(kind fault.Kind) {
	s.t.Helper()
	if _, err := journal.Verify(s.folder, journal.VerifyOptions{Keys: s.keys}); fault.KindOf(err) != kind {
		s.t.Errorf("verified as %q: %v", fault.KindOf(err), err)
	}
}

// changed holds that a file that was changed, and one whose key was erased, is
// noticed and not opened.
func (s *stage) changed(commitment string, closed []byte) {
	s.t.Helper()
	other := slices.Clone(closed)
	other[len(other)-1] ^= 1
	_ = s.folder.Put(proof.CaseFile(1, commitment), other)
	s.verifies(fault.Evidence)
	_ = s.folder.Remove(proof.CaseFile(1, commitment))
	s.verifies(fault.Evidence)
	_ = s.folder.Remove(proof.CaseKey(1))
	s.verifies("")
	if _, err := journal.ReadFile(s.folder, 1, commitment, s.keys); fault.KindOf(err) != fault.Evidence {
		s.t.Errorf("without a key: %v", err)
	}
}

func TestFilesComeFromTheirFolderAlone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name string) string {
		path := filepath.Join(dir, filepath.FromSlash(name))
		_ = os.MkdirAll(filepath.Dir(path), 0o700)
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	form, paper, letter := write("scenario/formular.pdf"), write("cases/anlagen/antrag.pdf"), write("cases/Neu")
	write("geheim.pdf")
	if err := os.Symlink("../geheim.pdf", filepath.Join(dir, "cases", "link.pdf")); err != nil {
		t.Skip("no links here")
	}
	for name, p := range map[string]struct {
		with    string
		given   []string
		outcome journal.Outcome
	}{
		"of the scenario":      {"formular.pdf", []string{form}, run.Done},
		"of the case":          {`'="anlagen/" + "antrag.pdf"'`, []string{paper}, run.Done},
		"named by the case":    {"=neu", []string{letter}, run.Done},
		"a list":               {`'=["anlagen/antrag.pdf", "Neu"]'`, []string{paper, letter}, run.Done},
		"not of the scenario":  {"antrag.pdf", nil, run.Technical},
		"missing":              {`'="anlagen/" + neu'`, nil, run.Business},
		"outside":              {`'="../" + "geheim.pdf"'`, nil, run.Business},
		"outside by a link":    {`'="link" + ".pdf"'`, nil, run.Business},
		"absolute":             {`'="/etc/" + "hosts"'`, nil, run.Business},
		"a folder and no file": {`'="anlagen" + ""'`, nil, run.Business},
	} {
		t.Run(name, func(t *testing.T) {
			s := play(t, inAmt+"\n      - {upload: maske/Anderes, with: "+p.with+"}\n")
			s.crew.Files = run.Files{Scenario: filepath.Join(dir, "scenario"), Cases: filepath.Join(dir, "cases")}
			r := s.perform(t.Context())
			s.want(r, p.outcome, 0)
			if !slices.Equal(s.amt.given, p.given) {
				t.Errorf("given %q", s.amt.given)
			}
			if r.Err != nil && strings.Contains(fault.Public(r.Err, "en"), ".pdf") {
				t.Errorf("the fault names the file: %s", fault.Public(r.Err, "en"))
			}
		})
	}
}
