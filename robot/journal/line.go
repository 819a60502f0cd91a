// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"bytes"
	"encoding/json"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// line is an event as it stands in a log. Values, Sealed, Reference, Reason
// and the cause of a fault are commitments.
type line struct {
	Seq       int               `json:"seq"`
	At        string            `json:"at"`
	Prev      string            `json:"prev"`
	Event     Kind              `json:"event"`
	Case      int               `json:"case,omitempty"`
	Step      string            `json:"step,omitempty"`
	ID        string            `json:"id,omitempty"`
	About     map[string]string `json:"about,omitempty"`
	Rules     []string          `json:"rules,omitempty"`
	Text      *sentence         `json:"text,omitempty"`
	Reference string            `json:"reference,omitempty"`
	Values    map[string]string `json:"values,omitempty"`
	Sealed    string            `json:"sealed,omitempty"`
	Fault     *faultLine        `json:"fault,omitempty"`
	Waits     bool              `json:"waits,omitempty"`
	Outcome   Outcome           `json:"outcome,omitempty"`
	Reason    string            `json:"reason,omitempty"`
	Size      int               `json:"size,omitempty"`
	Root      string            `json:"root,omitempty"`
	Order     *Order            `json:"order,omitempty"`
}

type faultLine struct {
	Kind  fault.Kind `json:"kind"`
	Op    string     `json:"op,omitempty"`
	Step  string     `json:"step,omitempty"`
	Cause string     `json:"cause,omitempty"`
}

// sentence is a speech.Text in lines and in sealed contents.
type sentence struct {
	EN string `json:"en"`
	DE string `json:"de"`
}

func sentenceOf(t speech.Text) *sentence {
	if t.IsZero() {
		return nil
	}
	return &sentence{t.EN, t.DE}
}

func (s *sentence) text() speech.Text {
	if s == nil {
		return speech.Text{}
	}
	return speech.Text{EN: s.EN, DE: s.DE}
}

// chain is what the next line of a log needs to know of those before it.
type chain struct {
	name string
	prev proof.Hash
	tree proof.Tree
}

// lines is how many lines the log has.
func (c *chain) lines() int { return int(c.tree.Size()) }

// render writes a line as the next one, with its line feed.
func (c *chain) render(l line, at time.Time) ([]byte, error) {
	l.Seq = c.lines() + 1
	l.At = at.UTC().Format(time.RFC3339Nano)
	l.Prev = proof.Hex(c.prev)
	var out bytes.Buffer
	encoder := json.NewEncoder(&out) // ends with a line feed
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(l)
	return out.Bytes(), err
}

// take counts a line, given without its line feed.
func (c *chain) take(raw []byte) {
	c.prev = proof.LineHash(raw)
	c.tree.Add(c.prev)
}
