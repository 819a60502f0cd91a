// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"io"
	"math"
	"text/tabwriter"

	"github.com/heinzel-rpa/heinzel/recorder/target"
)

// answer is what a way to find elements says of a question: numbers of
// elements, or -1.
type answer struct {
	q       *question
	always  int     // when it must say something
	trust   float64 // how sure it is of that
	present int     // on the page as it is
	removed int     // on the page without the true element
	doubt   float64 // how sure it would be there
}

// ask lets a model answer.
func ask(m *target.Model, q *question) answer {
	a := answer{q: q, always: -1, present: -1, removed: -1}
	if c := m.Judge(q.page.compared, &q.was, q.page.elements); c.Best >= 0 {
		a.always, a.trust, a.present = q.page.numbers[c.Best], c.Trust, numbered(&q.page, c.Index)
	}
	if c := m.Judge(q.without.compared, &q.was, q.without.elements); c.Best >= 0 {
		a.doubt, a.removed = c.Trust, numbered(&q.without, c.Index)
	}
	return a
}

func numbered(s *scene, index int) int {
	if index < 0 {
		return -1
	}
	return s.numbers[index]
}

// count is how often something happened.
type count struct{ of, n int }

func (c *count) add(happened bool) {
	c.of++
	if happened {
		c.n++
	}
}

// String is the share with its 95 % interval (Wilson 1927).
func (c count) String() string {
	if c.of == 0 {
		return "-"
	}
	const z = 1.96
	n, p := float64(c.of), float64(c.n)/float64(c.of)
	middle, half := p+z*z/(2*n), z*math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return fmt.Sprintf("%.1f %% (%d of %d; %.1f–%.1f)", 100*p, c.n, c.of, 100*max(0, middle-half)/(1+z*z/n), 100*min(1, (middle+half)/(1+z*z/n)))
}

// tally says how good answers are, with targets whose label is doubtful or
// without them.
func tally(out io.Writer, name string, answers []answer, contested bool) {
	var answered, wrong, false_, always count
	for _, a := range answers {
		if a.q.truth < 0 || (a.q.contested && !contested) {
			continue
		}
		answered.add(a.present >= 0)
		if a.present >= 0 {
			wrong.add(!a.q.right(a.present))
		}
		false_.add(a.removed >= 0)
		always.add(a.q.right(a.always))
	}
	fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\n", name, answered, wrong, false_, always)
}

// curve prints answers over thresholds.
func curve(out io.Writer, answers []answer) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "at least\tanswered\twrong of these\tfalse when removed\talways answering right")
	for _, t := range []float64{0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95} {
		at := make([]answer, len(answers))
		for i, a := range answers {
			if a.present, a.removed = a.always, 0; a.trust < t {
				a.present = -1
			}
			if a.doubt < t {
				a.removed = -1
			}
			at[i] = a
		}
		tally(w, fmt.Sprintf("%.2f", t), at, false)
	}
	w.Flush()
}
