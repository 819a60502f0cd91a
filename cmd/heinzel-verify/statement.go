// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
)

// line is what a statement tells of a line of the case.
type line struct {
	Seq       int
	At        string
	Event     string
	Step, ID  string
	Rules     []string
	Values    map[string]string
	Reference string
	Outcome   string
	Sealed    string
	Reason    string
	Fault     *struct{ Kind, Op, Cause string }
}

// order is what a statement tells of the order.
type order struct {
	Order struct {
		ID, Program, Approval string
		StartedBy             string `json:"started_by"`
		Scenario, Environment struct{ Name, Hash string }
		Rulebooks             map[string]string
	}
}

// statement says what was verified, and what the case did.
func (c call) statement(name string, e proof.Export, found proof.Case) error {
	var o order
	if err := json.Unmarshal([]byte(e.Order.Text), &o); err != nil {
		return err
	}
	state := c.say("the case waits or was left open", "der Vorgang wartet oder ist noch offen")
	if found.Ended {
		state = c.say("the case has ended", "der Vorgang ist beendet")
	}
	c.tell(name, c.say("whole and unchanged", "vollständig und unverändert"))
	c.tell(c.say("case", "Vorgang"), fmt.Sprintf("%d, %s %s; %s", e.Number, c.say("order", "Auftrag"), o.Order.ID, state))
	c.tell(c.say("lines", "Zeilen"), fmt.Sprintf(c.say("%d, all under the signature; line %d of the order's log", "%d, alle unter der Unterschrift; Zeile %d des Auftragsjournals"), found.Lines, e.Seal.Line))
	c.tell(c.say("scenario", "Ablauf"), o.Order.Scenario.Name+"  "+o.Order.Scenario.Hash)
	c.tell(c.say("environment", "Umgebung"), o.Order.Environment.Name+"  "+o.Order.Environment.Hash)
	for _, book := range slices.Sorted(maps.Keys(o.Order.Rulebooks)) {
		c.tell(c.say("rulebook", "Regelwerk"), book+"  "+o.Order.Rulebooks[book])
	}
	c.tell(c.say("program", "Programm"), "heinzel "+o.Order.Program)
	c.tell(c.say("started by", "gestartet von"), o.Order.StartedBy+"; "+o.Order.Approval)
	c.tell(c.say("pictures", "Bilder"), fmt.Sprintf(c.say("%d, masked, as the log names them", "%d, geschwärzt, wie im Journal benannt"), len(e.Pictures)))
	c.tell(c.say("values", "Werte"), fmt.Sprintf(c.say("%d opened, as the log commits to them", "%d geöffnet, wie im Journal festgelegt"), len(e.Opened)))
	return c.events(e)
}

func (c call) tell(what, how string) { c.write(fmt.Sprintf("%-14s %s", what, how)) }

// write writes a line. What a terminal would obey is shown as a dot: a value
// must not be able to rewrite the statement about it.
func (c call) write(text string) {
	fmt.Fprintln(c.out, strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '·'
		}
		return r
	}, text))
}

// events lists what the case did.
func (c call) events(e proof.Export) error {
	opened := map[string]string{}
	for _, o := range e.Opened {
		opened[o.Commitment] = c.shown(o.Content)
	}
	lines, _ := proof.Lines([]byte(e.Log))
	for _, raw := range lines {
		var l line
		if err := json.Unmarshal(raw, &l); err != nil {
			return err
		}
		c.write(strings.Join(l.words(opened), "  "))
	}
	return nil
}

// words are a line as it is told, with what was opened of it.
func (l line) words(opened map[string]string) []string {
	at, _, _ := strings.Cut(l.At, ".")
	words := []string{fmt.Sprintf("%5d  %s  %-9s", l.Seq, strings.TrimSuffix(at, "Z")+"Z", l.Event)}
	for _, word := range []string{l.Step, l.ID, l.Outcome, strings.Join(l.Rules, ",")} {
		if word != "" {
			words = append(words, word)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(l.Values)) {
		words = append(words, told(name, opened[l.Values[name]]))
	}
	sealed := []string{l.Reference, l.Sealed, l.Reason}
	if l.Fault != nil {
		words, sealed = append(words, l.Fault.Kind, l.Fault.Op), append(sealed, l.Fault.Cause)
	}
	for _, commitment := range sealed {
		if opened[commitment] != "" {
			words = append(words, opened[commitment])
		}
	}
	return words
}

func told(name, value string) string {
	if value == "" {
		return name + "=•••"
	}
	return name + "=" + value
}
