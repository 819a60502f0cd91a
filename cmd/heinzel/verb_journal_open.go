// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// journalOpen shows the sealed values of a case to a person who says why.
func (a *app) journalOpen(common *journalOptions) *cobra.Command {
	o := caseOptions{journalOptions: common}
	cmd := &cobra.Command{
		Use: "open DIR", Short: "print what happened in a case, with its values; that is noted", Args: cobra.ExactArgs(1),
		Long: "Opens the sealed values of a case and prints its events. Who looked, when and why is noted in the journal, in clear: give a file number as the reason, not a name." +
			exitStatus("0 printed", "2 there is no journal, or no reason"),
		RunE: func(_ *cobra.Command, args []string) error {
			folder, err := orderAt(args[0])
			if err != nil {
				return err
			}
			keys, err := o.open(folder)
			if err != nil {
				return err
			}
			return a.journalShow(args[0], o.number, keys)
		},
	}
	o.asks(cmd)
	return cmd
}

// caseOptions are the flags of what touches sealed values: which case, and why.
type caseOptions struct {
	*journalOptions
	number int
	reason string
}

func (o *caseOptions) asks(cmd *cobra.Command) {
	cmd.Flags().IntVar(&o.number, "case", 1, "number of the case")
	cmd.Flags().StringVar(&o.reason, "reason", "", "why, for the journal: a file number, no names")
}

// why is the reason, which must be given.
func (o caseOptions) why() (string, error) {
	if strings.TrimSpace(o.reason) == "" {
		return "", fault.New(fault.Usage, "journal", speech.Say("a reason is missing", "eine Begründung fehlt")).
			WithHint(speech.Say("say why with --reason, as a file number: it is noted in the journal", "nennen Sie sie mit --reason, als Aktenzeichen: sie wird im Journal vermerkt"))
	}
	return strings.TrimSpace(o.reason), nil
}

// open takes the keys out and notes in the journal that somebody looked.
func (o caseOptions) open(folder disk.Folder) (*journal.Keys, error) {
	why, err := o.why()
	if err != nil {
		return nil, err
	}
	return o.write(folder, func(j *journal.Journal) error { return j.Opened(o.number, userName(), why) })
}
