// SPDX-License-Identifier: EUPL-1.2

package schema

// examples holds one line per verb; a test reads each with the reader.
func examples() map[string]string {
	return map[string]string{
		"in":       "{in: melderegister, do: [{click: suche/Laden}]}",
		"open":     "open: /alt/suche",
		"fill":     "{fill: person/Nachname, with: =nachname_neu}",
		"click":    "{click: treffer/übernehmen, row: {Vorname: =vorname}}",
		"choose":   "{choose: person/Familienstand, with: verheiratet}",
		"drag":     "{drag: posteingang/Brief, onto: posteingang/Erledigt}",
		"upload":   `{upload: antrag/Anlage hinzufügen, with: '="anlagen/" + aktenzeichen + ".pdf"'}`,
		"download": "{download: bescheid/Herunterladen, into: bescheid}",
		"print":    "{print: bestätigung, into: ausdruck}",
		"tick":     "{tick: person/Auskunftssperre, with: no}",
		"press":    "{press: Control+S, on: person/Nachname}",
		"read":     "{read: person/Nachname, into: nachname_alt, as: name}",
		"wait":     "{wait: {gone: Bitte warten}, within: 30 s}",
		"expect":   "expect: {text: Datensatz gespeichert.}",
		"look":     "{look: {text: Keine Person gefunden}, into: unbekannt}",
		"dialog":   "{dialog: Änderungen verwerfen?, answer: cancel}",
		"request":  `{request: "GET /api/leser/{ausweisnummer}", take: {nachname: /nachname}}`,
		"commit":   "{id: speichern, commit: person/Speichern, expect: {text: gespeichert}, verify: person}",
		"decide":   "{decide: betroffene_systeme, into: betroffen}",
		"when":     `{when: "nachname_alt != nachname_neu", then: [{stop: done}]}`,
		"for each": "{for each: kind, of: kinder, do: [{fill: antrag/Kind, with: =kind}]}",
		"try":      "{try: [{click: hinweis/Schließen}], recover: [{press: Escape}]}",
		"either":   "{either: [[{in: dienst, do: [{request: GET /stand}]}], [{in: maske, do: [{click: start/Stand}]}]]}",
		"ask":      "{ask: Ist die Urkunde lesbar?, answers: [ja, nein], into: lesbar}",
		"set":      `{set: anrede, with: '="Guten Tag " + vorname'}`,
		"holds":    `holds: nachname_ist == nachname_neu`,
		"stop":     "{stop: business, because: Die Person ist unbekannt.}",
	}
}
