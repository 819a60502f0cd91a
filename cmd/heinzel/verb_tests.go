// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// trial is what heinzel test does besides running tests.
type trial struct{ coverage, propose, mutate bool }

func (a *app) test() *cobra.Command {
	var t trial
	cmd := &cobra.Command{
		Use: "test PATH...", Short: "try the cases beside scenarios and the tests inside rulebooks", Args: cobra.MinimumNArgs(1),
		Long: "Performs the cases of scenario folders on the imaginary screen, and the tests inside rulebooks. Nothing is touched." +
			exitStatus("0 all as expected", "2 a file is wrong", "3 something is not as expected"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.testAll(cmd.Context(), args, t) },
	}
	cmd.Flags().BoolVar(&t.coverage, "coverage", false, "say which rules and thresholds the tests of rulebooks reach")
	cmd.Flags().BoolVar(&t.propose, "propose", false, "write the tests that are missing; what is right in them is left to you")
	cmd.Flags().BoolVar(&t.mutate, "mutate", false, "make small mistakes in rulebooks, and say which of them no test notices")
	return cmd
}

// tested is one example and what came of it.
type tested struct {
	Where   string `json:"where"`
	Name    string `json:"name"`
	OK      bool   `json:"ok"`
	Problem string `json:"problem,omitempty"`
}

func (a *app) testAll(ctx context.Context, paths []string, extra trial) error {
	failed, total := 0, 0
	for _, path := range paths {
		results, err := a.testOne(ctx, path)
		if err != nil {
			return err
		}
		for _, r := range results {
			total++
			if !r.OK {
				failed++
			}
			a.tell(r)
		}
	}
	if !a.json {
		a.say(speech.Say("%d passed, %d failed", "%d bestanden, %d nicht bestanden", total-failed, failed))
	}
	if err := a.measure(paths, extra); err != nil {
		return err
	}
	if failed > 0 {
		return exit(fault.Business.ExitCode())
	}
	return nil
}

func (a *app) tell(t tested) {
	if a.json {
		a.object(a.out, t)
		return
	}
	mark := "ok  "
	if !t.OK {
		mark = speech.Say("FAIL", "FALSCH").In(a.speaks())
	}
	fmt.Fprintf(a.out, "%s  %s: %s\n", mark, t.Where, t.Name)
	if t.Problem != "" {
		fmt.Fprintln(a.out, "      "+t.Problem)
	}
}

func (a *app) testOne(ctx context.Context, path string) ([]tested, error) {
	rulebooks, err := holdsRulebooks(path)
	if err != nil {
		return nil, err
	}
	if rulebooks {
		return a.testShelf(path)
	}
	var report source.Report
	results, err := robot.Test(ctx, &report, robot.Source{Scenario: os.DirFS(path), Shown: filepath.ToSlash(path)})
	if err != nil {
		return nil, err
	}
	if err := a.diagnose(&report); err != nil {
		return nil, err
	}
	var out []tested
	for _, r := range results {
		out = append(out, tested{filepath.ToSlash(path), r.Name, r.Problem.IsZero(), r.Problem.In(a.speaks())})
	}
	return out, nil
}

func (a *app) testShelf(path string) ([]tested, error) {
	s, err := a.shelve(path)
	if err != nil {
		return nil, err
	}
	var out []tested
	for _, book := range s.books() {
		for _, r := range rules.Test(book) {
			out = append(out, tested{filepath.ToSlash(r.At.File), r.Name, r.OK, r.Problem.In(a.speaks())})
		}
	}
	return out, nil
}
