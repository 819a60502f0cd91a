// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// After says how a step ended, and why it failed.
func (c *companion) After(ctx context.Context, e run.Ended) {
	pairs := c.compare(ctx, e)
	if c.json {
		c.object(c.out, c.endedJSON(e, pairs))
		return
	}
	fmt.Fprintln(c.out, "         "+c.ending(e))
	c.beside(pairs)
	c.told = c.told || e.Err != nil
	if e.Err != nil {
		c.offer(ctx, e)
	}
	c.hold(ctx, e)
}

// ending is in words how a step ended.
func (c *companion) ending(e run.Ended) string {
	found := e.Effect.Found
	switch {
	case e.How == run.LeftOut && c.person:
		return c.word("left out", "ausgelassen")
	case e.How == run.LeftOut:
		return c.word("left out: it cannot be undone, and nobody is here to ask (--yes does it)", "ausgelassen: es lässt sich nicht rückgängig machen, und niemand ist zum Fragen da (--yes führt es aus)")
	case e.How == run.NotNeeded:
		return c.word("not needed: it is so already", "nicht nötig: es ist schon so")
	case e.How == run.Failed:
		text, hint := full(e.Err, c.speaks(), c.values)
		if hint != "" {
			text += "\n         " + c.word("hint", "Hinweis") + ": " + hint
		}
		return c.word("failed: ", "gescheitert: ") + text
	case found != "" && e.Effect.Moved:
		return c.word("done; not every recorded way agreed; found by %s", "erledigt; nicht alle aufgezeichneten Wege stimmten überein; gefunden über %s", clueText(found, c.speaks()))
	case found != "":
		return c.word("done; found by %s", "erledigt; gefunden über %s", clueText(found, c.speaks()))
	}
	return c.word("done", "erledigt")
}

// over says how the case ended.
func (c *companion) over(r run.Result) {
	text, hint := full(r.Err, c.speaks(), c.values)
	if c.json {
		c.object(c.out, map[string]any{"outcome": r.Outcome, "fault": text, "hint": hint, "commits": append([]string{}, r.Commits...)})
		return
	}
	until := c.stretch.Until
	switch {
	case r.Err != nil && c.told:
		c.say(speech.Say("ended at step %s: %s", "beendet bei Schritt %s: %s", numberOf(r.Step), outcomeWord(r.Outcome)))
	case r.Err != nil:
		c.say(speech.Say("ended: %s", "beendet: %s", strings.TrimSuffix(text+"\n"+hint, "\n")))
	case until != nil && !c.came:
		c.say(speech.Say("the case did not come to step %s", "der Vorgang kam nicht zum Schritt %s", until.Number))
	case until != nil:
		c.say(speech.Say("stopped after step %s, as you wished", "wie gewünscht nach Schritt %s angehalten", until.Number))
	default:
		c.say(speech.Say("tried to the end", "bis zum Ende ausprobiert"))
	}
}

func numberOf(s *scenarios.Step) string {
	if s == nil {
		return ""
	}
	return s.Number
}

// stepJSON is what programs read about a step.
type stepJSON struct {
	Step     string     `json:"step"`
	ID       string     `json:"id,omitempty"`
	Sentence string     `json:"sentence"`
	Ended    run.How    `json:"ended"`
	Found    string     `json:"found,omitempty"`
	Moved    bool       `json:"moved,omitempty"`
	Kind     fault.Kind `json:"kind,omitempty"`
	Fault    string     `json:"fault,omitempty"`
	Compared []pair     `json:"compared,omitempty"`
}

func (c *companion) endedJSON(e run.Ended, pairs []pair) stepJSON {
	text, _ := full(e.Err, c.speaks(), c.values)
	return stepJSON{
		Step: e.Step.Number, ID: e.Step.ID, Sentence: strings.TrimSpace(c.sentences[e.Step.Number].Text), Ended: e.How,
		Found: e.Effect.Found, Moved: e.Effect.Moved, Kind: fault.KindOf(e.Err), Fault: text, Compared: pairs,
	}
}
