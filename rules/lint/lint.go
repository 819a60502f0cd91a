// SPDX-License-Identifier: EUPL-1.2

// Package lint remarks on what is not wrong in a rulebook, but deserves a
// second look: a rule without legal basis, a fact that nobody reads, a number
// that the law may change. docs/rules-lint.md says of each remark why it is
// made. A rulebook can switch a remark off, with a reason.
package lint

import (
	"cmp"
	"slices"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// The remarks, by the names that switch them off.
const (
	NoBasis           = "no-basis"
	ExpiredBasis      = "expired-basis"
	UnusedFact        = "unused-fact"
	UnusedParameter   = "unused-parameter"
	UnreachableOutput = "unreachable-output"
	MagicNumber       = "magic-number"
	DuplicateTitle    = "duplicate-title"
	BadWaiver         = "bad-waiver" // cannot be switched off
)

// Names lists the remarks that can be switched off.
func Names() []string {
	return []string{NoBasis, ExpiredBasis, UnusedFact, UnusedParameter, UnreachableOutput, MagicNumber, DuplicateTitle}
}

// Remark is one thing that deserves a second look.
type Remark struct {
	Name string       `json:"name"`
	At   source.Place `json:"at"`
	Says speech.Text  `json:"says"`
}

// Waived is how often a remark was made that the rulebook switches off.
type Waived struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
	Count  int    `json:"count"`
}

// Report is what was remarked, in the order of the text.
type Report struct {
	Remarks []Remark `json:"remarks"`
	Waived  []Waived `json:"waived,omitempty"`
}

// Lint looks through a rulebook; what has ended is told by a day.
func Lint(r *rules.Rulebook, on value.Value) Report {
	l := &linter{rulebook: r, book: r.Book(), on: on}
	for _, look := range []func(){l.bases, l.expired, l.unused, l.outputs, l.numbers, l.titles} {
		look()
	}
	return l.report()
}

type linter struct {
	rulebook *rules.Rulebook
	book     *book.Book
	on       value.Value
	remarks  []Remark
}

func (l *linter) note(name string, at source.Place, en, de string, args ...any) {
	l.remarks = append(l.remarks, Remark{Name: name, At: at, Says: speech.Say(en, de, args...)})
}

// report takes out what the rulebook switches off.
func (l *linter) report() Report {
	out := Report{Remarks: []Remark{}}
	for _, w := range l.waivers() {
		count := len(l.remarks)
		l.remarks = slices.DeleteFunc(l.remarks, func(r Remark) bool { return r.Name == w.Finding })
		out.Waived = append(out.Waived, Waived{Name: w.Finding, Reason: w.Reason, Count: count - len(l.remarks)})
	}
	out.Remarks = append(out.Remarks, l.remarks...)
	slices.SortStableFunc(out.Remarks, func(a, b Remark) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	return out
}

// waivers are those that count: of a remark that there is, with a reason.
func (l *linter) waivers() []book.Waiver {
	var out []book.Waiver
	for _, w := range l.book.Waivers {
		switch {
		case !slices.Contains(Names(), w.Finding):
			l.note(BadWaiver, w.At, "there is no remark %q: %s", "eine Bemerkung „%s“ gibt es nicht: %s", w.Finding, source.DidYouMean(w.Finding, Names()))
		case w.Reason == "":
			l.note(BadWaiver, w.At, "%q is switched off without a reason, which does not count", "„%s“ ist ohne Grund abgeschaltet, das zählt nicht", w.Finding)
		default:
			out = append(out, w)
		}
	}
	return out
}
