// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"

	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// journalKeys shows the public keys, or makes a new one.
func (a *app) journalKeys(o *journalOptions) *cobra.Command {
	rotate := false
	cmd := &cobra.Command{
		Use: "keys", Short: "print the public keys that journals are verified with, or change the key", Args: cobra.NoArgs,
		Long: "Prints every public key that ever signed here, with its date and the word of the key before. --rotate makes a new one: the old one signs for it and is deleted; older journals still verify." +
			exitStatus("0 printed, or changed", "2 the keys cannot be used"),
		RunE: func(*cobra.Command, []string) error { return a.keyHistory(o, rotate) },
	}
	cmd.Flags().BoolVar(&rotate, "rotate", false, "make a new signing key")
	return cmd
}

func (a *app) keyHistory(o *journalOptions, rotate bool) error {
	keys, err := o.load()
	if err == nil && rotate {
		keys, err = journal.RotateKey(o.keys)
	}
	if err != nil {
		return err
	}
	for _, e := range keys.History() {
		if a.json {
			a.object(a.out, e)
			continue
		}
		since := "…                  "
		if !e.At.IsZero() {
			since = e.At.Format("2006-01-02 15:04:05")
		}
		fmt.Fprintf(a.out, "%s  %s\n", since, e.Key)
	}
	if rotate && !a.json {
		a.say(speech.Say("from now on journals are signed with the last one: give it to those who verify", "ab jetzt werden Journale mit dem letzten unterschrieben: geben Sie ihn denen, die prüfen"))
	}
	return nil
}
