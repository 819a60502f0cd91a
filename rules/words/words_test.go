// SPDX-License-Identifier: EUPL-1.2

package words_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules/words"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// call reads the arguments by the first signature that can read them.
func call(name string, texts ...string) (string, error) {
	f := words.Find(words.All(), name)
	var last error
	for _, s := range f.Signatures {
		args, err := read(s, texts)
		if err != nil {
			last = err
			continue
		}
		out, err := f.Apply(args)
		return out.String(), err
	}
	return "", last
}

func read(s words.Signature, texts []string) ([]value.Value, error) {
	args := make([]value.Value, len(texts))
	for i, text := range texts {
		v, err := value.ParseISO(value.Of(s.Params[i]), strings.ReplaceAll(text, "_", " "))
		if err != nil {
			return nil, err
		}
		args[i] = v
	}
	return args, nil
}

func TestWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ call, want string }{
		{"alter_am 2008-07-01 2026-06-30", "17"},
		{"alter_am 2008-07-01 2026-07-01", "18"},
		{"alter_am 2024-02-29 2042-02-28", "17"}, // § 188 Abs. 2, 3 BGB: completed with the end of this day
		{"alter_am 2024-02-29 2042-03-01", "18"},
		{"alter_am 2024-02-29 2044-02-28", "19"},
		{"alter_am 2024-02-29 2044-02-29", "20"},
		{"alter_am 2026-01-02 2026-01-01", "error: 2026-01-01 lies before the birth on 2026-01-02"},
		{"tage_zwischen 2026-03-28 2026-03-30", "2"}, // summer time begins in between
		{"tage_zwischen 2026-03-30 2026-03-28", "-2"},
		{"plus_tage 2026-02-27 3", "2026-03-02"},
		{"plus_monate 2026-01-31 1", "2026-02-28"},
		{"plus_monate 2024-01-31 1", "2024-02-29"},
		{"plus_monate 2026-03-31 -1", "2026-02-28"},
		{"plus_tage 9999-12-31 1", "error: the day lies outside the calendar"},
		{"runden 0.125 2", "0.13"},
		{"runden -0.125 2", "-0.13"},
		{"abrunden 119.99 0", "119"},
		{"abrunden -0.5 0", "-1"},
		{"aufrunden 119.01_EUR 0", "120 EUR"},
		{"runden 1234 -2", "1200"},
		{"min 3 2", "2"},
		{"max 2026-01-01 2025-12-31", "2026-01-01"},
		{"klein MÜLLER", "müller"},
		{"gross Straße", "STRASSE"},
		{"auffuellen 417 7", "0000417"},
		{"ohne_rand \u00a0Anna", "Anna"},
		{"ist_arbeitstag 2026-07-01 BY", "yes"},
		{"ist_arbeitstag 2026-07-04 BY", "no"},
		{"ist_arbeitstag 2026-01-06 BY", "no"},
		{"ist_arbeitstag 2026-01-06 NW", "yes"},
		{"ist_arbeitstag 2026-06-04 HE", "no"}, // Fronleichnam
		{"ist_arbeitstag 2026-06-04 SN", "yes"},
		{"ist_arbeitstag 2026-11-18 SN", "no"}, // Buß- und Bettag
		{"ist_arbeitstag 2026-11-18 BB", "yes"},
		{"ist_arbeitstag 2024-09-20 TH", "no"}, // Weltkindertag, since 2019
		{"ist_arbeitstag 2018-09-20 TH", "yes"},
		{"ist_arbeitstag 2024-03-08 MV", "no"}, // Frauentag, since 2023
		{"ist_arbeitstag 2022-03-08 MV", "yes"},
		{"ist_arbeitstag 2019-03-08 BE", "no"}, // Frauentag, since 2019
		{"ist_arbeitstag 2018-03-08 BE", "yes"},
		{"ist_arbeitstag 2020-05-08 BE", "no"}, // once
		{"ist_arbeitstag 2025-05-08 BE", "no"}, // once
		{"ist_arbeitstag 2024-05-08 BE", "yes"},
		{"ist_arbeitstag 2017-10-31 BY", "no"}, // 500 years of Reformation, everywhere
		{"ist_arbeitstag 2018-10-31 BY", "yes"},
		{"ist_arbeitstag 2016-10-31 HH", "yes"},
		{"ist_arbeitstag 2018-10-31 HH", "no"},
		{"ist_arbeitstag 2016-10-31 BB", "no"},
		{"ist_arbeitstag 2026-07-01 XX", "error: \"XX\" is no Land; known are BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH"},
		{"ist_arbeitstag 1994-11-16 BY", "error: the public holidays of 1994 are not known here, only from 1995 on"},
		{"naechster_arbeitstag 2026-04-03 BE", "2026-04-07"}, // Good Friday to Easter Monday
		{"naechster_arbeitstag 2026-04-07 BE", "2026-04-07"},
		{"naechster_arbeitstag 2026-12-25 BE", "2026-12-28"},
		{"plus_arbeitstage 2026-04-02 1 BE", "2026-04-07"},
		{"plus_arbeitstage 2026-04-01 3 BE", "2026-04-08"},
		{"plus_arbeitstage 2026-04-07 -1 BE", "2026-04-02"},
		{"plus_arbeitstage 2026-04-04 0 BE", "2026-04-04"},
		{"plus_arbeitstage 2026-04-04 10001 BE", "error: 10001 is too large here"},
		{"plus_arbeitstage 9999-12-30 5 BE", "error: the public holidays of 10000 are not known here, only from 1995 on"},
		{"runden_gerade 0.125 2", "0.12"},
		{"runden_gerade 0.135 2", "0.14"},
		{"runden_gerade -2.5_EUR 0", "-2 EUR"},
		{"runden_auf 12.37_EUR 0.05", "12.35 EUR"},
		{"runden_auf 12.375_EUR 0.05_EUR", "12.40 EUR"},
		{"runden_auf 14.99 10", "10"},
		{"runden_auf -15 10", "-20"},
		{"runden_auf 15 0", "error: a step is greater than zero, not 0"},
		{"runden_auf 15_EUR 1_USD", "error: 15 EUR and 1 USD are of different currencies"},
		{"vergleichsform __Mu\u0308ller__STRASSE_", "müller strasse"},
		{"nur_ziffern +49_(0)89/123-45", "4908912345"},
		{"ist_plz 01067", "yes"},
		{"ist_plz 01000", "no"},
		{"ist_plz 99999", "no"},
		{"ist_plz 1067", "no"},
		{"ist_plz D1067", "no"},
		{"ist_iban DE89_3704_0044_0532_0130_00", "yes"},
		{"ist_iban de89370400440532013000", "yes"},
		{"ist_iban DE89_3704_0044_0532_0130_01", "no"},
		{"ist_iban DE89_3704_0044_0532_0130_0", "no"},
		{"ist_iban GB82_WEST_1234_5698_7654_32", "yes"},
		{"ist_iban AT611904300234573201", "yes"},
		{"ist_iban XX82_WEST_1234_5698_7654_32", "no"},
		{"ist_iban ", "no"},
	} {
		parts := strings.Split(c.call, " ")
		got, err := call(parts[0], parts[1:]...)
		if err != nil {
			got = "error: " + err.Error()
		}
		if got != c.want {
			t.Errorf("%s = %s, want %s", c.call, got, c.want)
		}
	}
}

func TestEveryWordIsExplained(t *testing.T) {
	t.Parallel()
	for _, f := range words.All() {
		if f.Meaning.EN == "" || f.Meaning.DE == "" || f.Phrase.DE == "" || len(f.Signatures) == 0 || f.Apply == nil {
			t.Errorf("%s lacks something", f.Name)
		}
	}
}

func ExampleFind() {
	f := words.Find(words.All(), "alter_am")
	fmt.Println(f.Meaning.DE)
	fmt.Println(f.Law)
	// Output:
	// vollendete Lebensjahre einer am ersten Tag geborenen Person am zweiten Tag
	// § 187 Abs. 2 Satz 2, § 188 Abs. 2 und 3 BGB
}
