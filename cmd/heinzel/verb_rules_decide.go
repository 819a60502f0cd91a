// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"github.com/spf13/cobra"
)

func (a *app) rulesDecide() *cobra.Command {
	file, set := "", []string{}
	cmd := &cobra.Command{
		Use: "decide PATH", Short: "decide one case by a rulebook or a folder of them", Args: cobra.ExactArgs(1),
		Long: "Decides the case whose facts stand in a JSON object: {\"anzahl\": 2, \"stichtag\": \"2026-07-01\"}. Facts that come from other rulebooks " +
			"of the folder are decided first. With --json the results stand under outputs; where a person must decide, what is proposed stands under proposal instead." +
			exitStatus("0 decided", "2 a file is wrong", "3 the case cannot be decided: a fact is missing, no rule applies, or too many do", "5 a person decides"),
		RunE: func(_ *cobra.Command, args []string) error { return a.decideCase(args[0], file, set) },
	}
	cmd.Flags().StringVar(&file, "facts", "", "the JSON file with the facts; - is standard input")
	cmd.Flags().StringArrayVar(&set, "set", nil, "a fact as name=value; may be repeated")
	return cmd
}

// judgement is what the rulebooks at a path say about a case.
type judgement struct {
	Outputs   map[string]value.Value `json:"outputs"`
	Proposal  map[string]value.Value `json:"proposal,omitempty"`
	Decisions []ruling               `json:"decisions"`
}

// ruling is the decision of one rulebook.
type ruling struct {
	Rulebook string `json:"rulebook"`
	rules.Decision
	Error string     `json:"error,omitempty"`
	Kind  fault.Kind `json:"kind,omitempty"`
	Hint  string     `json:"hint,omitempty"`

	proposed map[string]value.Value // where a person decides
}

func (a *app) decideCase(path, file string, set []string) error {
	s, err := a.shelve(path)
	if err != nil {
		return err
	}
	facts, err := a.factsOf(s, file, set)
	if err != nil {
		return err
	}
	v, failed := a.verdict(s, facts)
	if a.json {
		a.object(a.out, v)
	} else {
		a.tellVerdict(s, v)
	}
	if failed != nil {
		return exit(fault.KindOf(failed).ExitCode())
	}
	return nil
}

// verdict decides by every rulebook that was asked for; the first that cannot
// decides how the command ends.
func (a *app) verdict(s *shelf, facts map[string]value.Value) (judgement, error) {
	v := judgement{Outputs: map[string]value.Value{}, Proposal: map[string]value.Value{}}
	var failed error
	for i, r := range s.books() {
		d, err := r.Decide(known(r, facts))
		one := ruling{Rulebook: s.asked[i], Decision: d}
		switch {
		case err == nil:
			maps.Copy(v.Outputs, r.Known(d))
		case len(d.Asks) > 0:
			maps.Copy(v.Proposal, r.Known(d))
			one.proposed = d.Outputs
		}
		if err != nil {
			one.Error, one.Kind, one.Hint = fault.Describe(err, a.speaks()), fault.KindOf(err), fault.HintOf(err).In(a.speaks())
			one.Outputs = nil
			if failed == nil {
				failed = err
			}
		}
		v.Decisions = append(v.Decisions, one)
	}
	return v, failed
}

// known are the facts that a rulebook, or one that feeds it, asks for.
func known(r *rules.Rulebook, facts map[string]value.Value) map[string]value.Value {
	out := map[string]value.Value{}
	for _, f := range slices.Concat(r.Inputs(), r.Book().Facts) {
		if v, ok := facts[f.Name]; ok {
			out[f.Name] = v
		}
	}
	return out
}

func (a *app) tellVerdict(s *shelf, v judgement) {
	for i, d := range v.Decisions {
		b := s.books()[i].Book()
		fmt.Fprintln(a.out, d.Title.In(a.speaks()))
		if d.Error != "" {
			a.line(speech.Say("not decided: %s", "nicht entschieden: %s", d.Error))
		}
		for _, o := range b.Outputs {
			if out, ok := d.Outputs[o.Name]; ok {
				a.line(speech.Say("%s: %s", "%s: %s", b.LabelOf(o.Name), shownIn(out)))
			}
			if out, ok := d.proposed[o.Name]; ok {
				a.line(speech.Say("proposed is %s: %s", "vorgeschlagen ist %s: %s", b.LabelOf(o.Name), shownIn(out)))
			}
		}
		for _, f := range d.Fired {
			a.line(speech.Say("by rule %s", "nach Regel %s", resting(f.Rule, f.Basis)))
		}
		for _, p := range d.Parameters {
			a.line(speech.Say("with %s = %s", "mit %s = %s", b.LabelOf(p.Name), resting(p.Value.In(a.speaks()), p.Basis)))
		}
		a.line(speech.Say("checksum of the rulebook: %s", "Prüfsumme des Regelwerks: %s", d.Hash))
	}
}

// resting is what rests on a legal basis, where there is one.
func resting(what, basis string) string {
	if basis == "" {
		return what
	}
	return what + " (" + basis + ")"
}

func (a *app) line(t speech.Text) { fmt.Fprintln(a.out, "  "+t.In(a.speaks())) }

func shownIn(v value.Value) speech.Text {
	return speech.Text{EN: v.In(speech.English), DE: v.In(speech.German)}
}
