// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// pair is what was expected, and what was found instead.
type pair struct {
	Expected string `json:"expected"`
	Found    string `json:"found"`
}

// compare sets against each other what a failed step expected and what it
// found.
func (c *companion) compare(ctx context.Context, e run.Ended) []pair {
	if e.Err == nil {
		return nil
	}
	if doubt, ok := errors.AsType[*act.Doubt](e.Err); ok {
		return c.doubted(doubt)
	}
	return c.conditioned(ctx, e, conditionOf(e.Step))
}

// doubted tells what each recorded way found.
func (c *companion) doubted(d *act.Doubt) (out []pair) {
	if d.ByRow {
		rows := c.named(d.Rows)
		return []pair{{c.word("one table row with these values", "eine Tabellenzeile mit diesen Werten"), rows}}
	}
	for _, way := range d.Ways {
		out = append(out, pair{clue(way.By, way.What).In(c.speaks()), c.named(way.Found)})
	}
	if d.Likely != nil {
		now := strings.TrimSpace(d.Likely.New.Role + " " + d.Likely.New.Name)
		return append(out, pair{c.word("what it looked like", "wie es aussah"), c.word("probably %s (%.0f %%)", "wahrscheinlich %s (%.0f %%)", c.shown(now), 100*d.Likely.Trust)})
	}
	label := c.word("one element, beyond doubt", "ein Element, zweifelsfrei")
	for _, r := range d.Rivals {
		out = append(out, pair{label, c.word("could be %s (%.0f %%)", "es könnte sein: %s (%.0f %%)", c.shown(r.Describe), 100*r.Score)})
		label = ""
	}
	for _, r := range d.Near {
		out = append(out, pair{"", c.word("most alike: %s (%.0f %%)", "am ähnlichsten: %s (%.0f %%)", c.shown(r.Describe), 100*r.Score)})
	}
	return out
}

// named says what was found: how it is called, or only how many there are.
func (c *companion) named(found []string) string {
	switch {
	case len(found) == 0:
		return c.word("nothing", "nichts")
	case c.values:
		return strings.Join(found, ", ")
	case len(found) == 1:
		return c.word("one", "eines")
	}
	return c.word("%d", "%d", len(found))
}

// shown is a text of the page, where texts of the case may be seen.
func (c *companion) shown(text string) string {
	if c.values {
		return text
	}
	return c.word("(shown with --show-values)", "(zu sehen mit --show-values)")
}

// conditionOf is what a step waits for, or checks.
func conditionOf(s *scenarios.Step) scenarios.Condition {
	switch a := s.Act.(type) {
	case *scenarios.Expect:
		return a.That
	case *scenarios.Wait:
		return a.Until
	case *scenarios.Commit:
		return a.Expect
	}
	return scenarios.Condition{}
}

// conditioned tells which texts should be seen, and what an element shows.
func (c *companion) conditioned(ctx context.Context, e run.Ended, cond scenarios.Condition) (out []pair) {
	if cond.Text.Given {
		out = append(out, pair{c.word("%q is visible", "„%s“ ist zu sehen", cond.Text.Text), c.seen(ctx, e, cond.Text)})
	}
	if cond.Gone.Given {
		out = append(out, pair{c.word("%q is not visible", "„%s“ ist nicht zu sehen", cond.Gone.Text), c.seen(ctx, e, cond.Gone)})
	}
	if cond.Element != nil && cond.Shows.Given {
		out = append(out, pair{c.word("%s shows %s", "%s zeigt %s", cond.Element, cond.Shows.Text), c.reads(ctx, e)})
	}
	return out
}

// seen looks for a text once more; what is computed for the case is not known
// here.
func (c *companion) seen(ctx context.Context, e run.Ended, o scenarios.Operand) string {
	if e.Session == nil || o.IsExpr {
		return c.word("not so", "nicht so")
	}
	yes, err := e.Session.Look(ctx, act.Look{Text: o.Text, Within: act.AtOnce})
	switch {
	case err != nil:
		return c.word("the screen cannot be read", "die Maske lässt sich nicht lesen")
	case yes:
		return c.word("visible now", "jetzt zu sehen")
	}
	return c.word("not visible", "nicht zu sehen")
}

// reads is what the element of a condition shows.
func (c *companion) reads(ctx context.Context, e run.Ended) string {
	if e.Session == nil || e.Action.Element == nil {
		return c.word("not so", "nicht so")
	}
	a := e.Action
	a.Verb, a.Within = act.Read, act.AtOnce
	effect, err := e.Session.Do(ctx, a)
	if err != nil {
		return c.word("it was not found", "es wurde nicht gefunden")
	}
	return c.shown(effect.Value)
}

// beside prints pairs in two columns.
func (c *companion) beside(pairs []pair) {
	if len(pairs) == 0 {
		return
	}
	head := pair{c.word("expected", "erwartet"), c.word("found", "gefunden")}
	wide := utf8.RuneCountInString(head.Expected)
	for _, p := range pairs {
		wide = max(wide, utf8.RuneCountInString(p.Expected))
	}
	for _, p := range append([]pair{head}, pairs...) {
		gap := strings.Repeat(" ", wide-utf8.RuneCountInString(p.Expected))
		fmt.Fprintf(c.out, "         %s%s  %s\n", p.Expected, gap, p.Found)
	}
}
