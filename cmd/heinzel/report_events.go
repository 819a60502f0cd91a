// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/report"
)

// what says what an event is about, in a few words.
func (w wording) what(e journal.Event) string {
	switch e.Kind {
	case journal.Begun:
		return w.say("begun", "begonnen")
	case journal.Resumed:
		return w.say("taken up again", "wieder aufgenommen")
	case journal.Step:
		return w.say("way %s is tried", "Weg %s wird versucht", e.About["variant"])
	case journal.Result:
		return w.result(e)
	case journal.Decision:
		return w.say("decided by: %s", "entschieden nach: %s", strings.Join(e.Rules, ", "))
	case journal.Read:
		return w.say("read", "gelesen")
	case journal.Secret:
		return w.say("log-in used: %s", "Zugangsdaten verwendet: %s", e.About["name"])
	case journal.Picture:
		return w.picture(e)
	case journal.File:
		return w.say("file kept, sealed", "Datei versiegelt aufbewahrt")
	case journal.Proposal:
		return w.say("a repaired element waits for approval", "ein berichtigtes Element wartet auf Freigabe")
	case journal.Ended:
		return w.say("ended: %s", "Ende: %s", report.Outcome(e.Outcome).Text().In(w.lang))
	}
	return w.trouble(e)
}

func (w wording) picture(e journal.Event) string {
	if e.About["hash"] == "" {
		return w.say("no picture could be kept", "kein Bild konnte aufbewahrt werden")
	}
	return w.say("masked picture kept", "geschwärztes Bild aufbewahrt")
}

// result says what came of a step. The end of a block is not worth a line.
func (w wording) result(e journal.Event) string {
	switch {
	case e.About["block"] != "":
		return ""
	case e.About["intent"] == "done":
		return w.say("done irreversibly", "unwiderruflich ausgeführt")
	case e.About["intent"] == "not done":
		return w.say("not done", "nicht ausgeführt")
	case e.About["intent"] == "not needed":
		return w.say("not needed: it was so already", "nicht nötig: es war schon so")
	}
	return w.say("done", "erledigt")
}

// trouble says what is out of the ordinary.
func (w wording) trouble(e journal.Event) string {
	switch e.Kind {
	case journal.Intent:
		return w.say("announced", "angekündigt")
	case journal.Retry:
		return w.say("the block begins anew: %s", "der Block beginnt von vorn: %s", w.kind(e.Fault))
	case journal.Fault:
		return w.kind(e.Fault)
	case journal.Question:
		return w.say("waits for a person", "wartet auf einen Menschen")
	case journal.Answer:
		return w.say("a person answered", "ein Mensch hat geantwortet")
	case journal.InDoubt:
		return w.say("in doubt whether it happened", "zweifelhaft, ob es geschah")
	case journal.Verified:
		if e.About["intent"] == "done" {
			return w.say("verified by reading: it happened", "lesend nachgeprüft: es ist geschehen")
		}
		return w.say("verified by reading: it did not happen", "lesend nachgeprüft: es ist nicht geschehen")
	}
	return ""
}

// kind is what sort of trouble it was; the rest of a fault may quote values.
func (w wording) kind(err error) string {
	return report.Outcome(fault.KindOf(err)).Text().In(w.lang)
}
