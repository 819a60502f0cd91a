// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"errors"
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// gaps finds areas in which no rule applies, on days on which one could.
func (e *examiner) gaps() {
	area, ok := e.space.Outside(e.space.All(), e.idle)
	if e.book.Hit.IsMany() || e.book.Otherwise != nil || !ok {
		return
	}
	g := e.report.group(Gap)
	g.AtLeast = !e.space.Gaps(area, boxes(e.list), steps, func(b space.Box) bool {
		e.gap(g, b)
		return g.Count+g.Unproven < mostGaps
	})
}

func (e *examiner) gap(g *Group, b space.Box) {
	if e.space.IsExact(b) && len(g.Findings) == Most {
		g.Count++
		return
	}
	facts, ok := e.witness(b, e.isGap)
	if !ok {
		g.doubt(e.space.IsEmpty(b))
		return
	}
	g.note(func() Finding {
		f := e.finding(speech.Say("no rule applies", "keine Regel trifft zu"))
		f.Area, f.Witness = e.space.Condition(b), facts
		f.Row = e.row(f.Area)
		return f
	})
}

// isGap asks the runtime.
func (e *examiner) isGap(facts map[string]value.Value) bool {
	_, err := e.rulebook.Decide(facts)
	hits, unknown, ok := e.hits(facts)
	f, isFault := errors.AsType[*fault.Fault](err)
	return isFault && f.Kind == fault.Business && ok && len(hits)+len(unknown) == 0
}

// row is a rule for an area, as a file writes it. Its outputs and its legal
// basis are for a person to say.
func (e *examiner) row(condition string) string {
	var b strings.Builder
	b.WriteString("- id: " + e.fresh() + "\n  if: " + quoted(condition) + "\n  then:\n")
	for _, o := range e.book.Outputs {
		b.WriteString("    " + o.Name + ":\n")
	}
	b.WriteString("  basis:\n")
	return b.String()
}

// fresh is an id that no rule has.
func (e *examiner) fresh() string {
	taken := map[string]bool{}
	for _, r := range e.list {
		taken[r.ID] = true
	}
	for n := 1; ; n++ {
		if id := "neu-" + strconv.Itoa(n); !taken[id] {
			return id
		}
	}
}

// quoted puts a text between single quotes, as YAML wants them.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
