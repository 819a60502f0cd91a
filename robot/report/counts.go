// SPDX-License-Identifier: EUPL-1.2

package report

// Count is how many cases ended in one way.
type Count struct {
	Outcome Outcome
	Cases   int
}

// Counts tells how the cases ended, in a fixed order; ways in which none did
// are left out.
func (r Report) Counts() []Count {
	var out []Count
	for _, o := range []Outcome{Done, Unchanged, Halted, Business, Technical, Interrupted} {
		if n := len(r.of(o)); n > 0 {
			out = append(out, Count{o, n})
		}
	}
	return out
}

func (r Report) of(o Outcome) []Case {
	var out []Case
	for _, c := range r.Cases {
		if c.Outcome == o {
			out = append(out, c)
		}
	}
	return out
}

// ToDo are the cases that a person has to look at, the most urgent first:
// those that wait for an answer, then halted, business and technical ones.
func (r Report) ToDo() []Case {
	var out, rest []Case
	for _, o := range []Outcome{Halted, Business, Technical, Interrupted} {
		for _, c := range r.of(o) {
			if c.Waits {
				out = append(out, c)
			} else {
				rest = append(rest, c)
			}
		}
	}
	return append(out, rest...)
}

// Commits counts the irreversible steps that are done.
func (r Report) Commits() int {
	n := 0
	for _, c := range r.Cases {
		n += len(c.Commits)
	}
	return n
}

// Right reports whether the systems say exactly what was to be done.
func (l Ledger) Right() bool {
	return l.Found == l.Expected && l.Double == 0 && len(l.Problems) == 0
}
