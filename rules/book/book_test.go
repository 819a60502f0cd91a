// SPDX-License-Identifier: EUPL-1.2

package book_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func TestValidityIncludesBothDays(t *testing.T) {
	t.Parallel()
	v := book.Validity{From: value.NewDate(2024, time.January, 1), Until: value.NewDate(2024, time.December, 31)}
	for day, want := range map[int]bool{-1: false, 0: true, 365: true, 366: false} {
		d := v.From.Day().AddDate(0, 0, day)
		if v.Covers(value.NewDate(d.Year(), d.Month(), d.Day())) != want {
			t.Errorf("%s: not %v", d, want)
		}
	}
}

func ExampleValidity_Text() {
	v := book.Validity{From: value.NewDate(2024, time.January, 1)}
	fmt.Println(v.Text().In(speech.German))
	// Output: gültig ab 01.01.2024
}
