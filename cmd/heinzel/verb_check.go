// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

func (a *app) check() *cobra.Command {
	return &cobra.Command{
		Use: "check PATH...", Short: "find what is wrong with scenarios and rulebooks", Args: cobra.MinimumNArgs(1),
		Long: "Checks scenario folders, rulebook files and folders of those, and says everything that is wrong at once, with its place." +
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

// checkOne checks a scenario folder, a rulebook file, or a folder of those.
func checkOne(report *source.Report, path string) error {
	rulebooks, err := holdsRulebooks(path)
	if err != nil {
		return err
	}
	if rulebooks {
		_, err := readShelf(report, path)
		return err
	}
	_, err = robot.Check(report, robot.Source{Scenario: os.DirFS(path), Shown: filepath.ToSlash(path)})
	return err
}

func missing(path string, err error) error {
	text := err.Error()
	if i := strings.LastIndex(text, ": "); i >= 0 {
		text = text[i+2:]
	}
	return fault.New(fault.Usage, "read", speech.Say("%s cannot be read: %s", "%s ist nicht lesbar: %s", path, text))
}
