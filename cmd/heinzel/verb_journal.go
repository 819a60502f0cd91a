// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// journalOptions are the flags that the journal's verbs have in common.
type journalOptions struct{ keys string }

func (a *app) journal() *cobra.Command {
	o := journalOptions{}
	cmd := &cobra.Command{Use: "journal", Short: "look into the journal of an order, and verify it"}
	cmd.PersistentFlags().StringVar(&o.keys, "keys", "", "folder of the journal's keys (default: in Heinzel's home)")
	number := 0
	show := &cobra.Command{
		Use: "show DIR", Short: "print what happened", Args: cobra.ExactArgs(1),
		Long: "Prints the events of an order or, with --case, of one case. Sealed values stay sealed: see heinzel journal open." +
			exitStatus("0 printed", "2 there is no journal"),
		RunE: func(_ *cobra.Command, args []string) error { return a.journalShow(args[0], number, nil) },
	}
	show.Flags().IntVar(&number, "case", 0, "number of the case; 0 is the order itself")
	cmd.AddCommand(show, a.journalVerify(&o), a.journalOpen(&o), a.journalFiles(&o), a.journalStatement(&o), a.journalExport(&o), a.journalErase(&o),
		a.journalRetain(&o), a.journalList(&o), a.journalKeys(&o))
	return cmd
}

// load takes the keys out of their folder, by default that in Heinzel's home.
func (o *journalOptions) load() (*journal.Keys, error) {
	if o.keys == "" {
		home, err := robot.FindHome()
		if err != nil {
			return nil, err
		}
		o.keys = home.Keys()
	}
	return journal.LoadOrCreateKeys(o.keys)
}

func orderAt(dir string) (disk.Folder, error) {
	if _, err := os.Stat(filepath.Join(dir, "order.jsonl")); err != nil {
		return disk.Folder{}, fault.New(fault.Usage, "journal", speech.Say("there is no journal in %s", "in %s liegt kein Journal", dir)).
			WithHint(speech.Say("give the folder that run or demo printed", "geben Sie den Ordner an, den run oder demo genannt hat"))
	}
	return disk.At(dir), nil
}

func (a *app) journalShow(dir string, number int, keys *journal.Keys) error {
	folder, err := orderAt(dir)
	if err != nil {
		return err
	}
	events, err := journal.Show(folder, number, keys)
	if err != nil {
		return err
	}
	for _, e := range events {
		a.event(e)
	}
	return nil
}

// write opens an order's journal for one remark, and closes it again.
func (o *journalOptions) write(folder disk.Folder, remark func(*journal.Journal) error) (*journal.Keys, error) {
	keys, err := o.load()
	if err != nil {
		return nil, err
	}
	j, _, err := journal.Open(folder, keys, now)
	if err != nil {
		return nil, err
	}
	return keys, errors.Join(remark(j), j.Close())
}

func (a *app) event(e journal.Event) {
	if a.json {
		a.object(a.out, e)
		return
	}
	parts := []string{fmt.Sprintf("%5d  %s  %-9s", e.Seq, e.At.Format("2006-01-02 15:04:05.000"), e.Kind)}
	if e.Case > 0 {
		parts = append(parts, speech.Say("case %d", "Vorgang %d", e.Case).In(a.speaks()))
	}
	for _, word := range []string{e.Reference, e.Step, e.ID, string(e.Outcome), e.Text.In(a.speaks()), strings.Join(e.Rules, ",")} {
		if word != "" {
			parts = append(parts, word)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(e.About)) {
		parts = append(parts, name+"="+e.About[name])
	}
	for _, name := range slices.Sorted(maps.Keys(e.Values)) {
		parts = append(parts, fmt.Sprintf("%s=„%s“", name, e.Values[name].In(a.speaks())))
	}
	for _, name := range slices.Sorted(maps.Keys(e.Commitments)) {
		if _, open := e.Values[name]; !open {
			parts = append(parts, fmt.Sprintf("%s=%.8s…", name, e.Commitments[name]))
		}
	}
	if e.Fault != nil {
		parts = append(parts, fault.Describe(e.Fault, a.speaks()))
	}
	if !e.Reason.IsZero() {
		parts = append(parts, e.Reason.In(a.speaks()))
	}
	fmt.Fprintln(a.out, strings.Join(parts, "  "))
}
