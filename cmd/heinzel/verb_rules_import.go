// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"cmp"
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/exchange"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

func (a *app) rulesImport() *cobra.Command {
	var to target
	into := ""
	cmd := &cobra.Command{
		Use: "import MODEL.dmn|.json -o DIR | TABLE.csv|.xlsx --into BOOK.yaml", Short: "take rules over from models of DMN and GoRules, and from tables", Args: cobra.ExactArgs(1),
		Long: "Takes rules over that were made elsewhere. Of a model of DMN 1.2 to 1.5, or of GoRules, each decision becomes a rulebook in a folder; heinzel rules decide " +
			"takes the folder, with facts and outputs by the model's own names. A table (.csv, .xlsx) gives a rulebook its rules; the rest of the " +
			"rulebook stays as it is. What cannot be taken over is refused with its place, and then nothing is written." +
			exitStatus("0 taken over", "2 a file is wrong, there already, or holds what is not taken over", "4 the disk does not take it"),
		RunE: func(_ *cobra.Command, args []string) error {
			if into != "" {
				return a.importTable(args[0], into, to)
			}
			return a.importModel(args[0], to)
		},
	}
	to.flags(cmd, "the folder for rulebooks of a model, or the file for a rulebook with a table")
	cmd.Flags().StringVar(&into, "into", "", "the rulebook whose rules stand in the table; it is changed, unless -o names another file")
	return cmd
}

// importModel writes a rulebook for each decision of a model.
func (a *app) importModel(path string, to target) error {
	read := modelReader(path)
	switch {
	case read == nil:
		return fault.New(fault.Usage, "rules.import", speech.Say("%s is no model", "%s ist kein Modell", path)).
			WithHint(speech.Say("models are read from .dmn and .json (GoRules); tables (.csv, .xlsx) need --into BOOK.yaml", "Modelle werden aus .dmn und .json (GoRules) gelesen; Tabellen (.csv, .xlsx) brauchen --into REGELWERK.yaml"))
	case to.path == "":
		return fault.New(fault.Usage, "rules.import", speech.Say("the folder for the rulebooks is missing", "der Ordner für die Regelwerke fehlt")).WithHint(speech.Say("write -o DIR", "schreiben Sie -o ORDNER"))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return missing(path, err)
	}
	var report source.Report
	m := read(&report, filepath.ToSlash(path), data)
	if m != nil && !report.Failed() {
		rules.CompileAll(m.Books, &report)
	}
	if err := a.diagnose(&report); err != nil {
		return err
	}
	return a.saveModel(m, to)
}

func modelReader(path string) func(*source.Report, string, []byte) *exchange.Model {
	switch ending(path) {
	case ".dmn", ".xml":
		return exchange.ReadDMN
	case ".json":
		return exchange.ReadJDM
	}
	return nil
}

// saveModel writes all files or, where one is in the way, none.
func (a *app) saveModel(m *exchange.Model, to target) error {
	file := func(name string) string { return filepath.Join(to.path, name+".yaml") }
	for _, name := range m.Order {
		if err := to.free(file(name)); err != nil {
			return err
		}
	}
	for _, name := range m.Order {
		if err := to.save(file(name), format.Write(m.Books[name])); err != nil {
			return err
		}
		a.told(file(name), len(m.Books[name].Rules))
	}
	return nil
}

// importTable gives a rulebook the rules of a table.
func (a *app) importTable(path, into string, to target) error {
	data, err := os.ReadFile(into)
	if err != nil {
		return missing(into, err)
	}
	var report source.Report
	b := format.Read(&report, filepath.ToSlash(into), data)
	if b == nil || report.Failed() {
		return a.diagnose(&report)
	}
	if err := exchange.ReadTable(&report, path, b); err != nil {
		return err
	}
	if !report.Failed() {
		rules.Compile(b, &report)
	}
	if err := a.diagnose(&report); err != nil {
		return err
	}
	if to.path == "" {
		to.force = true
	}
	file := cmp.Or(to.path, into)
	if err := to.save(file, format.Patch(data, b)); err != nil {
		return err
	}
	a.told(file, len(b.Rules))
	return nil
}
