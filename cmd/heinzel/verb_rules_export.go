// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/rules/exchange"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// target is where a verb writes, and whether it may replace what is there.
type target struct {
	path  string
	force bool
}

func (t *target) flags(cmd *cobra.Command, what string) {
	cmd.Flags().StringVarP(&t.path, "output", "o", "", what)
	cmd.Flags().BoolVar(&t.force, "force", false, "replace files that are there")
}

func (a *app) rulesExport() *cobra.Command {
	var to target
	cmd := &cobra.Command{
		Use: "export PATH -o FILE", Short: "write rules as a table (.csv, .xlsx) or as a model of DMN (.dmn)", Args: cobra.ExactArgs(1),
		Long: "Writes the rules of a rulebook as a table that departments can open and change: a column for each term that rules compare, one for each " +
			"output, and one (if) for conditions that fit no column. .csv opens in German Excel with a double click, .xlsx holds text only. " +
			"A rulebook, or a folder of rulebooks that rest on each other, becomes a model of DMN 1.5 (.dmn), with dated parameters as decisions of their own. " +
			"What cannot be written without changing its meaning is refused. heinzel rules import reads all of them back." +
			exitStatus("0 written", "2 a file is wrong, or there already", "4 the disk does not take it"),
		RunE: func(_ *cobra.Command, args []string) error { return a.exportRules(args[0], to) },
	}
	to.flags(cmd, "the file to write")
	return cmd
}

func (a *app) exportRules(path string, to target) error {
	s, err := a.shelve(path)
	if err != nil {
		return err
	}
	data, written, err := exported(s, to.path)
	if err != nil {
		return err
	}
	if err := to.save(to.path, data); err != nil {
		return err
	}
	a.told(to.path, written)
	return nil
}

// exported writes rulebooks by the ending of a file's name, and counts the
// rules.
func exported(s *shelf, file string) (data []byte, written int, err error) {
	switch ending(file) {
	case ".dmn":
		for _, r := range s.all {
			written += len(r.Book().Rules)
		}
		data, err = exchange.WriteDMN(bookName(file), s.all)
		return data, written, err
	case ".csv", ".xlsx":
		if s.isFolder {
			return nil, 0, fault.New(fault.Usage, "rules.export", speech.Say("a table holds the rules of one rulebook, not of a folder", "eine Tabelle enthält die Regeln eines Regelwerks, nicht eines Ordners"))
		}
		r := s.books()[0]
		data, err = exchange.WriteTable(r, file)
		return data, len(r.Book().Rules), err
	}
	return nil, 0, fault.New(fault.Usage, "rules.export", speech.Say("the rules are written to -o FILE: .csv, .xlsx or .dmn", "die Regeln werden nach -o DATEI geschrieben: .csv, .xlsx oder .dmn"))
}

// told says what was written.
func (a *app) told(path string, rules int) {
	if a.json {
		a.object(a.out, struct {
			File  string `json:"file"`
			Rules int    `json:"rules"`
		}{filepath.ToSlash(path), rules})
		return
	}
	a.say(speech.Say("%s: %d rules", "%s: %d Regeln", filepath.ToSlash(path), rules))
}

// free refuses a file that is there already.
func (t target) free(path string) error {
	_, err := os.Stat(path)
	if t.force || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return fault.New(fault.Usage, "write", speech.Say("%s is there already", "%s gibt es schon", filepath.ToSlash(path))).
		WithHint(speech.Say("--force replaces it", "--force ersetzt es"))
}

// save writes a file as a whole, for everybody who may read the folder.
func (t target) save(path string, data []byte) error {
	if err := t.free(path); err != nil {
		return err
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return disk.Trouble("write", folder, err)
	}
	if err := disk.At(folder).Put(filepath.Base(path), data); err != nil {
		return err
	}
	return disk.Trouble("write", path, os.Chmod(path, 0o644))
}

func ending(path string) string { return strings.ToLower(filepath.Ext(path)) }
