// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// periods finds days for which no rule can apply, and days for which a
// parameter that a case needs has no value.
func (e *examiner) periods() {
	if e.book.Fact(book.ReferenceDay) == nil {
		return
	}
	e.ruleless()
	for i := range e.book.Parameters {
		e.valueless(&e.book.Parameters[i])
	}
}

func (e *examiner) ruleless() {
	left, some := e.space.Outside(e.space.All(), boxes(e.list))
	if !some || e.book.Hit.IsMany() || e.book.Otherwise != nil {
		return
	}
	for _, days := range e.space.Days(left) {
		facts, ok := e.witness(days, e.isGap)
		if !ok {
			continue
		}
		e.idle = append(e.idle, days)
		e.report.group(Period).note(func() Finding {
			f := e.finding(speech.Say("no rule is valid: %s", "keine Regel gilt: %s", spanned(e.space.Validity(days))))
			f.Area, f.Witness = e.space.Condition(days), facts
			return f
		})
	}
}

// valueless shows days on which a parameter has no value though a case needs
// it.
func (e *examiner) valueless(p *book.Parameter) {
	if !e.isRead(p.Name) {
		return
	}
	left, some := e.space.Outside(e.space.All(), e.valued(p))
	if !some {
		return
	}
	for _, days := range e.space.Days(left) {
		e.lacking = append(e.lacking, days)
		facts, ok := e.needs(days, p.Name)
		if !ok {
			continue
		}
		e.report.group(Period).note(func() Finding {
			f := e.finding(speech.Say("the parameter %q has no value, and a case needs it: %s", "der Parameter „%s“ hat keinen Wert, und ein Fall braucht ihn: %s", p.Name, spanned(e.space.Validity(days))))
			f.At, f.Area, f.Witness = append(f.At, p.At), e.space.Condition(days), facts
			return f
		})
	}
}

// valued are the days on which a parameter has a value.
func (e *examiner) valued(p *book.Parameter) []space.Box {
	var out []space.Box
	for _, period := range p.Periods {
		if b, some := e.space.On(period.Valid); some {
			out = append(out, b)
		}
	}
	return out
}

// needs looks for a case that cannot be decided on some days since a rule
// reads the parameter.
func (e *examiner) needs(days space.Box, name string) (Witness, bool) {
	for n := range e.list {
		if !e.reads(n, name) {
			continue
		}
		for _, b := range e.list[n].May {
			area, meet := b.Meet(days)
			if !meet {
				continue
			}
			if facts, ok := e.witness(area, func(facts map[string]value.Value) bool { return e.lacks(n, facts) }); ok {
				return facts, true
			}
		}
	}
	return nil, false
}

// lacks asks the runtime whether a case stays undecided with the n-th rule.
func (e *examiner) lacks(n int, facts map[string]value.Value) bool {
	hits, unknown, ok := e.hits(facts)
	_, err := e.rulebook.Decide(facts)
	return ok && err != nil && (slices.Contains(unknown, n) || slices.Contains(hits, n) && len(hits) == 1)
}

func (e *examiner) isRead(name string) bool {
	for n := range e.list {
		if e.reads(n, name) {
			return true
		}
	}
	return false
}

func (e *examiner) reads(n int, name string) bool {
	return slices.Contains(e.rulebook.Condition(n).Reads(), name) || slices.Contains(e.results[n].reads(), name)
}

// spanned says a span of days.
func spanned(v book.Validity) speech.Text {
	from, until := said(v.From), said(v.Until)
	switch {
	case v.IsAlways():
		return speech.Say("on all days", "an allen Tagen")
	case v.From.IsMissing():
		return speech.Say("until %s", "bis %s", until)
	case v.Until.IsMissing():
		return speech.Say("from %s", "ab %s", from)
	}
	return speech.Say("from %s until %s", "vom %s bis %s", from, until)
}

func said(v value.Value) speech.Text {
	return speech.Text{EN: v.In(speech.English), DE: v.In(speech.German)}
}
