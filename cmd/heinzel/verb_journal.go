// SPDX-License-Identifier: EUPL-1.2

package main

import (
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

// journalOptions are the flags of the journal's verbs.
type journalOptions struct {
	keys, key string
	number    int
	values    bool
}

func (a *app) journal() *cobra.Command {
	o := journalOptions{}
	cmd := &cobra.Command{Use: "journal", Short: "look into the journal of an order, and verify it"}
	cmd.PersistentFlags().StringVar(&o.keys, "keys", "", "folder of the journal's keys (default: in Heinzel's home)")
	show := &cobra.Command{
		Use: "show DIR", Short: "print what happened", Args: cobra.ExactArgs(1),
		Long: "Prints the events of an order or, with --case, of one case. Sealed values are opened with --values; that is noted in the journal." +
			exitStatus("0 printed", "2 there is no journal"),
		RunE: func(_ *cobra.Command, args []string) error { return a.journalShow(args[0], o) },
	}
	show.Flags().IntVar(&o.number, "case", 0, "number of the case; 0 is the order itself")
	show.Flags().BoolVar(&o.values, "values", false, "open sealed values, and note that in the journal")
	verify := &cobra.Command{
		Use: "verify DIR", Short: "verify that nothing was changed, removed, inserted or reordered", Args: cobra.ExactArgs(1),
		Long: "Verifies every line of an order's journal against its signed checkpoint." + exitStatus("0 the journal verifies", "2 there is no journal", "7 the journal does not verify"),
		RunE: func(_ *cobra.Command, args []string) error { return a.journalVerify(args[0], o) },
	}
	verify.Flags().StringVar(&o.key, "key", "", "public key to verify with, as printed in the report")
	cmd.AddCommand(show, verify, a.journalFiles(&o))
	return cmd
}

func (o journalOptions) load() (*journal.Keys, error) {
	dir := o.keys
	if dir == "" {
		home, err := robot.FindHome()
		if err != nil {
			return nil, err
		}
		dir = home.Keys()
	}
	return journal.LoadOrCreateKeys(dir)
}

func orderAt(dir string) (disk.Folder, error) {
	if _, err := os.Stat(filepath.Join(dir, "order.jsonl")); err != nil {
		return disk.Folder{}, fault.New(fault.Usage, "journal", speech.Say("there is no journal in %s", "in %s liegt kein Journal", dir)).
			WithHint(speech.Say("give the folder that run or demo printed", "geben Sie den Ordner an, den run oder demo genannt hat"))
	}
	return disk.At(dir), nil
}

func (a *app) journalVerify(dir string, o journalOptions) error {
	folder, err := orderAt(dir)
	if err != nil {
		return err
	}
	options := journal.VerifyOptions{Public: o.key}
	if o.key == "" {
		keys, err := o.load()
		if err != nil {
			return err
		}
		options.Public, options.Keys = keys.Public(), keys
	}
	report, err := journal.Verify(folder, options)
	if a.json {
		a.object(a.out, report)
		return err
	}
	if err != nil {
		return err
	}
	a.say(speech.Say("the journal verifies: order %s, %d cases", "das Journal ist unverändert und vollständig: Auftrag %s, %d Vorgänge", report.Identity.ID, len(report.Cases)))
	return nil
}

func (a *app) journalShow(dir string, o journalOptions) error {
	folder, err := orderAt(dir)
	if err != nil {
		return err
	}
	var keys *journal.Keys
	if o.values {
		if keys, err = o.open(folder); err != nil {
			return err
		}
	}
	events, err := journal.Show(folder, o.number, keys)
	if err != nil {
		return err
	}
	for _, e := range events {
		a.event(e)
	}
	return nil
}

// open takes the keys out and notes in the journal that somebody looked.
func (o journalOptions) open(folder disk.Folder) (*journal.Keys, error) {
	keys, err := o.load()
	if err != nil {
		return nil, err
	}
	j, _, err := journal.Open(folder, keys, now)
	if err != nil {
		return nil, err
	}
	if err := j.Opened(o.number, userName(), ""); err != nil {
		return nil, err
	}
	return keys, j.Close()
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
