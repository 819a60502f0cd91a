// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"slices"
	"sync"
	"time"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// calendar cuts the days at every change of a rule's validity or a
// parameter's value; between two cuts nothing changes.
type calendar struct {
	rulebook *Rulebook
	cuts     []time.Time

	mutex sync.Mutex
	spans map[int]*span
}

// maxSpans bounds what is kept of a book that changes every day.
const maxSpans = 32

// span is what holds between two cuts: the parameters, the rules that are
// valid, and what they read.
type span struct {
	parameters []*book.Period // by the order of the book; nil without a value
	rules      []int
	reads      []bool // by place
	index      *index
}

func newCalendar(r *Rulebook) *calendar {
	c := &calendar{rulebook: r, spans: map[int]*span{}}
	for _, of := range r.rules {
		c.cut(of.Valid)
	}
	for _, p := range r.book.Parameters {
		for _, period := range p.Periods {
			c.cut(period.Valid)
		}
	}
	slices.SortFunc(c.cuts, time.Time.Compare)
	c.cuts = slices.CompactFunc(c.cuts, time.Time.Equal)
	return c
}

func (c *calendar) cut(v book.Validity) {
	if !v.From.IsMissing() {
		c.cuts = append(c.cuts, v.From.Day())
	}
	if !v.Until.IsMissing() {
		c.cuts = append(c.cuts, v.Until.Day().AddDate(0, 0, 1))
	}
}

// on gives the span of a day, made when it is first asked for. A missing day
// belongs to the first span only where nothing is dated.
func (c *calendar) on(day value.Value) *span {
	n, exact := slices.BinarySearchFunc(c.cuts, day.Day(), time.Time.Compare)
	if exact {
		n++
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.spans[n] == nil {
		if len(c.spans) >= maxSpans {
			clear(c.spans)
		}
		c.spans[n] = c.rulebook.spanOn(day)
	}
	return c.spans[n]
}

func (r *Rulebook) spanOn(day value.Value) *span {
	s := &span{parameters: make([]*book.Period, len(r.book.Parameters)), reads: make([]bool, len(r.names))}
	for i := range r.book.Parameters {
		s.parameters[i] = periodOn(&r.book.Parameters[i], day)
	}
	for n := range r.rules {
		if of := &r.rules[n]; of.Valid.IsAlways() || of.Valid.Covers(day) {
			s.rules = append(s.rules, n)
			of.mark(s.reads)
		}
	}
	if r.otherwise != nil {
		r.otherwise.mark(s.reads)
	}
	s.index = newIndex(r, s)
	return s
}

// mark notes the places that a rule, or what holds otherwise, reads.
func (r *rule) mark(reads []bool) {
	if r.when != nil {
		for _, place := range r.when.Places() {
			reads[place] = true
		}
	}
	for _, a := range r.then {
		if a.program == nil {
			continue
		}
		for _, place := range a.program.Places() {
			reads[place] = true
		}
	}
}

// periodOn is the period of a parameter that covers a day, or nil.
func periodOn(p *book.Parameter, day value.Value) *book.Period {
	for i := range p.Periods {
		if p.Periods[i].Valid.Covers(day) {
			return &p.Periods[i]
		}
	}
	return nil
}
