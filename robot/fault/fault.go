// SPDX-License-Identifier: EUPL-1.2

// Package fault is the one error that people see: what was being done, what
// kind of trouble it is, where, why, and what to do about it. Its kind alone
// decides the exit code of the command line and whether a case is retried.
//
// The shape (operation, kind, place, cause) is that of Upspin's errors
// package; hint and both languages are ours.
package fault

import (
	"context"
	"errors"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Fault is an error with everything a person needs to act on it.
type Fault struct {
	// Op is what was being done, for engineers: "browser.click".
	Op string
	// Kind decides exit code and retry.
	Kind Kind
	// At is the place in a file, where there is one.
	At source.Place
	// Snippet quotes the line of At with a caret.
	Snippet string
	// Step is the number and id of the step of a running case.
	Step string
	// Cause says what is wrong; Hint what to do.
	Cause, Hint speech.Text
	// Private is set where cause or hint may quote values of a case.
	Private bool
	// Err is the error below, if any.
	Err error
}

// New makes a fault of a kind with its cause.
func New(kind Kind, op string, cause speech.Text) *Fault {
	return &Fault{Kind: kind, Op: op, Cause: cause}
}

// Wrap makes a fault around an error. A fault below hands its kind up where
// kind is Unknown.
func Wrap(kind Kind, op string, cause speech.Text, err error) *Fault {
	if kind == Unknown {
		kind = KindOf(err)
	}
	return &Fault{Kind: kind, Op: op, Cause: cause, Err: err}
}

// WithHint adds what to do about it and returns the same fault.
func (f *Fault) WithHint(hint speech.Text) *Fault {
	f.Hint = hint
	return f
}

// Guard notes that cause or hint may quote values of a case, and returns the
// same fault.
func (f *Fault) Guard() *Fault {
	f.Private = true
	return f
}

// Error is the whole fault on few lines, in English.
func (f *Fault) Error() string { return f.In(speech.English) }

// In is the fault in a language: place, step, cause, and the error below.
func (f *Fault) In(lang speech.Lang) string {
	var parts []string
	if !f.At.IsZero() {
		parts = append(parts, f.At.String())
	}
	if f.Step != "" {
		parts = append(parts, speech.Say("step %s", "Schritt %s", f.Step).In(lang))
	}
	if !f.Cause.IsZero() {
		parts = append(parts, f.Cause.In(lang))
	}
	if f.Err != nil {
		parts = append(parts, Describe(f.Err, lang))
	}
	text := strings.Join(parts, ": ")
	if f.Snippet != "" {
		text += "\n" + f.Snippet
	}
	return text
}

// Unwrap gives the error below.
func (f *Fault) Unwrap() error { return f.Err }

// Describe is any error in a language; what is no fault speaks for itself.
func Describe(err error, lang speech.Lang) string {
	if f, ok := errors.AsType[*Fault](err); ok {
		return f.In(lang)
	}
	if d, ok := errors.AsType[source.Diagnostic](err); ok {
		return d.Render(lang)
	}
	if t, ok := err.(interface{ Text() speech.Text }); ok {
		return t.Text().In(lang)
	}
	return err.Error()
}

// Public is an error without anything that may quote values of a case: what a
// log, a mail or a report may show. What is no fault may quote anything.
func Public(err error, lang speech.Lang) string {
	f, ok := errors.AsType[*Fault](err)
	if !ok {
		return string(KindOf(err))
	}
	shown := &Fault{At: f.At, Step: f.Step, Cause: f.Cause}
	if f.Private || f.Cause.IsZero() {
		shown.Cause = speech.Say("(the reason quotes values of the case: %s)", "(die Begründung nennt Werte des Vorgangs: %s)", f.Op)
	}
	if _, below := errors.AsType[*Fault](f.Err); below {
		return shown.In(lang) + ": " + Public(f.Err, lang)
	}
	return shown.In(lang)
}

// PublicHint is the innermost hint that quotes no values.
func PublicHint(err error) speech.Text {
	for f, ok := errors.AsType[*Fault](err); ok; f, ok = errors.AsType[*Fault](f.Err) {
		if f.Private {
			return speech.Text{}
		}
		if f.Err == nil {
			break
		}
	}
	return HintOf(err)
}

// HintOf is the innermost hint of an error: the one nearest to the trouble.
func HintOf(err error) speech.Text {
	var hint speech.Text
	for f, ok := errors.AsType[*Fault](err); ok; f, ok = errors.AsType[*Fault](f.Err) {
		if !f.Hint.IsZero() {
			hint = f.Hint
		}
		if f.Err == nil {
			break
		}
	}
	return hint
}

// KindOf is the kind of an error: of the outermost fault in it, Interrupted
// for a cancelled context, else Internal. It is Unknown for no error.
func KindOf(err error) Kind {
	if err == nil {
		return Unknown
	}
	if f, ok := errors.AsType[*Fault](err); ok {
		return f.Kind
	}
	if errors.Is(err, context.Canceled) {
		return Interrupted
	}
	return Internal
}
