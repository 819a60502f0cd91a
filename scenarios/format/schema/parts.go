// SPDX-License-Identifier: EUPL-1.2

package schema

import (
	v1 "github.com/heinzel-rpa/heinzel/scenarios/format/v1"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// part is a mapping of a file: a name, what it is, and its fields.
type part struct {
	name   string
	doc    speech.Text
	fields []v1.Field
}

// The forms of fields that are no step's.
const (
	version       v1.Form = "version"
	retention     v1.Form = "retention"
	period        v1.Form = "days"
	inputs        v1.Form = "inputs"
	systems       v1.Form = "systems"
	kindWord      v1.Form = "type"
	typeOf        v1.Form = "type of an entry"
	typesOf       v1.Form = "types by name"
	class         v1.Form = "class"
	systemKind    v1.Form = "kind"
	sessionWord   v1.Form = "session"
	httpStatus    v1.Form = "status"
	screens       v1.Form = "screens"
	recognised    v1.Form = "recognised by"
	windowHint    v1.Form = "window"
	frames        v1.Form = "frames"
	elements      v1.Form = "elements"
	candidates    v1.Form = "ways to find it"
	fingerprintOf v1.Form = "fingerprint"
	fingerprints  v1.Form = "fingerprints"
	places        v1.Form = "places"
	picturesWord  v1.Form = "faults or commits"
	haltWord      v1.Form = "halt or proceed"
	displayWord   v1.Form = "own or clerk"
	limitsOf      v1.Form = "limits"
	vaultOf       v1.Form = "vault"
	signIn        v1.Form = "sign in"
	certificate   v1.Form = "certificate"
	proxy         v1.Form = "proxy"
	names         v1.Form = "names"
	count         v1.Form = "count"
	expectations  v1.Form = "expectations"
	outcome       v1.Form = "outcome"
	textsByName   v1.Form = "texts by name"
)

func scenarioFile() part {
	return part{"scenario", speech.Say("scenario.yaml: what a robot does", "scenario.yaml: was ein Roboter tut"), []v1.Field{
		{Key: "heinzel", Form: version, Required: true, Doc: speech.Say("the version of the format", "die Version des Formats")},
		{Key: "title", Form: v1.Text, Required: true, Doc: speech.Say("what the task is called", "wie die Aufgabe heißt")},
		{Key: "reference", Form: v1.Operand, Doc: speech.Say("what names a case for people: the file number", "wonach ein Vorgang heißt: das Aktenzeichen")},
		{Key: "inputs", Form: inputs, Doc: speech.Say("the values that every case brings along", "die Werte, die jeder Vorgang mitbringt")},
		{Key: "retention", Form: retention, Doc: speech.Say("how long values are kept, by their class", "wie lange Werte aufbewahrt werden, nach ihrer Klasse")},
		{Key: "systems", Form: systems, Doc: speech.Say("the systems that are worked with", "die Fachverfahren, mit denen gearbeitet wird")},
		{Key: "steps", Form: v1.Steps, Required: true, Doc: speech.Say("the steps", "die Schritte")},
	}}
}

func inputPart() part {
	p := part{"input", speech.Say("an input", "eine Eingabe"), []v1.Field{
		{Key: "required", Form: v1.YesNo, Doc: speech.Say("whether every case must have it", "ob jeder Vorgang sie haben muss")},
		{Key: "label", Form: v1.Text, Doc: speech.Say("how people call it", "wie Menschen sie nennen")},
	}}
	p.fields = append(typePart().fields, p.fields...)
	return p
}

// retentionPart says why one period binds all: what is erased is the key.
func retentionPart() part {
	p := part{name: "retention", doc: speech.Say("how long values of a class are kept, such as `personal: 90 days`; all values of a case share one key, so the shortest period among the classes that a scenario uses holds for the whole case",
		"wie lange Werte einer Klasse aufbewahrt werden, etwa `personal: 90 days`; alle Werte eines Vorgangs haben denselben Schlüssel, darum gilt die kürzeste Frist unter den Klassen, die ein Ablauf verwendet, für den ganzen Vorgang")}
	docs := map[value.Class]speech.Text{
		value.Open:     speech.Say("values that may be public", "Werte, die öffentlich sein dürfen"),
		value.Internal: speech.Say("internal values", "interne Werte"),
		value.Personal: speech.Say("personal data", "personenbezogene Daten"),
		value.Special:  speech.Say("special categories of personal data (Art. 9 GDPR)", "besondere Kategorien personenbezogener Daten (Art. 9 DSGVO)"),
	}
	for _, class := range value.Classes() {
		p.fields = append(p.fields, v1.Field{Key: class, Form: period, Doc: docs[value.Class(class)]})
	}
	return p
}

func typePart() part {
	return part{"type", speech.Say("a type", "ein Typ"), []v1.Field{
		{Key: "type", Form: kindWord, Required: true, Doc: speech.Say("the kind of value", "die Art des Wertes")},
		{Key: "class", Form: class, Doc: speech.Say("how closely it is guarded; internal by default", "wie streng sie geschützt wird; sonst internal")},
		{Key: "choices", Form: v1.Lines, Doc: speech.Say("the words of a choice", "die Wörter einer Auswahl")},
		{Key: "of", Form: typeOf, Doc: speech.Say("the type of a list's entries", "der Typ der Einträge einer Liste")},
		{Key: "fields", Form: typesOf, Doc: speech.Say("the fields of a record", "die Felder eines Datensatzes")},
	}}
}

func systemPart() part {
	return part{"system", speech.Say("a system", "ein Fachverfahren"), []v1.Field{
		{Key: "kind", Form: systemKind, Required: true, Doc: speech.Say("by what means it is worked", "womit es bedient wird")},
		{Key: "title", Form: v1.Text, Doc: speech.Say("how people call it", "wie Menschen es nennen")},
		{Key: "session", Form: sessionWord, Doc: speech.Say("how long a log-in lasts; one case by default", "wie lange eine Anmeldung gilt; sonst für einen Vorgang")},
		{Key: "log in", Form: v1.Steps, Doc: speech.Say("performed when a session begins", "wird zu Beginn einer Sitzung ausgeführt")},
		{Key: "log out", Form: v1.Steps, Doc: speech.Say("performed when a session ends", "wird am Ende einer Sitzung ausgeführt")},
		{Key: "signed out", Form: v1.Cond, Doc: speech.Say("recognises that the log-in is lost", "erkennt, dass die Anmeldung verloren ist")},
		{Key: "changed elements", Form: haltWord, Doc: speech.Say("what happens where an element has changed but what it has become is beyond doubt: halt (default) or proceed; an irreversible step always halts", "was geschieht, wo sich ein Element geändert hat, aber zweifelsfrei ist, was es jetzt ist: halt (sonst) oder proceed; ein unwiderruflicher Schritt hält immer an")},
	}}
}

func conditionPart() part {
	return part{"condition", speech.Say("a condition: every part that is given must be so", "eine Bedingung: jeder angegebene Teil muss gelten"), []v1.Field{
		{Key: "text", Form: v1.Operand, Doc: speech.Say("a text that is visible", "ein Text, der zu sehen ist")},
		{Key: "element", Form: v1.Element, Doc: speech.Say("an element that is there", "ein Element, das da ist")},
		{Key: "shows", Form: v1.Operand, Doc: speech.Say("the text or value of the element", "der Text oder Wert des Elements")},
		{Key: "gone", Form: v1.Operand, Doc: speech.Say("a text that is not visible", "ein Text, der nicht zu sehen ist")},
		{Key: "holds", Form: v1.Expr, Doc: speech.Say("an expression that is true", "ein Ausdruck, der wahr ist")},
		{Key: "status", Form: httpStatus, Doc: speech.Say("the HTTP status of the answer", "der HTTP-Status der Antwort")},
	}}
}
