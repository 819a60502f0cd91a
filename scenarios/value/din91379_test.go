// SPDX-License-Identifier: EUPL-1.2

package value_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"golang.org/x/text/unicode/norm"
)

// entry is a line of the list that the editors of the standard publish.
type entry struct{ group, text, name string }

func entries(t *testing.T) []entry {
	t.Helper()
	data, err := os.ReadFile("testdata/din91379/latin_list_1.3.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []entry
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "; ")
		var text strings.Builder
		for _, code := range strings.FieldsFunc(cells[2], func(r rune) bool { return r == ' ' || r == '+' }) {
			point, err := strconv.ParseUint(code, 16, 32)
			if err != nil {
				t.Fatal(line, err)
			}
			text.WriteRune(rune(point))
		}
		out = append(out, entry{cells[0], text.String(), cells[3]})
	}
	return out
}

func TestEveryLetterOfTheStandardIsALetterOfAName(t *testing.T) {
	t.Parallel()
	groups := map[string]int{}
	for _, e := range entries(t) {
		groups[e.group]++
		v, err := value.Parse(value.Of(value.Name), "A"+e.text+"a")
		switch e.group {
		case "bll":
			if err != nil || v.String() != norm.NFC.String("A"+e.text+"a") {
				t.Errorf("%s %q: %v", e.name, e.text, err)
			}
		case "bnlreq": // N1: a few of them may stand in names
		case "gl", "cl", "bnl", "bnlopt", "bnlnot":
			if err == nil {
				t.Errorf("%s %q (%s) is no letter of a name", e.name, e.text, e.group)
			}
		}
	}
	if groups["bll"] != 649 {
		t.Error(groups)
	}
}

func TestMarksFollowOnlyTheirLetters(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"X\u0301x\u0301", "\u0301a", "a\u0301\u0301", "A\u200bb", "A\u202eb", "A\tb", "A\nb", "A😀"} {
		if _, err := value.Parse(value.Of(value.Name), s); err == nil {
			t.Errorf("%q is accepted as a name", s)
		}
	}
}
