// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// journalRetain erases what was kept long enough.
func (a *app) journalRetain(o *journalOptions) *cobra.Command {
	really := false
	cmd := &cobra.Command{
		Use: "retain [DIR]", Short: "erase the values of cases whose period is over", Args: cobra.MaximumNArgs(1),
		Long: "Looks through all orders below a folder (default: those in Heinzel's home) for cases that ended longer ago than their scenario says under retention:, and says what would be erased; with --now it is, and noted in the journals. Doing it again changes nothing." +
			exitStatus("0 done", "2 the folder cannot be read", "7 a journal does not verify; the others are done"),
		RunE: func(_ *cobra.Command, args []string) error { return a.retain(args, o, really) },
	}
	cmd.Flags().BoolVar(&really, "now", false, "erase, instead of saying what would be erased")
	return cmd
}

func (a *app) retain(args []string, o *journalOptions, really bool) error {
	orders, err := ordersBelow(args)
	if err != nil {
		return err
	}
	total := 0
	var troubles []error
	for _, dir := range orders {
		n, err := a.retainOrder(dir, o, really)
		total += n
		if err != nil {
			troubles = append(troubles, err)
		}
	}
	if really {
		a.say(speech.Say("%d cases erased", "%d Vorgänge gelöscht", total))
	} else {
		a.say(speech.Say("%d cases would be erased; --now does it", "%d Vorgänge würden gelöscht; mit --now geschieht es", total))
	}
	return errors.Join(troubles...)
}

func (a *app) retainOrder(dir string, o *journalOptions, really bool) (int, error) {
	folder := disk.At(dir)
	p, err := journal.Populate(folder)
	if err != nil {
		return 0, err
	}
	over := overdue(p, now())
	if len(over) == 0 {
		return 0, nil
	}
	for _, c := range over {
		a.say(speech.Say("%s  case %d  ended %s, kept for %d days", "%s  Vorgang %d  beendet am %s, Frist %d Tage", p.Order.ID, c.Number, c.Ended.Format("2006-01-02"), p.Order.KeptFor))
	}
	if !really {
		return len(over), nil
	}
	erased := 0
	_, err = o.write(folder, func(j *journal.Journal) error {
		for _, c := range over {
			if err := j.Erase(c.Number, userName(), "retention"); err != nil {
				return err
			}
			erased++
		}
		return nil
	})
	return erased, err
}

// overdue are the cases whose values should be gone.
func overdue(p journal.Population, at time.Time) []journal.Listed {
	var out []journal.Listed
	for _, c := range p.Cases {
		if p.Order.KeptFor > 0 && c.State == journal.Finished && !c.Erased && at.After(c.Ended.AddDate(0, 0, p.Order.KeptFor)) {
			out = append(out, c)
		}
	}
	return out
}

// ordersBelow are the orders in a folder, or the folder itself where it is one.
func ordersBelow(args []string) ([]string, error) {
	home, err := robot.FindHome()
	if len(args) == 0 && err != nil {
		return nil, err
	}
	dir := home.Orders()
	if len(args) > 0 {
		dir = args[0]
	}
	if isOrder(dir) {
		return []string{dir}, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fault.Wrap(fault.Usage, "journal.list", speech.Say("there are no orders in %s", "in %s liegen keine Aufträge", dir), err)
	}
	var out []string
	for _, e := range entries {
		if path := filepath.Join(dir, e.Name()); isOrder(path) {
			out = append(out, path)
		}
	}
	return out, nil
}

func isOrder(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, proof.OrderLog))
	return err == nil
}
