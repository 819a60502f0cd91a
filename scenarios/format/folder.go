// SPDX-License-Identifier: EUPL-1.2

// Package format reads the folders that people write: a scenario with its
// elements, rulebooks and test cases, and the environments beside it. The
// format's own version decides which wire form is used; there is one.
package format

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	v1 "github.com/heinzel-rpa/heinzel/scenarios/format/v1"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// ScenarioFile is the one file that a scenario folder must hold.
const ScenarioFile = "scenario.yaml"

// Folder reads the scenario in the root of fsys; shown is how its path is
// written in diagnostics. It gives nil where scenario.yaml cannot be used. An
// error is one of the disk; what is wrong in the files is in report.
func Folder(report *source.Report, fsys fs.FS, shown string) (*scenarios.Scenario, error) {
	f := folder{report: report, fsys: fsys, shown: shown}
	n, err := f.read(ScenarioFile)
	if err != nil {
		return nil, noScenario(shown, err)
	}
	if n == nil {
		return nil, nil
	}
	s := v1.Scenario(report, n)
	if s == nil {
		return nil, nil
	}
	if err := f.fill(s); err != nil {
		return nil, err
	}
	return s, nil
}

func noScenario(shown string, err error) error {
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return fault.New(fault.Usage, "format.Folder", speech.Say("%s holds no scenario", "%s enthält keinen Ablauf", shown)).
		WithHint(speech.Say("a scenario is a folder with a file %s", "ein Ablauf ist ein Ordner mit einer Datei %s", ScenarioFile))
}

// TestCases reads the examples beside a scenario, in the order of their names.
func TestCases(report *source.Report, fsys fs.FS, shown string) ([]scenarios.TestCase, error) {
	f := folder{report: report, fsys: fsys, shown: shown}
	var out []scenarios.TestCase
	err := f.each("cases", func(name string, n *yaml.Node) {
		if c := v1.TestCase(report, n); c != nil {
			out = append(out, *c)
		}
	})
	return out, err
}

// Environment reads one environment file.
func Environment(report *source.Report, fsys fs.FS, file, shown string) (*scenarios.Environment, error) {
	f := folder{report: report, fsys: fsys, shown: path.Dir(shown)}
	n, err := f.read(file)
	if err != nil {
		return nil, fmt.Errorf("reading the environment: %w", err)
	}
	if n == nil {
		return nil, nil
	}
	env := v1.Environment(report, n)
	if env != nil {
		data, _ := fs.ReadFile(fsys, file)
		data = append(data, f.certificates(env, path.Dir(file))...)
		sum := sha256.Sum256(data)
		env.Name, env.Hash = strings.TrimSuffix(path.Base(file), ".yaml"), hex.EncodeToString(sum[:])
	}
	return env, nil
}

// certificates reads the files that an environment names, and gives their
// hashes: who is trusted is part of what an environment is.
func (f folder) certificates(env *scenarios.Environment, dir string) (hashes []byte) {
	for i := range env.Systems {
		for _, file := range env.Systems[i].Access.Files() {
			content, err := fs.ReadFile(f.fsys, path.Join(dir, file.Name))
			if err != nil {
				f.report.Errorf(file.At, speech.Say("the file %q cannot be read", "die Datei „%s“ ist nicht lesbar", file.Name),
					speech.Say("put it beside the environment file", "legen Sie sie neben die Umgebungsdatei"))
				continue
			}
			file.Content = content
			sum := sha256.Sum256(content)
			hashes = append(hashes, sum[:]...)
		}
	}
	return hashes
}

type folder struct {
	report *source.Report
	fsys   fs.FS
	shown  string
}

func (f folder) fill(s *scenarios.Scenario) error {
	s.Elements = map[string]*scenarios.Elements{}
	err := f.each("elements", func(_ string, n *yaml.Node) {
		if e := v1.Elements(f.report, n); e != nil {
			s.Elements[e.System] = e
		}
	})
	if err != nil {
		return err
	}
	if s.Rulebooks, err = f.rulebooks(); err != nil {
		return err
	}
	s.Hash, err = hash(f.fsys)
	return err
}

// read parses one file of the folder, bounded in size.
func (f folder) read(name string) (*yaml.Node, error) {
	if info, err := fs.Stat(f.fsys, name); err == nil && info.Size() > yaml.MaxBytes+3 {
		f.report.Errorf(source.Place{File: f.show(name)}, speech.Say("the file is larger than %d MB", "die Datei ist größer als %d MB", yaml.MaxBytes>>20), speech.Text{})
		return nil, nil
	}
	data, err := fs.ReadFile(f.fsys, name)
	if err != nil {
		return nil, err
	}
	return yaml.Read(f.report, f.show(name), data), nil
}

func (f folder) show(name string) string { return path.Join(f.shown, name) }

// each reads the YAML files of a subfolder; a missing subfolder is empty.
func (f folder) each(dir string, visit func(name string, n *yaml.Node)) error {
	entries, err := fs.ReadDir(f.fsys, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		if e.IsDir() || path.Ext(e.Name()) != ".yaml" {
			continue
		}
		n, err := f.read(path.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		if n != nil {
			visit(strings.TrimSuffix(e.Name(), ".yaml"), n)
		}
	}
	return nil
}

func (f folder) rulebooks() (map[string]scenarios.RuleFile, error) {
	out := map[string]scenarios.RuleFile{}
	entries, err := fs.ReadDir(f.fsys, "rules")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, e := range entries {
		if e.IsDir() || path.Ext(e.Name()) != ".yaml" {
			continue
		}
		name := path.Join("rules", e.Name())
		data, err := fs.ReadFile(f.fsys, name)
		if err != nil {
			return nil, err
		}
		out[strings.TrimSuffix(e.Name(), ".yaml")] = scenarios.RuleFile{Path: f.show(name), Text: data}
	}
	return out, nil
}

// hash is the SHA-256 over the names and SHA-256 sums of all files, sorted by
// name, as `sha256sum` prints them.
func hash(fsys fs.FS) (string, error) {
	var lines []string
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		lines = append(lines, hex.EncodeToString(sum[:])+"  "+name+"\n")
		return nil
	})
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[66:], b[66:]) })
	sum := sha256.Sum256([]byte(strings.Join(lines, "")))
	return hex.EncodeToString(sum[:]), err
}
