// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// hashOf is taken over the meaning of a rulebook, line by line. The order of
// rules counts only where the outcome can depend on it.
func hashOf(r *Rulebook) string {
	lines := []string{fmt.Sprintf("title %s hit %q", textLine(r.book.Title), r.book.Hit.String()) + extra("known as", r.book.KnownAs)}
	for _, f := range r.book.Facts {
		lines = append(lines, fmt.Sprintf("fact %q %s %s min %q max %q optional %v", f.Name, textLine(f.Label), typeLine(f.Type), f.Min, f.Max, f.Optional)+extra("known as", f.KnownAs)+extraText("unit", f.Unit)+extraText("source", f.Source)+originLine(f.From))
	}
	for _, o := range r.book.Outputs {
		lines = append(lines, fmt.Sprintf("output %q %s %s optional %v", o.Name, textLine(o.Label), typeLine(o.Type), o.Optional)+extra("known as", o.KnownAs)+extraText("unit", o.Unit))
	}
	for _, p := range r.book.Parameters {
		lines = append(lines, parameterLine(p))
	}
	slices.Sort(lines)
	rules := make([]string, len(r.rules))
	for i := range r.rules {
		rules[i] = ruleLine(&r.rules[i])
	}
	if r.otherwise != nil {
		lines = append(lines, fmt.Sprintf("otherwise then %s basis %q", thenLine(r.otherwise), r.otherwise.Basis))
	}
	if r.book.Hit.Policy == book.Unique || r.book.Hit.Policy == book.Any {
		slices.Sort(rules)
	}
	all := "heinzel rulebook 1\n" + strings.Join(append(lines, rules...), "\n") + "\n"
	sum := sha256.Sum256([]byte(all))
	return "sha256:" + hex.EncodeToString(sum[:])
}

func textLine(t speech.Text) string { return fmt.Sprintf("de %q en %q", t.DE, t.EN) }

func typeLine(t value.Type) string {
	of := ""
	if t.Of != nil {
		of = typeLine(*t.Of)
	}
	ordered := ""
	if t.Ordered {
		ordered = " ordered"
	}
	return fmt.Sprintf("type %q class %q choices %q of [%s]%s", t.Kind, t.Class, t.Choices, of, ordered)
}

// extra is what a line says only where it was written, so that a new field of
// the format changes no hash of books without it.
func extra(name, text string) string {
	if text == "" {
		return ""
	}
	return fmt.Sprintf(" %s %q", name, text)
}

func extraText(name string, t speech.Text) string {
	if t.IsZero() {
		return ""
	}
	return " " + name + " " + textLine(t)
}

func originLine(o *book.Origin) string {
	if o == nil {
		return ""
	}
	return extra("from", o.Book+"."+o.Output)
}

func parameterLine(p book.Parameter) string {
	var b strings.Builder
	fmt.Fprintf(&b, "parameter %q %s %s", p.Name, textLine(p.Label), typeLine(p.Type))
	for _, period := range p.Periods {
		fmt.Fprintf(&b, " (from %q until %q value %q basis %q source %q)", period.Valid.From, period.Valid.Until, period.Value, period.Basis, period.Source)
	}
	return b.String()
}

func ruleLine(r *rule) string {
	line := fmt.Sprintf("rule %q if %q then %s basis %q from %q until %q", r.ID, r.when.Canonical(), thenLine(r), r.Basis, r.Valid.From, r.Valid.Until)
	if r.Discretion {
		line += " discretion"
	}
	return line + extraText("title", r.Title)
}

func thenLine(r *rule) string {
	then := make([]string, len(r.then))
	for i, a := range r.then {
		then[i] = fmt.Sprintf("%q literal %q", a.output.Name, a.literal)
		if a.program != nil {
			then[i] = fmt.Sprintf("%q %q", a.output.Name, a.program.Canonical())
		}
	}
	slices.Sort(then)
	return strings.Join(then, ", ")
}
