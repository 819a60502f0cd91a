// SPDX-License-Identifier: EUPL-1.2

package run

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Files are the folders that files are uploaded from: what a scenario names
// itself lies with the scenario, what a case names lies beside the cases.
// Nothing outside of them is ever opened, not through a link either.
type Files struct {
	Scenario, Cases string
	// Imaginary is set where no file is opened: names lead nowhere.
	Imaginary bool
}

// upload finds the files of a step.
func (w *work) upload(s *scenarios.Step, a *scenarios.Upload) (act.Action, error) {
	action, err := w.onScreen(act.Upload, s, a.Target)
	if err != nil {
		return action, err
	}
	names, err := w.entries(a.With)
	if err != nil {
		return action, err
	}
	dir, kind := w.crew.Files.Scenario, fault.Usage
	if a.With.IsExpr {
		dir, kind = w.crew.Files.Cases, fault.Business
	}
	for _, name := range names {
		file, err := w.crew.Files.below(dir, name)
		if err != nil {
			return action, noFile(kind, name, err)
		}
		action.Files = append(action.Files, file)
	}
	return action, nil
}

// errOutside is the error of a name that leads out of its folder.
var errOutside = errors.New("not below the folder")

// below gives the path of a regular file below dir.
func (f Files) below(dir, name string) (string, error) {
	if f.Imaginary && scenarios.IsFileName(name) {
		return name, nil
	}
	if dir == "" || !scenarios.IsFileName(name) {
		return "", errOutside
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", err
	}
	defer root.Close()
	info, err := root.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		err = fs.ErrInvalid
	}
	if err != nil {
		return "", err
	}
	return filepath.Abs(filepath.Join(dir, filepath.FromSlash(name)))
}

func noFile(kind fault.Kind, name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fault.New(kind, "run.upload", speech.Say("there is no file %q to upload", "es gibt keine Datei „%s“ zum Hochladen", name)).Guard()
	}
	return fault.New(kind, "run.upload", speech.Say("%q is no file below the folder that files are uploaded from", "„%s“ ist keine Datei unterhalb des Ordners, aus dem hochgeladen wird", name)).Guard().
		WithHint(speech.Say("files of a scenario lie in its folder, files of a case beside the cases", "Dateien eines Ablaufs liegen in seinem Ordner, Dateien eines Vorgangs neben den Vorgängen"))
}

// fileRecord is what is sealed about a kept file.
type fileRecord struct {
	Name   string `json:"name"`
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"`
}

// keepFile seals what was downloaded or printed, and puts its name into a
// variable. The journal shows a commitment alone: not even the hash of a file
// stands there in clear, since anybody could try letters that they know on it.
func (w *work) keepFile(s *scenarios.Step, into string, effect act.Effect) error {
	sum := sha256.Sum256(effect.File)
	record, err := json.Marshal(fileRecord{Name: effect.Value, Size: len(effect.File), SHA256: hex.EncodeToString(sum[:])})
	if err != nil {
		return err
	}
	about := w.about(s, effect)
	if about[journal.AboutFile], err = w.log.Keep(effect.File); err != nil {
		return err
	}
	name := value.NewText(effect.Value)
	w.vars[into] = name
	return w.note(journal.Event{Kind: journal.File, Step: w.key(s), ID: s.ID, About: about, Sealed: record, Values: map[string]value.Value{into: name}})
}
