// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
	"io"
	"os"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/analyse"
	"github.com/heinzel-rpa/heinzel/scenarios/paper"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/spf13/cobra"
)

func (a *app) rulesAnalyse() *cobra.Command {
	file := ""
	cmd := &cobra.Command{
		Use: "analyse PATH", Short: "gaps, overlaps, contradictions and idle rules, each with a case", Args: cobra.ExactArgs(1),
		Long: "Examines all cases that a rulebook, or each of a folder, can meet: cases that no rule covers, rules that overlap or contradict each other, rules that never decide " +
			"or change nothing, and days for which something is not laid down. Every finding is shown with a case that the rulebook has decided; " +
			"with --json that case is what heinzel rules decide reads. What counts as a finding depends on the hit policy." +
			exitStatus("0 nothing was found", "2 the file is wrong", "3 something was found"),
		RunE: func(_ *cobra.Command, args []string) error { return a.analyse(args[0], file) },
	}
	cmd.Flags().StringVar(&file, "html", "", "write a page to this file instead; - is standard output")
	return cmd
}

func (a *app) analyse(path, file string) error {
	list, err := a.each(path)
	if err != nil {
		return err
	}
	found := 0
	var all *paper.Document
	for _, r := range list {
		report := analyse.Analyse(r)
		found += report.Found()
		d := report.Paper(a.speaks())
		switch {
		case a.json || file == "":
			if err := a.hand(report, d, file); err != nil {
				return err
			}
		case all == nil:
			all = d
		default:
			all.Heading(d.Title)
			all.Parts = append(all.Parts, d.Parts...)
		}
	}
	if all != nil {
		if err := a.hand(nil, all, file); err != nil {
			return err
		}
	}
	if found == 0 {
		return nil
	}
	return exit(fault.Business.ExitCode())
}

// each reads the rulebook at a path, or all of a folder, each by itself.
func (a *app) each(path string) ([]*rules.Rulebook, error) {
	files, err := rulebookFiles(path)
	if err != nil {
		return nil, err
	}
	var out []*rules.Rulebook
	for _, file := range files {
		r, err := a.sound(file)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// hand shows a result: as an object for machines, as a page in a file, or as
// text.
func (a *app) hand(result any, d *paper.Document, file string) error {
	switch {
	case a.json:
		a.object(a.out, result)
		return nil
	case file == "":
		_, err := io.WriteString(a.out, d.Text())
		return err
	case file == "-":
		return d.HTML(a.out)
	}
	f, err := os.Create(file)
	if err != nil {
		return missing(file, err)
	}
	return disk.Trouble("page", file, errors.Join(d.HTML(f), f.Close()))
}

// sound reads a rulebook in which nothing is wrong.
func (a *app) sound(path string) (*rules.Rulebook, error) {
	var report source.Report
	r, err := readRulebook(&report, path)
	if err != nil {
		return nil, err
	}
	if report.Failed() {
		return nil, a.diagnose(&report)
	}
	return r, nil
}
