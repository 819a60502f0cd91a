// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// words are the bar's own.
type words struct {
	Lang    speech.Lang `json:"lang"`
	Title   string      `json:"title"`
	Paused  string      `json:"paused"`
	Pause   string      `json:"pause"`
	Resume  string      `json:"resume"`
	Steps   string      `json:"steps"`
	Empty   string      `json:"empty"`
	Point   string      `json:"point"`
	Buttons []button    `json:"buttons"`
}

type button struct {
	Does  string `json:"does"`
	Says  string `json:"says"`
	Means string `json:"means"`
}

func wording(lang speech.Lang) words {
	say := func(en, de string) string { return speech.Say(en, de).In(lang) }
	return words{
		Lang: lang, Title: say("Heinzel is recording", "Heinzel zeichnet auf"), Paused: say("Paused: nothing is recorded", "Pause: nichts wird aufgezeichnet"),
		Pause: say("Pause", "Pause"), Resume: say("Go on", "Weiter"), Steps: say("Steps so far", "Schritte bisher"),
		Empty: say("Work as always. What you do appears here, step by step.", "Arbeiten Sie wie immer. Was Sie tun, erscheint hier Schritt für Schritt."),
		Point: say("Now click on it in the application. Escape gives up.", "Klicken Sie jetzt in der Anwendung darauf. Escape bricht ab."),
		Buttons: []button{
			{string(event.Pause), "", say("what you do meanwhile is not recorded", "was Sie solange tun, wird nicht aufgezeichnet")},
			{string(event.Mistake), say("That was a mistake", "Das war ein Versehen"), say("drops the last step", "streicht den letzten Schritt")},
			{string(event.Check), say("Check this", "Das prüfen"), say("the robot will stop where it does not show this", "der Roboter hält an, wo das nicht zu sehen ist")},
			{string(event.Read), say("Read this", "Das auslesen"), say("the robot will read it and keep it for later", "der Roboter liest es und merkt es sich")},
			{string(event.Differs), say("Differs per case", "Je Fall anders"), say("makes an input of the value", "macht aus dem Wert eine Eingabe")},
			{string(event.Mask), say("Private", "Privat"), say("never in pictures, never part of the scenario", "nie in Bildern, nie Teil des Ablaufs")},
			{finish, say("Finish", "Fertig"), say("ends the recording", "beendet die Aufzeichnung")},
		},
	}
}
