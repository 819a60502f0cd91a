// SPDX-License-Identifier: EUPL-1.2

package schema

import (
	"github.com/heinzel-rpa/heinzel/scenarios"
	v1 "github.com/heinzel-rpa/heinzel/scenarios/format/v1"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

func elementsFile() part {
	return part{"elements", speech.Say("elements/SYSTEM.yaml: the screens of a system", "elements/SYSTEM.yaml: die Masken eines Fachverfahrens"), []v1.Field{
		{Key: "system", Form: v1.Word, Required: true, Doc: speech.Say("the system, as the scenario names it", "das Fachverfahren, wie der Ablauf es nennt")},
		{Key: "screens", Form: screens, Required: true, Doc: speech.Say("the screens by name", "die Masken nach Namen")},
	}}
}

func screenPart() part {
	return part{"screen", speech.Say("a screen", "eine Maske"), []v1.Field{
		{Key: "recognised by", Form: recognised, Doc: speech.Say("a text that only this screen shows", "ein Text, den nur diese Maske zeigt")},
		{Key: "window", Form: windowHint, Doc: speech.Say("the popup that it stands in", "das eigene Fenster, in dem sie steht")},
		{Key: "frame", Form: frames, Doc: speech.Say("the way to its frame, outermost first", "der Weg zu ihrem Rahmen, von außen nach innen")},
		{Key: "elements", Form: elements, Doc: speech.Say("the elements by name", "die Elemente nach Namen")},
		{Key: "siblings", Form: fingerprints, Doc: speech.Say("other elements that were there when it was recorded: they tell how the screen has changed", "andere Elemente, die bei der Aufzeichnung da waren: sie zeigen, wie sich die Maske geändert hat")},
	}}
}

func elementPart() part {
	return part{"element", speech.Say("an element", "ein Element"), []v1.Field{
		{Key: "role", Form: v1.Text, Doc: speech.Say("its role, such as textbox or button", "seine Rolle, etwa textbox oder button")},
		{Key: "frame", Form: frames, Doc: speech.Say("where it differs from the screen's", "wo er von dem der Maske abweicht")},
		{Key: "found by", Form: candidates, Required: true, Doc: speech.Say("the ways to find it, most trusted first", "die Suchwege, der verlässlichste zuerst")},
		{Key: "keys", Form: v1.YesNo, Doc: speech.Say("yes where the page listens to single keys", "yes, wo die Seite auf einzelne Tasten hört")},
		{Key: "secret", Form: v1.YesNo, Doc: speech.Say("yes where a secret may be written although it is no password field, such as a user's name", "yes, wo ein Geheimnis stehen darf, obwohl es kein Kennwortfeld ist, etwa eine Kennung")},
		{Key: "mask", Form: v1.Text, Doc: speech.Say("how the field rewrites what is typed", "wie das Feld Eingaben umschreibt")},
		{Key: "picture", Form: v1.Text, Doc: speech.Say("the path of its picture", "der Pfad seines Bildes")},
		{Key: "fingerprint", Form: fingerprintOf, Doc: speech.Say("what it looked like when it was recorded", "wie es bei der Aufzeichnung aussah")},
		{Key: "sample", Form: v1.Text, Doc: speech.Say("a made-up value that the imaginary screen shows", "ein erfundener Wert, den der gedachte Bildschirm zeigt")},
	}}
}

func framePart() part {
	return part{"frame", speech.Say("a frame: all that is given must fit", "ein Rahmen: alles Angegebene muss passen"), []v1.Field{
		{Key: "name", Form: v1.Text, Doc: speech.Say("its name", "sein Name")},
		{Key: "address", Form: v1.Text, Doc: speech.Say("what its address ends in, without the query", "worauf seine Adresse endet, ohne Abfrage")},
		{Key: "number", Form: count, Doc: speech.Say("its place among the frames of its parent, from 1", "seine Stelle unter den Rahmen des umgebenden, ab 1")},
	}}
}

func fingerprintPart() part {
	p := part{name: "fingerprint", doc: speech.Say("what an element looked like; never what a person entered", "wie ein Element aussah; nie, was ein Mensch eingab")}
	for _, m := range v1.Marks() {
		p.fields = append(p.fields, v1.Field{Key: m.Key, Form: v1.Text})
	}
	box := speech.Say("left, top, width and height, in pixels of the page", "links, oben, Breite und Höhe, in Bildpunkten der Seite")
	p.fields = append(p.fields, v1.Field{Key: v1.BoxKey, Form: v1.Text, Doc: box})
	return p
}

// candidatePart lists the ways; one entry holds exactly one of them.
func candidatePart() part {
	p := part{"way", speech.Say("a way to find an element", "ein Suchweg"), []v1.Field{
		{Key: "role", Form: v1.Text, Doc: speech.Say("only elements of this role", "nur Elemente dieser Rolle")},
		{Key: "matched", Form: count, Doc: speech.Say("how many elements it found when it was recorded", "wie viele Elemente er bei der Aufzeichnung fand")},
	}}
	for _, by := range scenarios.Ways() {
		p.fields = append(p.fields, v1.Field{Key: string(by), Form: v1.Text})
	}
	return p
}

func environmentFile() part {
	return part{"environment", speech.Say("environments/NAME.yaml: where the systems are", "environments/NAME.yaml: wo die Fachverfahren sind"), []v1.Field{
		{Key: "environment", Form: version, Required: true, Doc: speech.Say("the version of the format", "die Version des Formats")},
		{Key: "title", Form: v1.Text, Doc: speech.Say("what the environment is called", "wie die Umgebung heißt")},
		{Key: "systems", Form: places, Required: true, Doc: speech.Say("the place of each system", "der Ort jedes Fachverfahrens")},
		{Key: "limits", Form: limitsOf, Doc: speech.Say("how long and how often the robot tries", "wie lange und wie oft der Roboter es versucht")},
		{Key: "pictures", Form: picturesWord, Doc: speech.Say("when a masked picture of the screen is kept: where a case halts (faults), or after every commit, too (commits)",
			"wann ein geschwärztes Bild des Bildschirms aufbewahrt wird: wo ein Vorgang anhält (faults) oder auch nach jedem commit (commits)")},
		{Key: "vault", Form: vaultOf, Doc: speech.Say("the server of OpenBao or Vault that keeps the secrets; without it Heinzel does", "der Server von OpenBao oder Vault, der die Geheimnisse verwahrt; sonst verwahrt Heinzel sie")},
	}}
}

func placePart() part {
	return part{"place", speech.Say("where a system is", "wo ein Fachverfahren ist"), []v1.Field{
		{Key: "address", Form: v1.Text, Doc: speech.Say("its address, such as https://amt.example/; that of a host names its code page, too: tn3270s://host.example?codepage=cp273", "seine Adresse, etwa https://amt.example/; die eines Hosts nennt auch seine Codepage: tn3270s://host.example?codepage=cp273")},
		{Key: "origins", Form: v1.Lines, Doc: speech.Say("further origins that the robot may act on", "weitere Ursprünge, auf denen der Roboter arbeiten darf")},
		{Key: "secrets", Form: names, Doc: speech.Say("the scenario's secrets by their names in the secret store", "die Geheimnisse des Ablaufs nach ihrem Namen im Geheimnisspeicher")},
		{Key: "bearer", Form: v1.Word, Doc: speech.Say("the secret sent as a bearer token (RFC 6750)", "das Geheimnis, das als Bearer-Token gesendet wird (RFC 6750)")},
		{Key: "sign in", Form: signIn, Doc: speech.Say("the log-in that the server itself asks for (HTTP Basic)", "die Anmeldung, nach der der Server selbst fragt (HTTP Basic)")},
		{Key: "certificate", Form: certificate, Doc: speech.Say("the robot's own certificate (TLS client certificate)", "das eigene Zertifikat des Roboters (TLS-Client-Zertifikat)")},
		{Key: "authorities", Form: v1.Lines, Doc: speech.Say("files (PEM) with certificates that may vouch for the server, in addition to the machine's own", "Dateien (PEM) mit Zertifikaten, die für den Server bürgen dürfen, zusätzlich zu denen des Rechners")},
		{Key: "program", Form: v1.Lines, Doc: speech.Say("instead of an address: the program of a desktop system, and its arguments; nothing else is ever started", "statt einer Adresse: das Programm eines Systems am Schreibtisch, mit seinen Argumenten; nichts anderes wird je gestartet")},
		{Key: "display", Form: displayWord, Doc: speech.Say("where the program is shown: on a display of the robot's own, or on that of the clerk who starts it", "wo das Programm erscheint: auf einer eigenen Anzeige des Roboters oder auf der des Menschen, der ihn startet")},
		{Key: "proxy", Form: proxy, Doc: speech.Say("the house's way out", "der Weg aus dem Haus")},
	}}
}

func signInPart() part {
	return part{"sign in", speech.Say("a log-in, by the names of its secrets", "eine Anmeldung, nach den Namen ihrer Geheimnisse"), []v1.Field{
		{Key: "user", Form: v1.Word, Required: true, Doc: speech.Say("the secret with the user's name", "das Geheimnis mit dem Benutzernamen")},
		{Key: "password", Form: v1.Word, Required: true, Doc: speech.Say("the secret with the password", "das Geheimnis mit dem Kennwort")},
	}}
}

func certificatePart() part {
	return part{"certificate", speech.Say("a client certificate", "ein Client-Zertifikat"), []v1.Field{
		{Key: "file", Form: v1.Text, Required: true, Doc: speech.Say("a PKCS#12 file (.p12, .pfx) below the environment's folder", "eine PKCS#12-Datei (.p12, .pfx) unterhalb des Ordners der Umgebung")},
		{Key: "password", Form: v1.Word, Required: true, Doc: speech.Say("the secret that opens it", "das Geheimnis, das sie öffnet")},
	}}
}

func proxyPart() part {
	return part{"proxy", speech.Say("a proxy; this machine itself is always reached directly", "ein Proxy; dieser Rechner selbst wird immer direkt erreicht"), []v1.Field{
		{Key: "address", Form: v1.Text, Doc: speech.Say("its address, such as http://proxy.example:3128", "seine Adresse, etwa http://proxy.example:3128")},
		{Key: "sign in", Form: signIn, Doc: speech.Say("its log-in", "seine Anmeldung")},
		{Key: "bypass", Form: v1.Lines, Doc: speech.Say("hosts that are reached without it; .example means all below", "Rechner, die ohne ihn erreicht werden; .example meint alle darunter")},
	}}
}

func vaultPart() part {
	return part{"vault", speech.Say("where secrets are kept: amt.kennwort is the field kennwort of amt", "wo Geheimnisse verwahrt werden: amt.kennwort ist das Feld kennwort von amt"), []v1.Field{
		{Key: "address", Form: v1.Text, Doc: speech.Say("its address, such as https://bao.example:8200", "seine Adresse, etwa https://bao.example:8200")},
		{Key: "mount", Form: v1.Text, Doc: speech.Say("where the key/value engine (version 2) is mounted; secret by default", "wo die key/value-Engine (Version 2) eingehängt ist; sonst secret")},
		{Key: "token", Form: v1.Word, Required: true, Doc: speech.Say("the token's name in Heinzel's own store", "der Name des Tokens in Heinzels eigenem Speicher")},
	}}
}

func limitsPart() part {
	return part{"limits", speech.Say("limits", "Grenzen"), []v1.Field{
		{Key: "answer", Form: v1.Seconds, Doc: speech.Say("how long one step may wait", "wie lange ein Schritt warten darf")},
		{Key: "retries", Form: count, Doc: speech.Say("how often a block starts again after a technical fault", "wie oft ein Block nach einem technischen Fehler neu beginnt")},
		{Key: "pause", Form: v1.Seconds, Doc: speech.Say("before the first retry; doubled for each further one", "vor dem ersten neuen Versuch; danach jeweils doppelt so lang")},
	}}
}

func caseFile() part {
	return part{"case", speech.Say("cases/NAME.yaml: an example with its expected result", "cases/NAME.yaml: ein Prüffall mit erwartetem Ergebnis"), []v1.Field{
		{Key: "case", Form: v1.Text, Required: true, Doc: speech.Say("what the example is called", "wie der Prüffall heißt")},
		{Key: "given", Form: textsByName, Doc: speech.Say("the inputs", "die Eingaben")},
		{Key: "screen", Form: textsByName, Doc: speech.Say("what the imaginary screen shows: by screen/element, by “text: …” (yes or no), or by METHOD /path the answer as JSON",
			"was der gedachte Bildschirm zeigt: nach maske/Element, nach „text: …“ (yes oder no) oder nach METHODE /pfad die Antwort als JSON")},
		{Key: "expect", Form: expectations, Required: true, Doc: speech.Say("what must come of it", "was dabei herauskommen muss")},
	}}
}

func expectPart() part {
	return part{"expect", speech.Say("what must come of it", "was dabei herauskommen muss"), []v1.Field{
		{Key: "outcome", Form: outcome, Doc: speech.Say("how the case ends; done by default", "wie der Vorgang endet; sonst done")},
		{Key: "commits", Form: v1.Lines, Doc: speech.Say("the ids of the irreversible steps that happen, in order", "die ids der unwiderruflichen Schritte, die geschehen, in ihrer Reihenfolge")},
		{Key: "values", Form: textsByName, Doc: speech.Say("variables at the end", "Variablen am Ende")},
	}}
}
