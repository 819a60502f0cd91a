// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"fmt"
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// incomparable says why two versions have no cases in common: a fact became
// something of another kind.
func incomparable(before, after *book.Book) []Limit {
	var out []Limit
	for _, f := range before.Facts {
		if g := after.Fact(f.Name); g != nil && g.Type.Kind != f.Type.Kind {
			out = append(out, Limit{Term: f.Name, What: speech.Say("%s was of kind %s and is of kind %s: no case is a case of both versions", "%s war von der Art %s und ist von der Art %s: kein Fall ist ein Fall beider Fassungen", f.Name, f.Type.Kind.Label(), g.Type.Kind.Label())})
		}
	}
	return out
}

// reshaped says which outputs became of another kind: whoever reads them reads
// something else, even where it is written alike.
func reshaped(before, after *book.Book) []Limit {
	var out []Limit
	for _, o := range before.Outputs {
		was := before.Hit.Gives(o.Type).Kind
		if p := after.Output(o.Name); p != nil && after.Hit.Gives(p.Type).Kind != was {
			is := after.Hit.Gives(p.Type).Kind
			out = append(out, Limit{Term: o.Name, What: speech.Say("the output %s was of kind %s and is of kind %s, in every case", "das Ergebnis %s war von der Art %s und ist von der Art %s, in jedem Fall", o.Name, was.Label(), is.Label())})
		}
	}
	return out
}

// terms says what facts, outputs and the hit policy became.
func terms(before, after *book.Book) []speech.Text {
	var out []speech.Text
	if before.Hit.String() != after.Hit.String() {
		out = append(out, speech.Say("the hit policy was %s and is %s", "die Trefferregel war %s und ist %s", before.Hit.String(), after.Hit.String()))
	}
	out = append(out, namesChanged(factNames(before), factNames(after), speech.Say("the fact", "der Sachverhalt"))...)
	out = append(out, namesChanged(outputNames(before), outputNames(after), speech.Say("the output", "das Ergebnis"))...)
	for _, f := range before.Facts {
		if g := after.Fact(f.Name); g != nil && domain(&f) != domain(g) {
			out = append(out, speech.Say("%s: what is possible was %s and is %s", "%s: möglich war %s und ist %s", f.Name, domain(&f), domain(g)))
		}
	}
	return out
}

func domain(f *book.Fact) string {
	return fmt.Sprintf("[%s, %s] %v optional %v", f.Min, f.Max, f.Type.Choices, f.Optional)
}

func namesChanged(before, after []string, what speech.Text) []speech.Text {
	var out []speech.Text
	for _, name := range before {
		if !slices.Contains(after, name) {
			out = append(out, speech.Say("%s %s is gone", "%s %s ist weggefallen", what, name))
		}
	}
	for _, name := range after {
		if !slices.Contains(before, name) {
			out = append(out, speech.Say("%s %s is new", "%s %s ist neu", what, name))
		}
	}
	return out
}

func factNames(b *book.Book) []string {
	var out []string
	for _, f := range b.Facts {
		out = append(out, f.Name)
	}
	return out
}

func outputNames(b *book.Book) []string {
	var out []string
	for _, o := range b.Outputs {
		out = append(out, o.Name)
	}
	return out
}

// wording says which rules are written differently though no case is decided
// differently for their sake, and which cite another law.
func wording(before, after *book.Book, changes []Change) []speech.Text {
	touched := map[string]bool{}
	for _, c := range changes {
		for _, id := range append(slices.Clone(c.Old.Rules), c.New.Rules...) {
			touched[id] = true
		}
	}
	var out []speech.Text
	for _, r := range before.Rules {
		i := slices.IndexFunc(after.Rules, func(n book.Rule) bool { return n.ID == r.ID })
		if i < 0 {
			continue
		}
		n := after.Rules[i]
		if r.Basis != n.Basis {
			out = append(out, speech.Say("%q cites %s and cited %s", "„%s“ beruht auf %s und beruhte auf %s", r.ID, n.Basis, r.Basis))
		}
		if !touched[r.ID] && written(r) != written(n) {
			out = append(out, speech.Say("%q is only spelled differently", "„%s“ ist nur anders geschrieben", r.ID))
		}
	}
	return out
}

// written is how a rule stands in its file.
func written(r book.Rule) string {
	text := r.If.Text
	for _, a := range r.Then {
		text += "\n" + a.Output + a.Expression.Text + a.Literal.String()
	}
	return text
}
