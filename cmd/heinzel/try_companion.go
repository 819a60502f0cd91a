// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"fmt"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/recorder/heal"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/sentences"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// companion goes along with a case that a person tries: it says each step,
// waits, asks, and shows why one failed.
type companion struct {
	*app
	options   tryOptions
	stretch   run.Stretch
	sentences map[string]sentences.Sentence // by their numbers
	wait      time.Duration
	lines     *lines
	// person is set where somebody sits at a terminal, values where what the case
	// holds may be shown.
	person, values bool
	came           bool // to the step that the stretch ends with
	told           bool // why a step failed
	keep           func(act.Proposal) (heal.Proposal, error)
}

func (a *app) companion(dir string, p *plan.Plan, o tryOptions, wait time.Duration) (*companion, error) {
	keep, err := a.keeper(dir)
	if err != nil {
		return nil, err
	}
	c := &companion{
		app: a, options: o, wait: wait, lines: readLines(a.in), person: isTerminal(a.in), keep: keep,
		values: o.showValues || isTerminal(a.out), sentences: map[string]sentences.Sentence{},
	}
	doc := sentences.Scenario(p.Checked(), a.speaks())
	c.learn(doc.Steps)
	for _, s := range doc.Systems {
		c.learn(s.LogIn)
		c.learn(s.LogOut)
	}
	return c, nil
}

// learn remembers the sentences of steps, and of those inside.
func (c *companion) learn(list []sentences.Sentence) {
	for _, s := range list {
		c.sentences[s.Number] = s
		for _, part := range s.Parts {
			c.learn(part.Steps)
		}
	}
}

// word says a sentence in the person's language.
func (c *companion) word(en, de string, args ...any) string {
	return speech.Say(en, de, args...).In(c.speaks())
}

// Here asks a person to bring the application to the step that is begun at.
func (c *companion) Here(ctx context.Context, s *scenarios.Step, session run.Session) error {
	fmt.Fprintln(c.err, c.word("bring the application to the point before step %s, then press Enter:", "bringen Sie das Fachverfahren an die Stelle vor Schritt %s und drücken Sie die Eingabetaste:", s.Number))
	fmt.Fprintln(c.err, "  "+c.sentences[s.Number].Text)
	return c.byHand(ctx, session, c.lines.enter)
}

// Before says a step and waits a little, or for a person.
func (c *companion) Before(ctx context.Context, s *scenarios.Step) error {
	c.came = c.came || s == c.stretch.Until
	says := c.sentences[s.Number]
	mark := ""
	if says.Irreversible {
		mark = c.word("IRREVERSIBLE: ", "UNWIDERRUFLICH: ")
	}
	if !c.json {
		fmt.Fprintf(c.out, "%-8s %s%s\n", s.Number, mark, says.Text)
	}
	if len(scenarios.Branches(s.Act)) > 0 && !says.Irreversible {
		return nil
	}
	if c.options.step {
		fmt.Fprint(c.err, c.word("Enter does it ", "Eingabetaste führt ihn aus "))
		return c.lines.enter(ctx)
	}
	timer := time.NewTimer(c.wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Allow asks before what cannot be undone.
func (c *companion) Allow(ctx context.Context, _ *scenarios.Step) (bool, error) {
	switch {
	case c.options.yes:
		return true, nil
	case !c.person:
		return false, nil
	}
	return c.asks(ctx, speech.Say("this cannot be undone: do it? [y/N]", "das lässt sich nicht rückgängig machen: ausführen? [j/N]"))
}

// asks puts a question that is answered by yes, or else is no.
func (c *companion) asks(ctx context.Context, question speech.Text) (bool, error) {
	fmt.Fprint(c.err, "         "+question.In(c.speaks())+" ")
	line, err := c.lines.next(ctx)
	switch line {
	case "y", "Y", "j", "J", "yes", "ja":
		return err == nil, err
	}
	return false, err
}
