// SPDX-License-Identifier: EUPL-1.2

package target_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/recorder/target"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// ballot has so many rivals; votes are given in the order label, name
// attribute, path (weights 3, 2, 1).
func ballot(rivals int, votes ...[]int) act.Ballot {
	ways := []scenarios.By{scenarios.ByLabel, scenarios.ByNameAttribute, scenarios.ByPath}
	b := act.Ballot{Rivals: make([]act.Rival, rivals)}
	for i, matches := range votes {
		b.Ways = append(b.Ways, act.Vote{By: ways[i], What: fmt.Sprint(ways[i]), Matches: matches})
	}
	return b
}

func TestJudge(t *testing.T) {
	plays := []struct {
		name   string
		ballot act.Ballot
		winner int
		moved  bool
		found  string
	}{
		{"all agree", ballot(1, []int{0}, []int{0}, []int{0}), 0, false, "label: label, name attribute: name attribute, path: path"},
		{"the path points elsewhere", ballot(2, []int{0}, []int{0}, []int{1}), 0, true, "label: label, name attribute: name attribute"},
		{"the name attribute is gone", ballot(1, []int{0}, nil, []int{0}), 0, true, "label: label, path: path"},
		{"just enough", ballot(1, []int{0}, nil), 0, true, "label: label"},
		{"the label is gone", ballot(1, nil, []int{0}, []int{0}), -1, false, ""},
		{"only the path is left", ballot(1, nil, nil, []int{0}), -1, false, ""},
		{"label against name attribute", ballot(2, []int{0}, []int{1}), -1, false, ""},
		{"two of one label", ballot(2, []int{0, 1}), -1, false, ""},
		{"two of one label, one of the name", ballot(2, []int{0, 1}, []int{0}), 0, true, "name attribute: name attribute"},
		{"the second is too near", ballot(2, []int{0}, []int{1}, []int{1}), -1, false, ""},
		{"nothing is found", ballot(0, nil, nil, nil), -1, false, ""},
		{"nothing was recorded", ballot(0), -1, false, ""},
	}
	for _, p := range plays {
		t.Run(p.name, func(t *testing.T) {
			v := target.Judge(p.ballot)
			if v.Winner != p.winner || v.Moved != p.moved || v.Found != p.found {
				t.Errorf("it was judged %+v", v)
			}
		})
	}
}

// TestScores: the shares of all rivals never exceed the whole, and a winner
// keeps both bounds.
func TestScores(t *testing.T) {
	choices := [][]int{nil, {0}, {1}, {2}, {0, 1}, {1, 2}, {0, 1, 2}}
	for _, a := range choices {
		for _, b := range choices {
			for _, c := range choices {
				bounds(t, ballot(3, a, b, c))
			}
		}
	}
}

func bounds(t *testing.T, b act.Ballot) {
	t.Helper()
	v := target.Judge(b)
	var total float64
	for i, r := range v.Rivals {
		total += r.Score
		if v.Winner >= 0 && i != v.Winner && v.Rivals[v.Winner].Score-r.Score < target.Lead-1e-9 {
			t.Errorf("%v: rival %d is too near: %+v", b.Ways, i, v)
		}
	}
	if math.IsNaN(total) || total > 1+1e-9 || v.Winner >= 0 && v.Rivals[v.Winner].Score < target.Share-1e-9 {
		t.Errorf("%v: %+v", b.Ways, v)
	}
}

func ExampleJudge() {
	b := act.Ballot{
		Rivals: []act.Rival{{Describe: "textbox Nachname"}, {Describe: "textbox Geburtsname"}},
		Ways: []act.Vote{
			{By: scenarios.ByLabelLeft, What: "Nachname", Matches: []int{0}},
			{By: scenarios.ByNameAttribute, What: "famname", Matches: []int{0}},
			{By: scenarios.ByPath, What: "form/table/tr[3]/td[2]/input", Matches: []int{1}},
		},
	}
	v := target.Judge(b)
	fmt.Println(v.Rivals[v.Winner].Describe, v.Moved)
	fmt.Println(v.Found)
	// Output:
	// textbox Nachname true
	// label left: Nachname, name attribute: famname
}
