// SPDX-License-Identifier: EUPL-1.2

package source

import (
	"cmp"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Severity tells whether a diagnostic stops the file from being used.
type Severity string

// The severities. Only an error stops.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Diagnostic is one thing that is wrong in a file: where, what, and what to do.
type Diagnostic struct {
	Severity Severity
	At       Place
	Problem  speech.Text
	Hint     speech.Text
	Snippet  string
}

// Render is the diagnostic as a person reads it, with snippet and hint.
func (d Diagnostic) Render(lang speech.Lang) string {
	var b strings.Builder
	b.WriteString(d.At.String() + ": " + d.Problem.In(lang))
	if d.Snippet != "" {
		b.WriteString("\n" + d.Snippet)
	}
	if !d.Hint.IsZero() {
		b.WriteString("\n " + speech.Say("hint", "Hinweis").In(lang) + ": " + d.Hint.In(lang))
	}
	return b.String()
}

// Error makes a diagnostic usable as an error; the wording is English.
func (d Diagnostic) Error() string { return d.Render(speech.English) }

// Report collects diagnostics, so that a person sees all of them at once. The
// zero value is empty and ready.
type Report struct {
	files map[string]*File
	list  []Diagnostic
}

// Add remembers the text of a file for later snippets.
func (r *Report) Add(f *File) {
	if r.files == nil {
		r.files = map[string]*File{}
	}
	r.files[f.Name] = f
}

// Errorf notes an error at p; hint may be the zero Text.
func (r *Report) Errorf(p Place, problem, hint speech.Text) { r.note(Error, p, problem, hint) }

// Warnf notes something that deserves a second look at p.
func (r *Report) Warnf(p Place, problem, hint speech.Text) { r.note(Warning, p, problem, hint) }

// Take adds diagnostics made elsewhere, and quotes their lines where they
// carry no snippet yet.
func (r *Report) Take(list ...Diagnostic) {
	for _, d := range list {
		if d.Snippet == "" {
			d.Snippet = r.files[d.At.File].Snippet(d.At)
		}
		r.list = append(r.list, d)
	}
}

func (r *Report) note(s Severity, p Place, problem, hint speech.Text) {
	r.Take(Diagnostic{Severity: s, At: p, Problem: problem, Hint: hint})
}

// Sorted gives the diagnostics in the order of the files' text.
func (r *Report) Sorted() []Diagnostic {
	out := slices.Clone(r.list)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		return cmp.Or(strings.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	return out
}

// Failed reports whether any of the diagnostics is an error.
func (r *Report) Failed() bool {
	return slices.ContainsFunc(r.list, func(d Diagnostic) bool { return d.Severity == Error })
}
