// SPDX-License-Identifier: EUPL-1.2

package cases

import (
	"slices"
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"golang.org/x/text/unicode/norm"
)

// table collects the rows below a header.
type table struct {
	path   string
	header []string
	cases  []Case
	ragged []string // lines of rows that are not as long as the header
}

// heading is the name of a column: letters are one code point each, and blanks
// around it do not count.
func heading(s string) string { return norm.NFC.String(strings.TrimSpace(s)) }

// columns checks a header against the inputs; everything that is wrong with it
// is one fault. Columns without a name at the right edge are left over from
// formatting and dropped; their cells must be empty.
func columns(path string, line int, cells []string, inputs []scenarios.Input) (*table, error) {
	t := &table{path: path}
	for _, c := range cells {
		t.header = append(t.header, heading(c))
	}
	for len(t.header) > 0 && t.header[len(t.header)-1] == "" {
		t.header = t.header[:len(t.header)-1]
	}
	if len(t.header) == 0 {
		return nil, empty(path)
	}
	if err := named(path, line, t.header, inputs); err != nil {
		return nil, err
	}
	return t, nil
}

// named compares names with the inputs.
func named(path string, line int, names []string, inputs []scenarios.Input) error {
	var known, problems, german []string
	note := func(t speech.Text) { problems, german = append(problems, t.EN), append(german, t.DE) }
	hint := speech.Text{}
	for _, in := range inputs {
		known = append(known, in.Name)
	}
	for i, name := range names {
		switch {
		case name == "":
			note(speech.Say("column %d has no name", "Spalte %d hat keinen Namen", i+1))
		case slices.Contains(names[:i], name):
			note(speech.Say("the column %q stands there twice", "die Spalte „%s“ gibt es zweimal", name))
		case !slices.Contains(known, name):
			note(speech.Say("the scenario has no input %q", "der Ablauf hat keine Eingabe „%s“", name))
			hint = firstOf(hint, source.DidYouMean(name, known))
		}
	}
	if missing := missing(names, inputs); len(missing) > 0 {
		note(speech.Say("columns are missing: %s", "es fehlen Spalten: %s", strings.Join(missing, ", ")))
		hint = firstOf(hint, speech.Say("a value for all cases is given with --set %s=…", "ein Wert für alle Vorgänge wird mit --set %s=… angegeben", missing[0]))
	}
	if len(problems) == 0 {
		return nil
	}
	return wrongAt(path, line, 1, speech.Text{EN: strings.Join(problems, "; "), DE: strings.Join(german, "; ")}, hint)
}

func missing(names []string, inputs []scenarios.Input) []string {
	var out []string
	for _, in := range inputs {
		if in.Required && !slices.Contains(names, in.Name) {
			out = append(out, in.Name)
		}
	}
	return out
}

func firstOf(a, b speech.Text) speech.Text {
	if a.IsZero() {
		return b
	}
	return a
}

// row adds a case. A row without any text is left over from formatting.
func (t *table) row(line int, cells []string) error {
	values := map[string]string{}
	for i, cell := range cells {
		switch {
		case strings.TrimSpace(cell) == "":
		case i >= len(t.header):
			t.ragged = append(t.ragged, strconv.Itoa(line))
			return nil
		default:
			values[t.header[i]] = cell
		}
	}
	if len(values) == 0 {
		return nil
	}
	if len(t.cases) == MaxCases {
		return wrong(t.path, speech.Say("the file holds more than %d cases", "die Datei enthält mehr als %d Vorgänge", MaxCases), smaller())
	}
	t.cases = append(t.cases, Case{Number: len(t.cases) + 1, Line: line, Values: values})
	return nil
}

// done gives the cases, unless rows do not fit the header.
func (t *table) done() ([]Case, error) {
	const shown = 10
	if n := len(t.ragged); n > 0 {
		list := strings.Join(t.ragged[:min(n, shown)], ", ")
		if n > shown {
			list += ", …"
		}
		return nil, wrong(t.path, speech.Say("the header has %d columns, these lines do not: %s", "die Kopfzeile hat %d Spalten, diese Zeilen nicht: %s", len(t.header), list),
			speech.Say("a cell that holds the separator or a line break needs double quotes", "eine Zelle mit Trennzeichen oder Zeilenumbruch braucht Anführungszeichen"))
	}
	return t.cases, nil
}
