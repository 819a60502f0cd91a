// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/exchange"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

func (a *app) exporting() *cobra.Command {
	var to target
	environment := ""
	cmd := &cobra.Command{
		Use: "export DIR -o FILE", Short: "write a scenario for Chrome's Recorder (.json) or as a Playwright test (.ts, .js)", Args: cobra.ExactArgs(1),
		Long: "Writes the steps of a scenario so that Chrome's DevTools Recorder (.json) or Playwright (.ts, .js) can replay them, at the addresses of an " +
			"environment. Secrets are not written: Chrome's recording leaves them empty, a test of Playwright takes them from variables. Steps without a " +
			"counterpart, and values of cases, are refused with their place, and then nothing is written." +
			exitStatus("0 written", "2 a file is wrong or there already, or a step has no counterpart", "4 the disk does not take it"),
		RunE: func(_ *cobra.Command, args []string) error { return a.exportScenario(args[0], environment, to) },
	}
	to.flags(cmd, "the file to write")
	cmd.Flags().StringVar(&environment, "environment", "", "name or path of the environment")
	return cmd
}

func (a *app) exportScenario(dir, environment string, to target) error {
	write := scenarioWriter(to.path)
	if write == nil {
		return fault.New(fault.Usage, "export", speech.Say("a scenario is written to -o FILE: .json, .ts or .js", "ein Ablauf wird nach -o DATEI geschrieben: .json, .ts oder .js"))
	}
	p, err := a.load(dir, environment)
	if err != nil {
		return err
	}
	var report source.Report
	data := write(&report, p.Scenario(), p.Environment())
	if err := a.diagnose(&report); err != nil {
		return err
	}
	if err := to.save(to.path, data); err != nil {
		return err
	}
	a.written(filepath.Clean(to.path))
	return nil
}

func scenarioWriter(path string) func(*source.Report, *scenarios.Scenario, *scenarios.Environment) []byte {
	switch ending(path) {
	case ".json":
		return exchange.WriteChrome
	case ".ts", ".js":
		return exchange.WritePlaywright
	}
	return nil
}
