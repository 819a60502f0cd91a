// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// journalErase makes the values of a case unreadable for good.
func (a *app) journalErase(common *journalOptions) *cobra.Command {
	o := caseOptions{journalOptions: common}
	cmd := &cobra.Command{
		Use: "erase DIR", Short: "delete the values of a case for good; the journal still verifies", Args: cobra.ExactArgs(1),
		Long: "Deletes the key of a case, and with it everything that was sealed about it: nobody can read it again, and the journal still verifies. " +
			"Backups of the folder keys must go too. Who did it, when and why is noted in the journal." +
			exitStatus("0 erased, or erased before", "2 there is no such case, it has not ended, or no reason"),
		RunE: func(_ *cobra.Command, args []string) error { return a.erase(args[0], o) },
	}
	o.asks(cmd)
	return cmd
}

func (a *app) erase(dir string, o caseOptions) error {
	folder, err := orderAt(dir)
	if err != nil {
		return err
	}
	why, err := o.why()
	if err != nil {
		return err
	}
	_, err = o.write(folder, func(j *journal.Journal) error { return j.Erase(o.number, userName(), why) })
	if err == nil {
		a.say(speech.Say("the values of case %d are gone; delete backups of the folder keys, too", "die Werte des Vorgangs %d sind gelöscht; löschen Sie auch Sicherungen des Ordners keys", o.number))
	}
	return err
}
