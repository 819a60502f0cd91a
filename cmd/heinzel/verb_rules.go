// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/spf13/cobra"
)

func (a *app) rules() *cobra.Command {
	cmd := &cobra.Command{Use: "rules", Short: "decide by rulebooks, find out whether they are right, and exchange them"}
	cmd.AddCommand(a.rulesDecide(), a.rulesExplain(), a.rulesAnalyse(), a.rulesDiff(), a.rulesLint(), a.rulesBacktest(), a.rulesImport(), a.rulesExport())
	return cmd
}

// shelf is the rulebooks at a path: those that were asked for, by the names of
// their files, and those that feed them.
type shelf struct {
	all      map[string]*rules.Rulebook
	asked    []string
	isFolder bool
}

// shelve reads a rulebook file with the rulebooks beside it that its facts come
// from, or all rulebooks of a folder. What is wrong is said, and is an error.
func (a *app) shelve(path string) (*shelf, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, missing(path, err)
	}
	var report source.Report
	s := &shelf{}
	books := map[string]*book.Book{}
	if s.isFolder = info.IsDir(); s.isFolder {
		err = s.folder(&report, path, books)
	} else {
		s.asked = []string{bookName(path)}
		err = readFeeding(&report, path, books)
	}
	if err != nil {
		return nil, err
	}
	s.all = rules.CompileAll(books, &report)
	return s, a.diagnose(&report)
}

func (s *shelf) folder(report *source.Report, path string, books map[string]*book.Book) error {
	files, err := rulebookFiles(path)
	for _, file := range files {
		if err := readFeeding(report, file, books); err != nil {
			return err
		}
		s.asked = append(s.asked, bookName(file))
	}
	return err
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
