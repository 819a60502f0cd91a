// SPDX-License-Identifier: EUPL-1.2

package report

import (
	"io"
	"time"
)

// Statement is what an office puts into the file of one case: the report of its
// order, with that case alone.
type Statement struct {
	Report
	// Of is how many cases the order has.
	Of int
	// Issued is when it was written, By whom; the journal was verified then.
	Issued time.Time
	By     string
}

// HTML writes the statement as one page that fills one sheet of A4.
func (s Statement) HTML(w io.Writer) error { return s.write(w, "statement", s) }

// Case is the one that is stated.
func (s Statement) Case() Case {
	if len(s.Cases) == 0 {
		return Case{}
	}
	return s.Cases[0]
}
