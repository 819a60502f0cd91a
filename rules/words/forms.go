// SPDX-License-Identifier: EUPL-1.2

package words

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

func forms() []Function {
	text, test := []Signature{takes(value.Text, value.Text)}, []Signature{takes(value.Boolean, value.Text)}
	return []Function{
		{
			Name: "vergleichsform", Signatures: text, Apply: each(comparable),
			Phrase:  speech.Text{EN: "%[1]s as it is compared", DE: "%[1]s in Vergleichsform"},
			Meaning: speech.Text{EN: "without blanks at both ends, single blanks inside, lower case, letters composed: equal for what people read alike", DE: "ohne Leerzeichen am Rand, mit einfachen Leerzeichen, klein, Buchstaben zusammengesetzt: gleich für das, was Menschen gleich lesen"},
			Law:     "Unicode UAX #15 (NFC)",
		},
		{
			Name: "nur_ziffern", Signatures: text, Apply: each(digitsOf),
			Phrase:  speech.Text{EN: "the digits of %[1]s", DE: "die Ziffern von %[1]s"},
			Meaning: speech.Text{EN: "the digits 0 to 9 of the text, without anything between them", DE: "die Ziffern 0 bis 9 des Textes, ohne alles dazwischen"},
		},
		{
			Name: "ist_plz", Signatures: test, Apply: asking(isPostcode),
			Phrase:  speech.Text{EN: "%[1]s is a German postcode", DE: "%[1]s eine deutsche Postleitzahl ist"},
			Meaning: speech.Text{EN: "five digits from 01001 to 99998; whether the post uses it is not known here", DE: "fünf Ziffern von 01001 bis 99998; ob die Post sie verwendet, ist hier nicht bekannt"},
			Law:     "Postleitzahlensystem der Deutschen Post seit 01.07.1993",
		},
		{
			Name: "ist_iban", Signatures: test, Apply: asking(isIBAN),
			Phrase:  speech.Text{EN: "%[1]s is an IBAN", DE: "%[1]s eine IBAN ist"},
			Meaning: speech.Text{EN: "length of its country and check digits are right; blanks do not matter; whether the account exists is not known here", DE: "Länge des Landes und Prüfziffern stimmen; Leerzeichen sind gleich; ob es das Konto gibt, ist hier nicht bekannt"},
			Law:     "ISO 13616-1, ISO/IEC 7064 (MOD 97-10)",
		},
	}
}

func asking(test func(string) bool) func([]value.Value) (value.Value, error) {
	return func(args []value.Value) (value.Value, error) { return value.NewBoolean(test(args[0].String())), nil }
}

// comparable composes first: lower case of letters that are taken apart would
// differ.
func comparable(s string) string {
	return cases.Lower(language.German).String(trim(norm.NFC.String(s)))
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

func isPostcode(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) == 5 && digitsOf(s) == s && s >= "01001" && s <= "99998"
}

// isIBAN calculates the remainder of the whole number digit by digit; letters
// count from 10 (A) to 35 (Z).
func isIBAN(s string) bool {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	if len(s) < 4 || len(s) != ibanLengths()[s[:2]] {
		return false
	}
	rest := 0
	for i, r := range s[4:] + s[:4] {
		switch {
		case r >= '0' && r <= '9':
			rest = (rest*10 + int(r-'0')) % 97
		case r >= 'A' && r <= 'Z' && i != len(s)-1 && i != len(s)-2:
			rest = (rest*100 + int(r-'A') + 10) % 97
		default:
			return false
		}
	}
	return rest == 1
}

// ibanLengths are those of the IBAN registry that SWIFT keeps for ISO 13616.
func ibanLengths() map[string]int {
	return map[string]int{
		"AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BI": 27, "BR": 29, "BY": 28, "CH": 21, "CR": 22,
		"CY": 28, "CZ": 24, "DE": 22, "DJ": 27, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27, "GB": 22,
		"GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HN": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30,
		"KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MN": 20,
		"MR": 27, "MT": 31, "MU": 30, "NI": 28, "NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22,
		"RU": 33, "SA": 24, "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "SO": 23, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26,
		"UA": 29, "VA": 22, "VG": 24, "XK": 20, "YE": 30,
	}
}
