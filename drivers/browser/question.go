// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// question is what the injected library is asked in one call.
type question struct {
	Verb     string   `json:"verb"`
	Token    string   `json:"token"`
	Ways     []way    `json:"ways"`
	Row      []cell   `json:"row"`
	Origins  []string `json:"origins"`
	Text     string   `json:"text"`
	On       bool     `json:"on"`
	Double   bool     `json:"double"`
	Pick     *int     `json:"pick,omitempty"`
	Describe *string  `json:"describe,omitempty"`
	Portrait *int     `json:"portrait,omitempty"`
	Still    bool     `json:"still,omitempty"` // nothing may be scrolled any more
}

type way struct {
	By   scenarios.By `json:"by"`
	What string       `json:"what"`
	Role string       `json:"role"`
}

type cell struct {
	Column string `json:"column"`
	Text   string `json:"text"`
}

// answer is what the library found, and whether it prepared the element. Why
// says what stands in the way, in the library's words; empty is ready.
type answer struct {
	Why     string   `json:"why"`
	By      string   `json:"by"`
	Origin  string   `json:"origin"`
	Status  int      `json:"status"`
	Failed  string   `json:"failed"`
	Ready   string   `json:"ready"`
	Ways    [][]int  `json:"ways"`
	Rivals  []string `json:"rivals"`
	Near    []near   `json:"near"` // where there are no rivals
	Rows    []string `json:"rows"`
	X       float64  `json:"x"`
	Y       float64  `json:"y"`
	Levels  int      `json:"levels"`
	Whole   bool     `json:"whole"`
	Aimed   bool     `json:"aimed"` // X and Y are where a click arrives
	Value   string   `json:"value"`
	Already bool     `json:"already"`
	Plain   bool     `json:"plain"`
	Rich    bool     `json:"rich"`
	Line    bool     `json:"line"`
	Number  bool     `json:"number"`
	Listens bool     `json:"listens"`
	Leaves  bool     `json:"leaves"`
	// Suggests is set for a field of text from whose suggestions one is taken.
	Suggests bool `json:"suggests"`
	Secret   bool `json:"secret"`
	Chosen   int  `json:"chosen"`
}

// near is an element that is alike to one that was not found.
type near struct {
	Describe string  `json:"describe"`
	Score    float64 `json:"score"`
}

func (s *Session) question(a act.Action) question {
	q := question{Verb: string(a.Verb), Token: s.token(), Origins: s.at.Origins, Text: a.Text, On: a.On, Double: a.Double, Ways: []way{}, Row: []cell{}}
	for _, c := range a.Element.Found {
		role := c.Role
		if role == "" {
			role = a.Element.Role
		}
		q.Ways = append(q.Ways, way{By: c.By, What: c.What, Role: role})
	}
	for _, c := range a.Row {
		q.Row = append(q.Row, cell(c))
	}
	return q
}
