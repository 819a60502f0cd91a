// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"encoding/json"

	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// report is what the script in a document says (watch/tell.js). Kinds that are
// no event are settled by the ledger: down, nothing, lift, drop.
type report struct {
	Kind    event.Kind `json:"kind"`
	Doc     string     `json:"doc"`
	Target  *told      `json:"target"`
	Onto    *told      `json:"onto"`
	Text    string     `json:"text"`
	Words   string     `json:"words"`
	Secret  bool       `json:"secret"`
	Key     string     `json:"key"`
	On      bool       `json:"on"`
	Made    bool       `json:"made"`
	Own     bool       `json:"own"` // a click without a button that went down before
	Texts   []string   `json:"texts"`
	How     string     `json:"how"` // the document came: navigate, reload, back_forward
	Address string     `json:"address"`
	Page    event.Page `json:"page"`
}

// told is an element as the script tells it: in full once, then by its key.
type told struct {
	event.Thing
	Again bool `json:"again"`
	Row   []struct {
		Column string `json:"column"`
		Text   string `json:"text"`
		Unique bool   `json:"unique"`
	} `json:"row"`
}

// What the script says that is no event of its own.
const (
	down    event.Kind = "down"
	nothing event.Kind = "nothing"
	lift    event.Kind = "lift"
	drop    event.Kind = "drop"
	pointed event.Kind = "pointed"
)

func read(text string) (report, bool) {
	var r report
	err := json.Unmarshal([]byte(text), &r)
	return r, err == nil
}
