// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"regexp"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/naming"
)

// says reports that one of the words begins a word of the text; a word that
// ends in $ must be whole, and a hyphen stands for a blank.
func says(text string, words string) bool {
	text = " " + strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \t\n.,:;!?()[]/«»„“\"'-_", r) }), " ") + " "
	for _, w := range strings.Fields(words) {
		whole, isWhole := strings.CutSuffix(strings.ReplaceAll(w, "-", " "), "$")
		if strings.Contains(text, " "+whole) && !isWhole || strings.Contains(text, " "+whole+" ") {
			return true
		}
	}
	return false
}

// What buttons say that change something for good, once something was written.
const saving = "speicher sicher$ sichern senden absenden abschick übermitt einreich buchen verbuch buche$ anlegen$ eintragen ablegen veröffentlich erstellen ausstellen " +
	"save submit send post$ book$ confirm create$ register$ apply$ bestätig übernehmen übernehme$ abschließen fertigstellen finish"

// What buttons say that change something for good in any case.
const finalWords = "lösch storn freigeb freigabe genehmig ablehn buchen verbuchen versenden absenden auszahl überweis abmahn erlassen sperren delete remove release approve reject pay$ " +
	"transfer"

// What buttons say that only look.
const looking = "such find$ finde$ finden anzeig laden lade$ aufruf öffne öffnen filter aktualisier zurück weiter abbrech schließen hilfe druckvorschau vorschau " +
	"search find show load open view filter refresh back next cancel close help preview go$ los$ einloggen anmelden login log-in"

// What leads out of a system.
const leaving = "abmelden ausloggen logout abmeldung beenden log-out sign-out log-off logoff signout"

// What a system shows when something was changed.
const changed = "gespeichert gebucht verbucht gelöscht gesendet versendet abgesendet übermittelt übernommen angelegt freigegeben storniert saved stored deleted sent booked submitted created updated"

// What a system shows when something was looked for.
const found = "treffer ergebnis suchergebnis gefunden hits$ results matches"

// What begins something new instead of looking something up.
const beginning = "neu neue neuer neues anlegen hinzufügen erfassen new create add"

// What names a case for people.
const reference = "aktenzeichen geschäftszeichen vorgangsnummer kassenzeichen vorgang az$ reference file-number case-number"

// Labels of what is about a person.
const aboutPeople = "nachname vorname familienname geburtsname rufname name$ namen$ geburt geb geboren anschrift adresse straße strasse hausnummer plz postleitzahl wohnort ort$ wohnhaft " +
	"telefon handy mobil fax e-mail email mail$ iban kontonummer konto$ bic steuer sozialversicherung krankenkasse personen person$ familienstand geschlecht staatsangehörigkeit " +
	"religion nationalität ausweis pass$ kunde bürger antragsteller inhaber halter kind eltern ehe anlass " +
	"surname first-name last-name given family full-name birth born address street city zip postal phone mobile account tax social-security nationality gender marital citizen applicant holder child"

// Labels of what is a name by the letters that names have.
const personNames = "nachname vorname vornamen familienname geburtsname rufname surname firstname lastname given family"

// Labels of digits that are a code, not an amount.
const codes = "nummer nr$ no$ nbr plz postleitzahl kennung kennziffer kennzahl ziffer schlüssel code id$ vorwahl konto amt number zip postal key"

// oneTime are labels of codes that are good for once.
var oneTime = regexp.MustCompile(`(?i)einmal|(?:^|[^a-z])(?:otp|tan|totp|mfa|2fa)(?:$|[^a-z])|bestätigungscode|sicherheitscode|one.?time|verification code|security code|authenti[ck]`)

// word is a name that expressions, ids and columns can have.
func word(text, otherwise string) string { return naming.Plain(naming.Bare(text), otherwise) }
