// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// journalFiles hands the sealed files of a case to a person, in clear.
func (a *app) journalFiles(common *journalOptions) *cobra.Command {
	into, o := "", caseOptions{journalOptions: common}
	cmd := &cobra.Command{
		Use: "files DIR", Short: "take the sealed files of a case out: downloads and printed pages", Args: cobra.ExactArgs(1),
		Long: "Opens the files that a case downloaded or printed and writes them into a folder, in clear; that is noted in the journal." +
			exitStatus("0 written", "2 there is no journal, no reason, or a file of that name is there already", "7 a file is missing or was changed"),
		RunE: func(_ *cobra.Command, args []string) error { return a.takeOut(args[0], into, o) },
	}
	o.asks(cmd)
	cmd.Flags().StringVar(&into, "into", ".", "folder that the files are written into")
	return cmd
}

func (a *app) takeOut(dir, into string, o caseOptions) error {
	folder, err := orderAt(dir)
	if err != nil {
		return err
	}
	keys, err := o.open(folder)
	if err != nil {
		return err
	}
	events, err := journal.Show(folder, o.number, keys)
	if err != nil {
		return err
	}
	for _, e := range events {
		if e.Kind == journal.File {
			if err := a.takeOne(folder, into, e, o.number, keys); err != nil {
				return err
			}
		}
	}
	return nil
}

// takeOne writes one file. Its name came from a server: only its last part is
// used, and nothing is overwritten.
func (a *app) takeOne(folder disk.Folder, into string, e journal.Event, number int, keys *journal.Keys) error {
	data, err := journal.ReadFile(folder, number, e.About[journal.AboutFile], keys)
	if err != nil {
		return err
	}
	var record struct{ Name string }
	if err := json.Unmarshal(e.Sealed, &record); err != nil {
		return err
	}
	path := filepath.Join(into, filepath.Base(filepath.Clean("/"+record.Name)))
	if err := writeNew(path, data); err != nil {
		return err
	}
	a.say(speech.Same(path))
	return nil
}
