// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/lint"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"github.com/spf13/cobra"
)

func (a *app) rulesLint() *cobra.Command {
	on := ""
	cmd := &cobra.Command{
		Use: "lint PATH", Short: "what in a rulebook deserves a second look", Args: cobra.ExactArgs(1),
		Long: "Remarks, in a rulebook or each of a folder, on rules without legal basis, on what has ended, on facts and parameters that nothing reads, on outputs that no rule gives, on numbers that " +
			"the law may change, and on titles that stand twice. A rulebook switches a remark off under lint:, with a reason." +
			exitStatus("0 nothing to remark", "2 the file is wrong", "3 there are remarks"),
		RunE: func(_ *cobra.Command, args []string) error { return a.lintBook(args[0], on) },
	}
	cmd.Flags().StringVar(&on, "on", "", "the day on which something has ended or not; without it, today")
	return cmd
}

func (a *app) lintBook(path, on string) error {
	day, err := dayOr(on, time.Now())
	if err != nil {
		return err
	}
	list, err := a.each(path)
	if err != nil {
		return err
	}
	remarks := 0
	for _, r := range list {
		report := lint.Lint(r, day)
		remarks += len(report.Remarks)
		if a.json {
			a.object(a.out, report)
		} else {
			a.remark(report)
		}
	}
	if remarks > 0 {
		return exit(fault.Business.ExitCode())
	}
	return nil
}

func (a *app) remark(report lint.Report) {
	for _, r := range report.Remarks {
		fmt.Fprintf(a.out, "%s: %s (%s)\n", r.At, r.Says.In(a.speaks()), r.Name)
	}
	for _, w := range report.Waived {
		a.say(speech.Say("%s is switched off (%d): %s", "%s ist abgeschaltet (%d): %s", w.Name, w.Count, w.Reason))
	}
	if len(report.Remarks) == 0 {
		a.say(speech.Say("nothing to remark", "nichts zu bemerken"))
	}
}

// dayOr reads a day; without one it is the day of now.
func dayOr(text string, now time.Time) (value.Value, error) {
	if text == "" {
		return value.NewDate(now.Year(), now.Month(), now.Day()), nil
	}
	day, err := value.Parse(value.Of(value.Date), text)
	if err != nil {
		return day, fault.Wrap(fault.Usage, "rules.lint", speech.Same("--on"), err)
	}
	return day, nil
}
