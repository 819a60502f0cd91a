// SPDX-License-Identifier: EUPL-1.2

package words_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/rules/words"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

var update = flag.Bool("update", false, "write the manual anew")

const manual = "../../docs/rules-words.md"

// The manual of the words is made from the words.
func TestManual(t *testing.T) {
	t.Parallel()
	text := written()
	if *update {
		if err := os.WriteFile(manual, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(kept), text); diff != "" {
		t.Errorf("%s (-) and the words (+) differ; go test ./rules/words -update writes it:\n%s", manual, diff)
	}
}

func written() string {
	var b strings.Builder
	b.WriteString("# Words that rules and steps may call / Wörter, die Regeln und Schritte aufrufen\n\n" +
		"Made by `go test ./rules/words -update`. Each word is pure and exact: there is none for today, the day of reference is a fact.\n" +
		"Words that make text stand only in values (behind `=`), not in conditions.\n")
	for _, f := range words.All() {
		fmt.Fprintf(&b, "\n## %s\n\n", f.Name)
		for _, s := range f.Signatures {
			fmt.Fprintf(&b, "    %s(%s) → %s\n", f.Name, kinds(s), s.Result.Label().In(speech.English))
		}
		fmt.Fprintf(&b, "\n- EN: %s\n- DE: %s\n", f.Meaning.EN, f.Meaning.DE)
		if f.Law != "" {
			fmt.Fprintf(&b, "- §: %s\n", f.Law)
		}
		if f.Formatting {
			b.WriteString("- makes text / macht Text\n")
		}
	}
	return b.String()
}

func kinds(s words.Signature) string {
	parts := make([]string, len(s.Params))
	for i, k := range s.Params {
		parts[i] = k.Label().In(speech.English)
	}
	return strings.Join(parts, ", ")
}
