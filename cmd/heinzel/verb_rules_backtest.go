// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/backtest"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/paper"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"github.com/spf13/cobra"
)

func (a *app) rulesBacktest() *cobra.Command {
	file, page := "", ""
	cmd := &cobra.Command{
		Use: "backtest OLD NEW", Short: "decide cases of the past by two versions of a rulebook", Args: cobra.ExactArgs(2),
		Long: "Decides every case of a file by both rulebooks and says how many outcomes change, in which ways and by how much. The file holds one JSON object " +
			"of facts on each line; a million cases are streamed." + exitStatus("0 compared, whatever changes", "2 a file is wrong"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.backtest(cmd.Context(), args[0], args[1], file, page)
		},
	}
	cmd.Flags().StringVar(&file, "cases", "", "the file of cases, one JSON object on each line; - is standard input")
	cmd.Flags().StringVar(&page, "html", "", "write a page to this file instead; - is standard output")
	_ = cmd.MarkFlagRequired("cases")
	return cmd
}

func (a *app) backtest(ctx context.Context, before, after, file, page string) error {
	was, err := a.shelve(before)
	if err != nil {
		return err
	}
	is, err := a.shelve(after)
	if err != nil {
		return err
	}
	if len(was.asked) != 1 || len(is.asked) != 1 {
		return fault.New(fault.Usage, "backtest", speech.Say("a backtest compares two rulebook files", "ein Rückvergleich vergleicht zwei Regelwerksdateien"))
	}
	in := a.in
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return missing(file, err)
		}
		defer f.Close()
		in = f
	}
	known := was.inputs()
	maps.Copy(known, is.inputs())
	result, err := backtest.Compare(ctx, was.books()[0], is.books()[0], backtest.Lines(in, known), a.progress())
	if err != nil {
		return fault.Wrap(fault.Usage, "backtest", speech.Say("reading %s", "beim Lesen von %s", file), err)
	}
	if a.json {
		a.object(a.out, backtestJSON(result))
		if page == "" {
			return nil
		}
	}
	return a.publish(a.backtestPaper(was.books()[0].Book(), result), page)
}

// progress shows on a terminal how far it is; a pipe hears nothing.
func (a *app) progress() func(done int) {
	if !isTerminal(a.err) {
		return func(int) {}
	}
	return func(done int) {
		fmt.Fprintf(a.err, "\r%s", speech.Say("%d cases", "%d Vorgänge", done).In(a.speaks()))
	}
}

// shownGroups bounds the ways to change that a person reads.
const shownGroups = 50

func (a *app) backtestPaper(b *book.Book, r *backtest.Result) *paper.Document {
	doc := paper.New(a.speaks(), speech.Say("Backtest: %s", "Rückvergleich: %s", b.Title).In(a.speaks()))
	doc.Say(speech.Say("%d of %d outcomes change.", "%d von %d Ergebnissen ändern sich.", r.Changed, r.Cases).In(a.speaks()))
	if r.Unreadable > 0 {
		doc.Say(speech.Say("%d cases cannot be read; the first is in line %d: %v", "%d Vorgänge sind nicht lesbar; der erste steht in Zeile %d: %v", r.Unreadable, r.Example.Number, causeIn(r.Example.Err)).In(a.speaks()))
	}
	if r.Undecided > 0 {
		doc.Say(speech.Say("Decided by neither version: %d; the first is in line %d: %v", "Von keiner Fassung entschieden: %d; der erste Vorgang steht in Zeile %d: %v", r.Undecided, r.Refused.Number, causeIn(r.Refused.Err)).In(a.speaks()))
	}
	for _, name := range slices.Sorted(maps.Keys(r.Difference)) {
		doc.Say(speech.Say("Difference of %s over all: %s", "Unterschied bei %s über alle: %s", b.LabelOf(name), shownIn(r.Difference[name])).In(a.speaks()))
	}
	var rows [][]string
	for _, g := range r.Groups[:min(len(r.Groups), shownGroups)] {
		var sums []string
		for _, name := range slices.Sorted(maps.Keys(g.Difference)) {
			sums = append(sums, b.LabelOf(name).In(a.speaks())+" "+g.Difference[name].In(a.speaks()))
		}
		rows = append(rows, []string{fmt.Sprint(g.Cases), a.side(g.Before), a.side(g.After), strings.Join(sums, "; "), fmt.Sprint(g.First)})
	}
	a.table(doc, rows, speech.Say("Cases", "Vorgänge"), speech.Say("before", "bisher"), speech.Say("after", "künftig"), speech.Say("Difference", "Unterschied"), speech.Say("first in line", "erster in Zeile"))
	if rest := len(r.Groups) - shownGroups; rest > 0 || r.Others > 0 {
		doc.Say(speech.Say("More ways to change that are not shown: %d, and %d cases.", "Weitere Arten der Änderung, die nicht gezeigt werden: %d, dazu %d Vorgänge.", max(0, rest), r.Others).In(a.speaks()))
	}
	return doc
}

// side says an outcome in a cell.
func (a *app) side(s backtest.Side) string {
	parts := []string{strings.Join(s.Rules, ", ")}
	if len(s.Outputs) > 0 {
		parts = append(parts, value.NewRecord(s.Outputs).In(a.speaks()))
	}
	if s.Cause != nil {
		parts = append(parts, causeIn(s.Cause).In(a.speaks()))
	}
	return strings.Trim(strings.Join(parts, ": "), ": ")
}

func causeIn(err error) speech.Text {
	return speech.Text{EN: fault.Describe(err, speech.English), DE: fault.Describe(err, speech.German)}
}

// publish prints a document, or writes it as a page.
func (a *app) publish(doc *paper.Document, page string) error {
	switch page {
	case "":
		_, err := io.WriteString(a.out, doc.Text())
		return err
	case "-":
		return doc.HTML(a.out)
	}
	f, err := os.Create(page)
	if err != nil {
		return missing(page, err)
	}
	return errors.Join(doc.HTML(f), f.Close())
}

type groupJSON struct {
	Cases      int                    `json:"cases"`
	First      int                    `json:"first"`
	Before     sideJSON               `json:"before"`
	After      sideJSON               `json:"after"`
	Difference map[string]value.Value `json:"difference,omitempty"`
}

type sideJSON struct {
	Rules   []string               `json:"rules"`
	Outputs map[string]value.Value `json:"outputs,omitempty"`
	Fault   fault.Kind             `json:"fault,omitempty"`
}

func backtestJSON(r *backtest.Result) any {
	groups := []groupJSON{}
	for _, g := range r.Groups {
		groups = append(groups, groupJSON{g.Cases, g.First, sideJSON{g.Before.Rules, g.Before.Outputs, g.Before.Fault}, sideJSON{g.After.Rules, g.After.Outputs, g.After.Fault}, g.Difference})
	}
	return struct {
		Cases      int                    `json:"cases"`
		Changed    int                    `json:"changed"`
		Unreadable int                    `json:"unreadable"`
		Undecided  int                    `json:"undecided"`
		Difference map[string]value.Value `json:"difference"`
		Groups     []groupJSON            `json:"groups"`
		Others     int                    `json:"others"`
	}{r.Cases, r.Changed, r.Unreadable, r.Undecided, r.Difference, groups, r.Others}
}
