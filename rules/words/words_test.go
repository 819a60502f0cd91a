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
