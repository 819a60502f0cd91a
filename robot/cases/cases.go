// SPDX-License-Identifier: EUPL-1.2

// Package cases reads the cases of an order from the tables that offices have:
// CSV in the encodings of this and the last century, Excel workbooks, and JSON
// from other programs. What it gives is text by the name of the input; the
// declared types parse it later, case by case, so that one wrong cell stops
// one case and not the order. What is wrong with the table as a whole (its
// encoding, its columns, its form) stops everything before anything runs.
package cases

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// The limits of one file. Beyond them it is refused.
const (
	MaxBytes = 100 << 20
	MaxCases = 1_000_000
)

// Case is one item of work as it stands in the file.
type Case struct {
	Number int // from 1, in the order of the file
	Line   int // of the file or sheet, from 1
	// Values are texts by the name of the input; an empty cell is absent.
	Values map[string]string
}

// Read reads a file of cases; its ending says what it is. Every column must
// be an input, and every required input a column: inputs that are given for
// the whole order are handed in through Given first.
func Read(path string, inputs []scenarios.Input) ([]Case, error) {
	read, err := reader(path)
	if err != nil {
		return nil, err
	}
	data, err := load(path)
	if err != nil {
		return nil, err
	}
	return read(path, data, inputs)
}

// Given is the inputs without the duty to bring along those that are named:
// they have one value for the whole order.
func Given(inputs []scenarios.Input, names ...string) []scenarios.Input {
	out := slices.Clone(inputs)
	for i := range out {
		out[i].Required = out[i].Required && !slices.Contains(names, out[i].Name)
	}
	return out
}

type readFunc func(path string, data []byte, inputs []scenarios.Input) ([]Case, error)

func reader(path string) (readFunc, error) {
	save := speech.Say("save the table as .xlsx or .csv", "speichern Sie die Tabelle als .xlsx oder .csv")
	switch ending := strings.ToLower(filepath.Ext(path)); ending {
	case ".csv", ".tsv", ".txt":
		return readCSV, nil
	case ".xlsx", ".xlsm":
		return readExcel, nil
	case ".json":
		return readJSON, nil
	case ".xls", ".ods":
		return nil, wrong(path, speech.Say("workbooks of the kind %s are not read", "Arbeitsmappen der Art %s werden nicht gelesen", ending), save)
	}
	return nil, wrong(path, speech.Say("%s is no table of cases", "%s ist keine Tabelle von Vorgängen", filepath.Base(path)),
		speech.Say("cases are read from .csv, .xlsx and .json", "Vorgänge werden aus .csv, .xlsx und .json gelesen"))
}

// wrong is the fault of a file that cannot be used.
func wrong(path string, cause, hint speech.Text) *fault.Fault {
	f := fault.New(fault.Usage, "cases.read", cause).WithHint(hint)
	f.At.File = path
	return f
}

func wrongAt(path string, line, column int, cause, hint speech.Text) *fault.Fault {
	f := wrong(path, cause, hint)
	f.At.Line, f.At.Column = line, column
	return f
}
