// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Known are the outputs of a decision by the names of the model that the book
// was imported from; an output that is open is there, and missing. Where the
// decision as a whole has a name, it is one value: that of its only output, or
// a record of all; and a list of those where all rules count.
func (r *Rulebook) Known(d Decision) map[string]value.Value {
	if r.book.KnownAs == "" {
		out := map[string]value.Value{}
		for name, v := range d.Outputs {
			out[knownAs(r.book.Output(name))] = v
		}
		return out
	}
	if !r.book.Hit.IsList() {
		return map[string]value.Value{r.book.KnownAs: r.one(d.Outputs)}
	}
	if len(d.Fired) == 0 && r.leavesOpen() {
		return map[string]value.Value{r.book.KnownAs: {}}
	}
	items := make([]value.Value, len(d.Fired))
	for i, f := range d.Fired {
		items[i] = r.one(f.Outputs)
	}
	return map[string]value.Value{r.book.KnownAs: value.NewList(items...)}
}

// one makes one value of outputs.
func (r *Rulebook) one(outputs map[string]value.Value) value.Value {
	if len(r.book.Outputs) == 1 {
		return outputs[r.book.Outputs[0].Name]
	}
	fields := map[string]value.Value{}
	for i := range r.book.Outputs {
		o := &r.book.Outputs[i]
		fields[knownAs(o)] = outputs[o.Name]
	}
	if len(outputs) == 0 {
		return value.Value{}
	}
	return value.NewRecord(fields)
}

func knownAs(o *book.Output) string {
	if o.KnownAs != "" {
		return o.KnownAs
	}
	return o.Name
}
