// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// listOptions say which cases are listed, and how they are verified.
type listOptions struct {
	*journalOptions
	from, to, key, anchor string
}

// journalList lists all cases of a period, whatever became of them.
func (a *app) journalList(common *journalOptions) *cobra.Command {
	o := listOptions{journalOptions: common}
	cmd := &cobra.Command{
		Use: "list [DIR]", Short: "list all cases of a period for audit software, as CSV", Args: cobra.MaximumNArgs(1),
		Long: "Lists every case of the orders below a folder (default: those in Heinzel's home) that were given in a period: done, failed, waiting, never begun; who gave the order, and which versions ran. " +
			"CSV with semicolons, UTF-8, times in UTC; nothing personal. Each journal is verified; what does not verify is listed all the same and marked." +
			exitStatus("0 listed", "2 the folder cannot be read, or a date is wrong", "7 at least one journal does not verify, or is missing"),
		RunE: func(_ *cobra.Command, args []string) error { return a.list(args, o) },
	}
	cmd.Flags().StringVar(&o.from, "from", "", "first day, as 2026-01-31")
	cmd.Flags().StringVar(&o.to, "to", "", "last day")
	cmd.Flags().StringVar(&o.anchor, "anchor", "", "the second place: orders that it knows and that are not there are listed as missing")
	cmd.Flags().StringVar(&o.key, "key", "", "public key to verify with (default: those in the folder of keys)")
	return cmd
}

func (a *app) list(args []string, o listOptions) error {
	from, to, err := o.period()
	if err != nil {
		return err
	}
	orders, err := ordersBelow(args)
	if err != nil {
		return err
	}
	by, err := o.signers()
	if err != nil {
		return err
	}
	out := csv.NewWriter(a.out)
	out.Comma = ';'
	wrong, all, there := 0, [][]string{columns}, map[string]bool{}
	for _, dir := range orders {
		p, readErr := journal.Populate(disk.At(dir))
		there[p.Order.ID] = true
		_, err := journal.Verify(disk.At(dir), journal.VerifyOptions{By: by})
		switch {
		case readErr != nil:
			wrong, all = wrong+1, append(all, strange(filepath.Base(dir), "unreadable"))
		case err != nil: // its day may be as false as the rest of it
			wrong, all = wrong+1, append(all, rows(p, false)...)
		case !p.Created.Before(from) && (to.IsZero() || p.Created.Before(to)):
			all = append(all, rows(p, true)...)
		}
	}
	missing, err := o.missing(there)
	if err != nil {
		return err
	}
	wrong, all = wrong+len(missing), append(all, missing...)
	if err := out.WriteAll(all); err != nil || wrong == 0 {
		return err
	}
	return fault.New(fault.Evidence, "journal.list", speech.Say("%d journals do not verify or are missing", "%d Journale sind nicht unversehrt oder fehlen", wrong)).
		WithHint(speech.Say("see heinzel journal verify DIR", "siehe heinzel journal verify DIR"))
}

// missing are the orders that the second place knows and that are not there.
func (o listOptions) missing(there map[string]bool) ([][]string, error) {
	if o.anchor == "" {
		return nil, nil
	}
	files, err := os.ReadDir(o.anchor)
	if err != nil {
		return nil, fault.Wrap(fault.Usage, "journal.list", speech.Say("the second place %s cannot be read", "der zweite Ort %s ist nicht lesbar", o.anchor), err)
	}
	var out [][]string
	for _, f := range files {
		if id, ok := proof.AnchoredOrder(f.Name()); ok && !there[id] {
			out = append(out, strange(id, "missing"))
		}
	}
	return out, nil
}

// strange is a row about an order of which nothing else is known.
func strange(order, state string) []string {
	row := make([]string, len(columns))
	row[0], row[2], row[len(row)-1] = plain(order), state, "no"
	return row
}

// signers are the keys that journals may be signed with.
func (o listOptions) signers() (proof.Keys, error) {
	if o.key != "" {
		return signedBy(o.key)
	}
	keys, err := o.load()
	if err != nil {
		return nil, err
	}
	return keys.Verifiers(), nil
}

func (o listOptions) period() (from, to time.Time, err error) {
	for _, day := range []struct {
		text string
		into *time.Time
	}{{o.from, &from}, {o.to, &to}} {
		if day.text == "" {
			continue
		}
		if *day.into, err = time.ParseInLocation("2006-01-02", day.text, time.Local); err != nil {
			return from, to, fault.New(fault.Usage, "journal.list", speech.Say("%q is no day", "„%s“ ist kein Tag", day.text)).
				WithHint(speech.Say("write it as 2026-01-31", "schreiben Sie ihn als 2026-01-31"))
		}
	}
	if !to.IsZero() {
		to = to.AddDate(0, 0, 1)
	}
	return from, to, nil
}

var columns = strings.Split("order case state outcome begun ended lines erased started_by approval scenario scenario_hash environment environment_hash rulebooks program verified", " ")

// rows are the cases of an order without a gap.
func rows(p journal.Population, verified bool) [][]string {
	o := p.Order
	var books []string
	for _, name := range slices.Sorted(maps.Keys(o.Rulebooks)) {
		books = append(books, name+"="+o.Rulebooks[name])
	}
	var out [][]string
	for _, c := range p.Cases {
		row := []string{
			o.ID, strconv.Itoa(c.Number), string(c.State), string(c.Outcome), stamp(c.Began), stamp(c.Ended), strconv.Itoa(c.Lines), yes(c.Erased),
			o.StartedBy, o.Approval, o.Scenario.Name, o.Scenario.Hash, o.Environment.Name, o.Environment.Hash, strings.Join(books, " "), o.Version, yes(verified),
		}
		for i := range row {
			row[i] = plain(row[i])
		}
		out = append(out, row)
	}
	return out
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// plain keeps spreadsheets from taking a cell for a formula.
func plain(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return fmt.Sprintf("'%s", cell)
	}
	return cell
}
