// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// feeder is a rulebook whose output is a fact of another.
type feeder struct {
	fact   *book.Fact
	output string
	book   *Rulebook
}

// CompileAll compiles rulebooks that stand together and lets them feed each
// other: a fact that comes from another book is decided there first. A fact
// from a book or output that is not there, of another type, or that in the end
// depends on itself, is noted.
func CompileAll(books map[string]*book.Book, report *source.Report) map[string]*Rulebook {
	out := map[string]*Rulebook{}
	for _, name := range slices.Sorted(maps.Keys(books)) {
		if r := Compile(books[name], report); r != nil {
			out[name] = r
		}
	}
	l := &linker{books: books, compiled: out, report: report, done: map[string]bool{}}
	for _, name := range slices.Sorted(maps.Keys(books)) {
		l.visit(name, nil)
	}
	if report.Failed() {
		return nil
	}
	return out
}

type linker struct {
	books    map[string]*book.Book
	compiled map[string]*Rulebook
	report   *source.Report
	done     map[string]bool
}

// visit links the books that feed a book, and then the book itself.
func (l *linker) visit(name string, path []string) {
	if i := slices.Index(path, name); i >= 0 {
		l.report.Errorf(l.books[name].At, speech.Say("rulebooks depend on themselves: %s", "Regelwerke hängen von sich selbst ab: %s", strings.Join(append(path[i:], name), " → ")), speech.Text{})
		return
	}
	if l.done[name] || l.books[name] == nil {
		return
	}
	for _, f := range l.books[name].Facts {
		if f.From != nil {
			l.visit(f.From.Book, append(slices.Clone(path), name))
		}
	}
	l.done[name] = true
	if r := l.compiled[name]; r != nil {
		l.link(r)
		r.gather()
	}
}

func (l *linker) link(r *Rulebook) {
	for i := range r.book.Facts {
		f := &r.book.Facts[i]
		if f.From == nil {
			continue
		}
		from := l.books[f.From.Book]
		if from == nil {
			l.report.Errorf(f.From.At, speech.Say("there is no rulebook %q beside this one", "neben diesem gibt es kein Regelwerk „%s“", f.From.Book), source.DidYouMean(f.From.Book, slices.Sorted(maps.Keys(l.books))))
			continue
		}
		if l.fits(f, from) && l.compiled[f.From.Book] != nil {
			r.feeders = append(r.feeders, feeder{fact: f, output: f.From.Output, book: l.compiled[f.From.Book]})
		}
	}
}

// fits checks that an output can serve as the fact.
func (l *linker) fits(f *book.Fact, from *book.Book) bool {
	o := from.Output(f.From.Output)
	if o == nil {
		var names []string
		for _, known := range from.Outputs {
			names = append(names, known.Name)
		}
		l.report.Errorf(f.From.At, speech.Say("the rulebook %q has no output %q", "das Regelwerk „%s“ hat kein Ergebnis „%s“", f.From.Book, f.From.Output), source.DidYouMean(f.From.Output, names))
		return false
	}
	given := from.Hit.Gives(o.Type)
	if given.Kind != f.Type.Kind && (!given.Kind.IsText() || !f.Type.Kind.IsText()) && (given.Kind != value.Integer || f.Type.Kind != value.Decimal) {
		l.report.Errorf(f.From.At, speech.Say("%s.%s is of kind %s, declared is %s", "%s.%s ist von der Art %s, deklariert ist %s", f.From.Book, f.From.Output, given.Kind.Label(), f.Type.Kind.Label()), speech.Text{})
		return false
	}
	return true
}

// gather lists what a case must give: the facts of the book and of the books
// that feed it, each once, without those that are derived.
func (r *Rulebook) gather() {
	r.inputs, r.known = nil, map[string]bool{}
	seen := map[string]bool{}
	add := func(f book.Fact) {
		if !seen[f.Name] {
			seen[f.Name], r.known[f.Name] = true, true
			r.inputs = append(r.inputs, f)
		}
	}
	for _, f := range r.book.Facts {
		r.known[f.Name] = true
		if from := r.feeder(f.Name); from == nil {
			add(f)
		}
	}
	for _, from := range r.feeders {
		for _, f := range from.book.inputs {
			add(f)
		}
	}
}

// Inputs are the facts that a case must give: those of the book and of the
// books that feed it, each once, without those that are derived.
func (r *Rulebook) Inputs() []book.Fact { return r.inputs }

func (r *Rulebook) feeder(fact string) *feeder {
	for i := range r.feeders {
		if r.feeders[i].fact.Name == fact {
			return &r.feeders[i]
		}
	}
	return nil
}

// Knows reports whether a case may give a fact: one of the book or of a book
// that feeds it.
func (r *Rulebook) Knows(fact string) bool { return r.known[fact] }

// derived remembers what other rulebooks decided about a case, so that each is
// asked once however many ask for it.
type derived map[*Rulebook]derivation

type derivation struct {
	decision Decision
	err      error
}

// factOf is a fact as it was given, else as another rulebook decides it. One
// that is given counts: examples of a book need not know its feeders.
func (j *judge) factOf(f *book.Fact, facts map[string]value.Value) (value.Value, error) {
	v := facts[f.Name]
	if !v.IsMissing() || len(j.feeders) == 0 {
		return v, nil
	}
	from := j.feeder(f.Name)
	if from == nil {
		return v, nil
	}
	d, err := j.derive(from.book, facts)
	if err != nil {
		return value.Value{}, fault.Wrap(fault.Unknown, "rules.derive", speech.Say("%s comes from the rulebook “%s”", "%s kommt aus dem Regelwerk „%s“", named(j.book, f.Name), d.Title), err)
	}
	return d.Outputs[from.output], nil
}

func (j *judge) derive(from *Rulebook, facts map[string]value.Value) (Decision, error) {
	if j.derived == nil {
		j.derived = derived{}
	}
	known, asked := j.derived[from]
	if !asked {
		given := map[string]value.Value{}
		for name, v := range facts {
			if from.Knows(name) {
				given[name] = v
			}
		}
		known.decision, known.err = from.decide(given, j.derived)
		j.derived[from] = known
	}
	if !slices.ContainsFunc(j.decision.Derived, func(d Decision) bool { return d.Hash == known.decision.Hash }) {
		j.decision.Derived = append(j.decision.Derived, known.decision)
	}
	return known.decision, known.err
}
