// SPDX-License-Identifier: EUPL-1.2

package source

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Nearest finds the known word that a person most likely meant, or "" when
// none is close: at most a third of its letters differ (Damerau's four slips:
// a letter wrong, missing, too many, or two swapped).
func Nearest(word string, known []string) string {
	best, least := "", 1+len([]rune(word))/3
	for _, k := range known {
		if d := distance(fold(word), fold(k)); d <= least && (best == "" || d < least) {
			best, least = k, d
		}
	}
	return best
}

// DidYouMean is the hint for an unknown word: the nearest known one, else the
// whole list while that is short enough to read.
func DidYouMean(word string, known []string) speech.Text {
	if near := Nearest(word, known); near != "" {
		return speech.Say("did you mean %q?", "meinten Sie „%s“?", near)
	}
	if len(known) == 0 || len(known) > 30 {
		return speech.Text{}
	}
	return speech.Say("known here: %s", "hier bekannt: %s", strings.Join(known, ", "))
}

func fold(s string) []rune { return []rune(strings.ToLower(s)) }

// distance is the restricted Damerau-Levenshtein distance (optimal string
// alignment) of two words.
func distance(a, b []rune) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+differ(a[i-1], b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}

func differ(a, b rune) int {
	if a == b {
		return 0
	}
	return 1
}
