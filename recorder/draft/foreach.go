// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// column is a value that differs from round to round.
type column struct {
	name   string
	label  string
	values []event.Value
	uses   []func(expr string) // where it stands in the body
}

// loopStep proposes a loop over a list that the case brings along.
func (c *composer) loopStep(l *loop, body func([]item) []scenarios.Step) scenarios.Step {
	columns := c.columns(l)
	list := naming.Fresh(speech.Say("rows", "zeilen").In(c.lang), "_", func(s string) bool { return c.values.taken[s] })
	if len(columns) == 1 {
		list = naming.Fresh(columns[0].name+speech.Say("_list", "_liste").In(c.lang), "_", func(s string) bool { return c.values.taken[s] })
	}
	c.values.taken[list] = true
	entry := c.values.variable(entryName(c.lang, columns), "")
	for _, col := range columns {
		for _, use := range col.uses {
			use(expression(entry, col.name, len(columns)))
		}
	}
	c.values.add(listInput(list, columns), c.example(columns, len(l.rounds)))
	items := make([]item, len(l.body))
	for i, d := range l.body {
		items[i] = item{deed: d}
	}
	a := &scenarios.ForEach{Name: entry, List: scenarios.Expr(list), Do: body(items)}
	c.remark(AboutLoop, a, speech.Say("the same was done %d times with other values: it is proposed once, for every entry of %q", "dasselbe wurde %d-mal mit anderen Werten getan: vorgeschlagen wird es einmal, für jeden Eintrag von „%s“", len(l.rounds), list),
		speech.Say("if every entry is a case of its own, take the steps out of the loop", "ist jeder Eintrag ein eigener Vorgang, nehmen Sie die Schritte aus der Schleife"))
	return scenarios.Step{Act: a}
}

func expression(entry, name string, columns int) string {
	if columns == 1 {
		return entry
	}
	return entry + "." + name
}

func entryName(lang speech.Lang, columns []*column) string {
	if len(columns) == 1 {
		return columns[0].name
	}
	return speech.Say("row", "zeile").In(lang)
}

// columns gives every value that differs a name.
func (c *composer) columns(l *loop) (out []*column) {
	known := map[string]*column{}
	taken := map[string]bool{}
	add := func(tokens, label string, values []event.Value, use func(string)) {
		if known[tokens] == nil {
			name := naming.Fresh(word(label, "wert"), "_", func(s string) bool { return taken[s] })
			taken[name] = true
			known[tokens] = &column{name: name, label: label, values: values}
			out = append(out, known[tokens])
		}
		known[tokens].uses = append(known[tokens].uses, use)
	}
	for i, d := range l.body {
		if n := l.cell(i); n >= 0 {
			d.column = naming.Clean(d.Target.Row[n].Column)
			add(l.column(i, n), d.column, l.cells(i, n), func(e string) { d.key = e })
		}
		if tokens := l.field(i); tokens != "" {
			add(tokens, d.target.Element, l.texts(i), func(e string) { d.field = e })
		}
	}
	return out
}

func (l *loop) cells(i, n int) (out []event.Value) {
	for _, round := range l.rounds {
		if i < len(round) {
			out = append(out, round[i].Target.Row[n].Shows)
		}
	}
	return out
}

func (l *loop) texts(i int) (out []event.Value) {
	for _, round := range l.rounds {
		if i < len(round) {
			v := round[i].Text
			v.Text = firstOf(v.Text, v.Words)
			out = append(out, v)
		}
	}
	return out
}

// typed is the type that all values of the column have.
func (col *column) typed() value.Type {
	t := wish{label: col.label, text: col.values[0]}.typed()
	for _, v := range col.values[1:] {
		if o := (wish{label: col.label, text: v}).typed(); o.Kind != t.Kind {
			t.Kind = value.Text
		}
	}
	return t
}

func listInput(name string, columns []*column) scenarios.Input {
	of := columns[0].typed()
	if len(columns) > 1 {
		fields := map[string]value.Type{}
		for _, col := range columns {
			fields[col.name] = col.typed()
		}
		of = value.RecordOf(fields)
	}
	class := value.Internal
	if slices.Contains(of.Classes(), value.Personal) {
		class = value.Personal
	}
	if of.Kind != value.Record {
		of.Class = class
	}
	return scenarios.Input{Name: name, Label: strings.ReplaceAll(name, "_", " "), Required: true, Type: value.Type{Kind: value.List, Class: class, Of: &of}}
}

// example is the list as it was recorded, as text; "" where it is not known.
func (c *composer) example(columns []*column, rounds int) string {
	var records []map[string]string
	for i := range rounds {
		record := map[string]string{}
		for _, col := range columns {
			if i < len(col.values) && col.values[i].Text != "" {
				record[col.name] = col.values[i].Text
			}
		}
		records = append(records, record)
	}
	if len(slices.Collect(maps.Keys(records[0]))) == 0 {
		return ""
	}
	if len(columns) == 1 {
		return listed(records, columns[0].name)
	}
	text, err := json.Marshal(records)
	if err != nil {
		return ""
	}
	return string(text)
}

// listed is a list of texts, as a cell of a table has it; as JSON where a text
// holds what stands between the entries.
func listed(records []map[string]string, name string) string {
	out := make([]string, len(records))
	for i, r := range records {
		out[i] = r[name]
	}
	if !strings.ContainsAny(strings.Join(out, ""), ",;[") {
		return strings.Join(out, "; ")
	}
	text, err := json.Marshal(out)
	if err != nil {
		return ""
	}
	return string(text)
}
