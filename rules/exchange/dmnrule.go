// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/exchange/feel"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

func (t *tableReader) rule(e *element, number int, heads []*element) book.Rule {
	r := book.Rule{ID: fmt.Sprintf("zeile-%d", number), At: e.at}
	inputs, outputs := e.all("inputEntry"), e.all("outputEntry")
	if len(inputs) != len(t.terms) || len(outputs) != len(t.book.Outputs) {
		t.report.Errorf(e.at, speech.Say("the rule has %d inputs and %d outputs, the table %d and %d", "die Regel hat %d Eingaben und %d Ausgaben, die Tabelle %d und %d", len(inputs), len(outputs), len(t.terms), len(t.book.Outputs)), speech.Text{})
		return r
	}
	var when joined
	for i, in := range inputs {
		t.foreign(in)
		text, at := in.textOf()
		when.add(t.condition(t.terms[i], text, at), at)
	}
	r.If = when.expression(e.at)
	for i, out := range outputs {
		t.foreign(out)
		text, at := out.textOf()
		if a, ok := t.assigned(&t.book.Outputs[i], text, at); ok {
			r.Then = append(r.Then, a)
		}
	}
	t.annotate(&r, e, heads)
	return r
}

// condition is a cell below an input column, in our words.
func (t *tableReader) condition(term *feel.Expression, text string, at source.Place) string {
	if term == nil {
		return ""
	}
	tests, problem := t.language().Tests(text)
	if problem == nil {
		t.read(tests.Reads())
		var out string
		if out, problem = tests.On(term); problem == nil {
			return out
		}
	}
	t.note(problem, at)
	return ""
}

// joined is a condition put together of cells, which knows where each came
// from.
type joined struct {
	text   strings.Builder
	starts []int
	places []source.Place
}

func (j *joined) add(condition string, at source.Place) {
	switch {
	case condition == "":
		return
	case strings.Contains(condition, " or "):
		condition = "(" + condition + ")"
	}
	if j.text.Len() > 0 {
		j.text.WriteString(" and ")
	}
	j.starts, j.places = append(j.starts, utf8.RuneCountInString(j.text.String())), append(j.places, at)
	j.text.WriteString(condition)
}

func (j *joined) expression(at source.Place) book.Expression {
	if j.text.Len() == 0 {
		return always(at)
	}
	place := func(letter int) source.Place {
		i, found := slices.BinarySearch(j.starts, letter)
		if !found {
			i--
		}
		return j.places[max(i, 0)]
	}
	return book.Expression{Text: j.text.String(), At: j.places[0], TextAt: place}
}
