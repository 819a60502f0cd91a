// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/analyse"
	"github.com/heinzel-rpa/heinzel/scenarios/paper"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"
)

func (a *app) rulesDiff() *cobra.Command {
	file := ""
	cmd := &cobra.Command{
		Use: "diff OLD NEW", Short: "what two versions of a rulebook decide differently", Args: cobra.ExactArgs(2),
		Long: "Compares two versions of a rulebook in all cases, and shows where they decide differently: the cases, one of them, and what both versions " +
			"say. What is only written differently is told apart. The difference of the texts stands below." +
			exitStatus("0 both decide every case alike", "2 a file is wrong", "3 something changed, or could not be compared"),
		RunE: func(_ *cobra.Command, args []string) error { return a.compare(args[0], args[1], file) },
	}
	cmd.Flags().StringVar(&file, "html", "", "write a page to this file instead; - is standard output")
	return cmd
}

// compared is a comparison with the difference of the texts.
type compared struct {
	analyse.Comparison
	Same bool   `json:"same"`
	Text string `json:"text"`
}

func (a *app) compare(before, after, file string) error {
	old, err := a.sound(before)
	if err != nil {
		return err
	}
	now, err := a.sound(after)
	if err != nil {
		return err
	}
	text, err := textDiff(before, after)
	if err != nil {
		return err
	}
	c := analyse.Diff(old, now)
	if err := a.hand(compared{c, c.IsSame(), text}, withText(c.Paper(a.speaks()), text), file); err != nil || c.IsSame() {
		return err
	}
	return exit(fault.Business.ExitCode())
}

func withText(d *paper.Document, text string) *paper.Document {
	if text != "" {
		d.Heading(speech.Say("The texts", "Die Texte").In(d.Lang))
		d.Code(text)
	}
	return d
}

func textDiff(before, after string) (string, error) {
	old, err := os.ReadFile(before)
	if err != nil {
		return "", missing(before, err)
	}
	now, err := os.ReadFile(after)
	if err != nil {
		return "", missing(after, err)
	}
	return string(diff.Diff(filepath.ToSlash(before), old, filepath.ToSlash(after), now)), nil
}
