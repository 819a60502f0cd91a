// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

func (a *app) check() *cobra.Command {
	return &cobra.Command{
		Use: "check PATH...", Short: "find what is wrong with scenarios and rulebooks", Args: cobra.MinimumNArgs(1),
		Long: "Checks scenario folders and rulebook files, and says everything that is wrong at once, with its place." +
			exitStatus("0 nothing is wrong", "2 something is wrong"),
		RunE: func(_ *cobra.Command, args []string) error { return a.checkAll(args) },
	}
}

func (a *app) checkAll(paths []string) error {
	var report source.Report
	for _, path := range paths {
		if err := checkOne(&report, path); err != nil {
			return err
		}
	}
	if err := a.diagnose(&report); err != nil {
		return err
	}
	if !a.json {
		a.say(speech.Say("nothing is wrong", "alles in Ordnung"))
	}
	return nil
}

// checkOne checks a scenario folder or, where the path is a file, a rulebook.
func checkOne(report *source.Report, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return missing(path, err)
	}
	if !info.IsDir() {
		_, err := readRulebook(report, path)
		return err
	}
	_, err = robot.Check(report, robot.Source{Scenario: os.DirFS(path), Shown: filepath.ToSlash(path)})
	return err
}

func readRulebook(report *source.Report, path string) (*rules.Rulebook, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, missing(path, err)
	}
	book := format.Read(report, filepath.ToSlash(path), data)
	if book == nil {
		return nil, nil
	}
	return rules.Compile(book, report), nil
}

func missing(path string, err error) error {
	text := err.Error()
	if i := strings.LastIndex(text, ": "); i >= 0 {
		text = text[i+2:]
	}
	return fault.New(fault.Usage, "read", speech.Say("%s cannot be read: %s", "%s ist nicht lesbar: %s", path, text))
}
