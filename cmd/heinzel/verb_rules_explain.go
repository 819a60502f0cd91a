// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/explain"
	"github.com/heinzel-rpa/heinzel/scenarios/paper"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"github.com/spf13/cobra"
)

func (a *app) rulesExplain() *cobra.Command {
	file, page, set := "", "", []string{}
	cmd := &cobra.Command{
		Use: "explain PATH", Short: "say why a case is decided as it is", Args: cobra.ExactArgs(1),
		Long: "Decides a case like decide, and says for each rule that applies every condition with the value it saw, and for each rule that nearly " +
			"applies the one condition that does not hold." + exitStatus("0 explained, whether or not the case can be decided", "2 a file is wrong", "3 a fact is missing or not possible"),
		RunE: func(_ *cobra.Command, args []string) error { return a.explainCase(args[0], file, page, set) },
	}
	cmd.Flags().StringVar(&file, "facts", "", "the JSON file with the facts; - is standard input")
	cmd.Flags().StringArrayVar(&set, "set", nil, "a fact as name=value; may be repeated")
	cmd.Flags().StringVar(&page, "html", "", "write a page to this file instead; - is standard output")
	return cmd
}

// explained is a ruling with its reasons.
type explained struct {
	ruling
	explain.Account
}

func (a *app) explainCase(path, file, page string, set []string) error {
	s, err := a.shelve(path)
	if err != nil {
		return err
	}
	facts, err := a.factsOf(s, file, set)
	if err != nil {
		return err
	}
	v, _ := a.verdict(s, facts)
	doc := paper.New(a.speaks(), speech.Say("Why it was decided so", "Warum so entschieden wurde").In(a.speaks()))
	for _, d := range s.withFeeders(v.Decisions) {
		r := s.all[d.Rulebook]
		account, err := explain.Why(r, known(r, facts), a.speaks())
		if err != nil {
			return err
		}
		if a.json {
			a.object(a.out, explained{d, account})
		}
		a.account(doc, r, d, account)
	}
	if a.json && page == "" {
		return nil
	}
	return a.publish(doc, page)
}

// withFeeders adds the decisions of rulebooks that were not asked for, but
// that facts were derived by.
func (s *shelf) withFeeders(list []ruling) []ruling {
	out, seen := slices.Clone(list), map[string]bool{}
	for _, d := range list {
		seen[d.Hash] = true
	}
	for i := 0; i < len(out); i++ {
		for _, d := range out[i].Derived {
			if name := s.named(d.Hash); name != "" && !seen[d.Hash] {
				seen[d.Hash] = true
				out = append(out, ruling{Rulebook: name, Decision: d})
			}
		}
	}
	return out
}

// named is the rulebook with a checksum.
func (s *shelf) named(hash string) string {
	for name, r := range s.all {
		if r.Hash() == hash {
			return name
		}
	}
	return ""
}

func (a *app) account(doc *paper.Document, r *rules.Rulebook, d ruling, account explain.Account) {
	b := r.Book()
	doc.Heading(d.Title.In(a.speaks()))
	if d.Error != "" {
		doc.Say(speech.Say("Not decided: %s.", "Nicht entschieden: %s.", d.Error).In(a.speaks()))
	}
	var rows [][]string
	for _, o := range b.Outputs {
		if out, ok := d.Outputs[o.Name]; ok {
			rows = append(rows, []string{b.LabelOf(o.Name).In(a.speaks()), out.In(a.speaks())})
		}
	}
	a.table(doc, rows, speech.Say("Result", "Ergebnis"), speech.Say("Value", "Wert"))
	for _, f := range d.Fired {
		doc.Say(decidedBy(f).In(a.speaks()))
	}
	for _, reason := range account.Fired {
		doc.Say(speech.Say("The rule %s applies, since", "Die Regel %s trifft zu, denn", cite(reason)).In(a.speaks()))
		doc.List(reason.Conditions...)
	}
	if len(account.Near) > 0 {
		doc.Say(speech.Say("But for one condition these would apply:", "Bis auf eine Bedingung träfen auch zu:").In(a.speaks()))
		var near []string
		for _, reason := range account.Near {
			near = append(near, cite(reason)+": "+reason.Failed)
		}
		doc.List(near...)
	}
	if account.Others > 0 {
		doc.Say(speech.Say("Other rules that do not apply: %d.", "Weitere Regeln, die nicht zutreffen: %d.", account.Others).In(a.speaks()))
	}
	rows = nil
	for _, p := range d.Parameters {
		rows = append(rows, []string{b.LabelOf(p.Name).In(a.speaks()), p.Value.In(a.speaks()), days(p.From, p.Until).In(a.speaks()), p.Basis, p.Source})
	}
	a.table(doc, rows, speech.Say("Value set by law", "Wert des Rechts"), speech.Say("Amount", "Betrag"), speech.Say("In force", "Gilt"), speech.Say("Basis", "Grundlage"), speech.Say("Source", "Fundstelle"))
	doc.Say(speech.Say("Checksum of the rulebook: %s", "Prüfsumme des Regelwerks: %s", d.Hash).In(a.speaks()))
}

func (a *app) table(doc *paper.Document, rows [][]string, head ...speech.Text) {
	words := make([]string, len(head))
	for i, t := range head {
		words[i] = t.In(a.speaks())
	}
	doc.Table(words, rows)
}

// decidedBy says whose result counts: of several rules that apply, or where
// none does.
func decidedBy(f rules.Fired) speech.Text {
	basis := ""
	if f.Basis != "" {
		basis = " (" + f.Basis + ")"
	}
	if f.Rule == book.OtherwiseID {
		return speech.Say("No rule applies; what else holds decides%s.", "Keine Regel trifft zu; es entscheidet, was sonst gilt%s.", basis)
	}
	return speech.Say("Decided by the rule %s%s.", "Entschieden hat die Regel %s%s.", f.Rule, basis)
}

// cite is a rule with its title, basis and validity.
func cite(r explain.Reason) string {
	var about []string
	for _, s := range []string{r.Title, r.Basis, r.Valid} {
		if s != "" {
			about = append(about, s)
		}
	}
	if len(about) == 0 {
		return r.Rule
	}
	return r.Rule + " (" + strings.Join(about, "; ") + ")"
}

func days(from, until value.Value) speech.Text {
	if until.IsMissing() {
		return speech.Say("from %s", "ab %s", shownIn(from))
	}
	return speech.Say("%s to %s", "%s bis %s", shownIn(from), shownIn(until))
}
