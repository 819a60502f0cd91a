// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Comparison is what two versions of a rulebook do differently.
type Comparison struct {
	Old Version `json:"old"`
	New Version `json:"new"`
	// Changes are the cases that are decided differently, by what they become.
	Changes []Change `json:"changes"`
	// Unproven counts areas in which the results are written differently,
	// though no case was found in which they differ.
	Unproven int `json:"unproven,omitempty"`
	// Unfinished says that there are more changes than were looked for.
	Unfinished bool `json:"unfinished,omitempty"`
	// Wording is what was written differently and means the same.
	Wording []speech.Text `json:"wording,omitempty"`
	// Terms are what facts, outputs and the hit policy became.
	Terms  []speech.Text `json:"terms,omitempty"`
	Limits []Limit       `json:"limits,omitempty"`
}

// Version names one version of a rulebook.
type Version struct {
	Title speech.Text `json:"title"`
	Hash  string      `json:"hash"`
}

// Change is all cases that become the same other thing.
type Change struct {
	Old Outcome `json:"old"`
	New Outcome `json:"new"`
	// Areas counts the areas in which it is so; Cases shows the first of them.
	Areas int    `json:"areas"`
	Cases []Case `json:"cases"`
}

// Case is an area with a case in it, and what both versions decide there.
type Case struct {
	Area    string      `json:"area"`
	Witness Witness     `json:"witness"`
	Old     speech.Text `json:"old"`
	New     speech.Text `json:"new"`
}

// IsSame reports whether it is proven that both versions decide all cases
// alike.
func (c Comparison) IsSame() bool {
	return len(c.Changes) == 0 && c.Unproven == 0 && !c.Unfinished && len(c.Limits) == 0
}

// Diff compares two versions of a rulebook in all cases.
func Diff(before, after *rules.Rulebook) Comparison {
	c := Comparison{Old: versionOf(before), New: versionOf(after), Changes: []Change{}}
	c.Terms = terms(before.Book(), after.Book())
	if limits := incomparable(before.Book(), after.Book()); len(limits) > 0 {
		c.Limits = limits
		return c
	}
	d := &differ{space: space.New(before, after), left: steps, places: map[string]int{}, out: &c}
	d.sides[0], d.sides[1] = d.side(0, before), d.side(1, after)
	d.reframed = !isFramedAlike(d.sides[0], d.sides[1])
	d.differs = d.doubt
	d.match()
	d.refused()
	if both, some := d.space.Admitted(0).Meet(d.space.Admitted(1)); some {
		d.walk(both, d.sides[0].pieces, d.sides[1].pieces)
	}
	c.Unfinished = d.left < 0
	d.settle()
	c.Wording = wording(before.Book(), after.Book(), c.Changes)
	c.Limits = append(c.Limits, reshaped(before.Book(), after.Book())...)
	return c
}

func versionOf(r *rules.Rulebook) Version { return Version{r.Book().Title, r.Hash()} }
