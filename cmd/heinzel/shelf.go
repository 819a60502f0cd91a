// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// shelf is the rulebooks at a path: those that were asked for, by the names of
// their files, and those that feed them.
type shelf struct {
	all      map[string]*rules.Rulebook
	asked    []string
	isFolder bool
}

// shelve is readShelf, and what is wrong is said and is an error.
func (a *app) shelve(path string) (*shelf, error) {
	var report source.Report
	s, err := readShelf(&report, path)
	if err != nil {
		return nil, err
	}
	return s, a.diagnose(&report)
}

// readShelf reads a rulebook file with the rulebooks beside it that its facts
// come from, or all rulebooks of a folder. What is wrong stands in report; then
// there are none.
func readShelf(report *source.Report, path string) (*shelf, error) {
	files, err := rulebookFiles(path)
	if err != nil {
		return nil, err
	}
	s := &shelf{isFolder: len(files) > 1 || files[0] != path}
	books := map[string]*book.Book{}
	for _, file := range files {
		s.asked = append(s.asked, bookName(file))
		if err := readFeeding(report, file, books); err != nil {
			return nil, err
		}
	}
	s.all = rules.CompileAll(books, report)
	return s, nil
}

// readRulebook reads one rulebook file; nil where something is wrong with it
// or with those that feed it.
func readRulebook(report *source.Report, path string) (*rules.Rulebook, error) {
	s, err := readShelf(report, path)
	if err != nil {
		return nil, err
	}
	return s.all[bookName(path)], nil
}

// holdsRulebooks reports a rulebook file, or a folder of them that is no
// scenario.
func holdsRulebooks(path string) (bool, error) {
	info, err := os.Stat(path)
	if err != nil {
		return false, missing(path, err)
	}
	if !info.IsDir() {
		return true, nil
	}
	_, err = os.Stat(filepath.Join(path, "scenario.yaml"))
	files, _ := filepath.Glob(filepath.Join(path, "*.yaml"))
	return err != nil && len(files) > 0, nil
}

// readFeeding reads a rulebook, and those beside it that feed it.
func readFeeding(report *source.Report, path string, books map[string]*book.Book) error {
	if books[bookName(path)] != nil {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return missing(path, err)
	}
	b := format.Read(report, filepath.ToSlash(path), data)
	if b == nil {
		return nil
	}
	books[bookName(path)] = b
	for _, f := range b.Facts {
		if f.From == nil || strings.ContainsAny(f.From.Book, `/\`) {
			continue // not the name of a file: the compiler says so
		}
		beside := filepath.Join(filepath.Dir(path), f.From.Book+".yaml")
		if _, err := os.Stat(beside); err != nil {
			continue // likewise
		}
		if err := readFeeding(report, beside, books); err != nil {
			return err
		}
	}
	return nil
}

func bookName(path string) string { return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) }

// books are the rulebooks that were asked for, in the order of their names.
func (s *shelf) books() []*rules.Rulebook {
	var out []*rules.Rulebook
	for _, name := range s.asked {
		out = append(out, s.all[name])
	}
	return out
}

// inputs are the facts that the rulebooks ask a case for, by their names and
// by those of the model they were imported from. A rulebook alone may be given
// what else another would decide.
func (s *shelf) inputs() map[string]book.Fact {
	out := map[string]book.Fact{}
	for _, r := range s.all {
		facts := r.Inputs()
		if !s.isFolder {
			facts = slices.Concat(facts, r.Book().Facts)
		}
		for _, f := range facts {
			out[f.Name] = f
			if f.KnownAs != "" {
				out[f.KnownAs] = f
			}
		}
	}
	return out
}

// derives is the rulebook that decides a fact, or "".
func (s *shelf) derives(fact string) string {
	for _, r := range s.all {
		if f := r.Book().Fact(fact); f != nil && f.From != nil {
			return f.From.Book
		}
	}
	return ""
}

// rulebookFiles are the rulebooks of a folder, or the file itself.
func rulebookFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, missing(path, err)
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	files, err := filepath.Glob(filepath.Join(path, "*.yaml"))
	if err == nil && len(files) == 0 {
		return nil, fault.New(fault.Usage, "read", speech.Say("there is no rulebook (*.yaml) in %s", "in %s liegt kein Regelwerk (*.yaml)", path))
	}
	return files, err
}
