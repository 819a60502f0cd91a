// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// printer tells how an order goes: in words, or as JSON.
type printer interface {
	begun(number int, reference string)
	step(number int, s *scenarios.Step)
	finished(run.Result)
	summary(robot.Summary, *plan.Plan)
}

func (a *app) printer(p *plan.Plan, o runOptions, total int) printer {
	if a.json {
		return &jsonPrinter{app: a, plan: p, values: o.showValues}
	}
	return &wordPrinter{
		w: a.out, progress: a.err, lang: a.speaks(), total: total, live: isTerminal(a.err),
		values: o.showValues || isTerminal(a.out), rehearsal: o.rehearse, plan: p,
	}
}

// shownReference is the reference of a case, unless it quotes what nobody asked
// to see.
func shownReference(p *plan.Plan, r run.Result, values bool) string {
	if values {
		return r.Reference
	}
	return withoutValues(p, r)
}

// wordPrinter writes a line per case, and shows the step on a terminal.
type wordPrinter struct {
	w, progress  io.Writer
	lang         speech.Lang
	total        int
	live, values bool
	rehearsal    bool
	plan         *plan.Plan
	began        time.Time
	counts       map[journal.Outcome]int
}

func (p *wordPrinter) begun(number int, reference string) {
	p.began = time.Now()
	if p.live {
		fmt.Fprintf(p.progress, "\r\x1b[K%s", p.head(number, reference))
	}
}

func (p *wordPrinter) head(number int, reference string) string {
	return fmt.Sprintf("%*d/%d  %s", len(fmt.Sprint(p.total)), number, p.total, reference)
}

func (p *wordPrinter) step(number int, s *scenarios.Step) {
	if p.live {
		fmt.Fprintf(p.progress, "\r\x1b[K%s  %s %s", p.head(number, ""), s.Number, s.Act.Verb())
	}
}

func (p *wordPrinter) finished(r run.Result) {
	if p.live {
		fmt.Fprint(p.progress, "\r\x1b[K")
	}
	if p.counts == nil {
		p.counts = map[journal.Outcome]int{}
	}
	p.counts[r.Outcome]++
	if p.began.IsZero() { // ended in an earlier process
		p.began = time.Now()
	}
	fmt.Fprintf(p.w, "%s  %-12s %5.1f s\n", p.head(r.Number, shownReference(p.plan, r, p.values)), outcomeWord(r.Outcome).In(p.lang), time.Since(p.began).Seconds())
	if text, hint := full(r.Err, p.lang, p.values); text != "" {
		fmt.Fprintf(p.w, "       %s\n", text)
		if hint != "" {
			fmt.Fprintf(p.w, "       %s: %s\n", speech.Say("hint", "Hinweis").In(p.lang), hint)
		}
	}
}

func (p *wordPrinter) summary(s robot.Summary, _ *plan.Plan) {
	fmt.Fprintln(p.w)
	for _, o := range outcomes() {
		if p.counts[o] > 0 {
			fmt.Fprintf(p.w, "%-14s %d\n", outcomeWord(o).In(p.lang), p.counts[o])
		}
	}
	for _, t := range s.Torn {
		fmt.Fprintln(p.w, speech.Say("a line that a crash left unfinished was cut off: %s, %d bytes", "eine durch einen Absturz unvollendete Zeile wurde abgeschnitten: %s, %d Bytes", t.Log, t.Bytes).In(p.lang))
	}
	if s.Dir == "" || p.rehearsal {
		return
	}
	fmt.Fprintln(p.w, speech.Say("journal  %s", "Journal  %s", s.Dir).In(p.lang))
	fmt.Fprintln(p.w, speech.Say("verify   heinzel journal verify %s", "prüfen   heinzel journal verify %s", s.Dir).In(p.lang))
	if s.Waiting > 0 {
		fmt.Fprintln(p.w, speech.Say("%d cases are not over; go on with --resume --order %s", "%d Vorgänge sind nicht zu Ende; weiter mit --resume --order %s", s.Waiting, s.Dir).In(p.lang))
	}
}

func outcomes() []journal.Outcome {
	return []journal.Outcome{run.Done, run.Unchanged, run.Business, run.Technical, run.Halted, run.Interrupted}
}

func outcomeWord(o journal.Outcome) speech.Text {
	german := map[journal.Outcome]string{
		run.Done: "erledigt", run.Unchanged: "unverändert", run.Business: "fachlich", run.Technical: "technisch",
		run.Halted: "angehalten", run.Interrupted: "unterbrochen",
	}
	return speech.Text{EN: string(o), DE: german[o]}
}

// jsonPrinter writes one object per case and one at the end.
type jsonPrinter struct {
	app    *app
	plan   *plan.Plan
	values bool
}

func (*jsonPrinter) begun(int, string)         {}
func (*jsonPrinter) step(int, *scenarios.Step) {}

// caseJSON is what programs read about one case.
type caseJSON struct {
	Case      int             `json:"case"`
	Reference string          `json:"reference,omitempty"`
	Outcome   journal.Outcome `json:"outcome"`
	Fault     string          `json:"fault,omitempty"`
	Hint      string          `json:"hint,omitempty"`
	Kind      fault.Kind      `json:"kind,omitempty"`
	Step      string          `json:"step,omitempty"`
	Commits   []string        `json:"commits"`
	Waits     bool            `json:"waits,omitempty"`
}

func (p *jsonPrinter) finished(r run.Result) {
	c := caseJSON{Case: r.Number, Reference: shownReference(p.plan, r, p.values), Outcome: r.Outcome, Kind: fault.KindOf(r.Err), Commits: append([]string{}, r.Commits...), Waits: r.Waits}
	c.Fault, c.Hint = full(r.Err, p.app.speaks(), p.values)
	if r.Err != nil && r.Step != nil {
		c.Step = r.Step.Number
	}
	p.app.object(p.app.out, c)
}

func (p *jsonPrinter) summary(s robot.Summary, pl *plan.Plan) {
	counts := map[journal.Outcome]int{}
	for _, r := range s.Results {
		counts[r.Outcome]++
	}
	path, _ := filepath.Abs(s.Dir)
	p.app.object(p.app.out, map[string]any{"order": s.Order, "journal": path, "cases": counts, "waiting": s.Waiting, "plan": pl.Hash()})
}
