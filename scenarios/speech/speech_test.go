// SPDX-License-Identifier: EUPL-1.2

package speech_test

import (
	"fmt"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

func ExampleSay() {
	kind := speech.Text{EN: "date", DE: "Datum"}
	t := speech.Say("%q is no %s", "„%s“ ist kein %s", "gestern", kind)
	fmt.Println(t.In(speech.German))
	fmt.Println(t.In(speech.English))
	// Output:
	// „gestern“ ist kein Datum
	// "gestern" is no date
}

func TestLangOf(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]speech.Lang{
		"de": speech.German, "de_DE.UTF-8": speech.German, "DE-AT": speech.German, "en_GB": speech.English, "C": speech.English, "": speech.English,
	} {
		if got := speech.LangOf(s); got != want {
			t.Errorf("%s: %s", s, got)
		}
	}
}

func TestList(t *testing.T) {
	t.Parallel()
	for want, words := range map[string][]string{"": nil, "a": {"a"}, "a oder b": {"a", "b"}, "a, b oder c": {"a", "b", "c"}} {
		if got := speech.List(words, "or", "oder").DE; got != want {
			t.Error(got)
		}
	}
}

func TestZero(t *testing.T) {
	t.Parallel()
	if !(speech.Text{}).IsZero() || speech.Same("a").IsZero() || speech.Same("a").String() != "a" || speech.Same("a").In("fr") != "a" {
		t.Error("a text is zero exactly when nothing is said")
	}
}
