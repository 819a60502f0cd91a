// SPDX-License-Identifier: EUPL-1.2

package book

import (
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Validity is a span of days, both inclusive; a missing day leaves it open.
type Validity struct {
	From, Until value.Value
}

// IsAlways reports whether the span has neither begin nor end.
func (v Validity) IsAlways() bool { return v.From.IsMissing() && v.Until.IsMissing() }

// Covers reports whether a day lies in the span.
func (v Validity) Covers(day value.Value) bool {
	if order, ok := value.Compare(day, v.From); ok && order < 0 {
		return false
	}
	order, ok := value.Compare(day, v.Until)
	return !ok || order <= 0
}

// Text says the span in words, or nothing for always.
func (v Validity) Text() speech.Text {
	from, until := spoken(v.From), spoken(v.Until)
	switch {
	case v.IsAlways():
		return speech.Text{}
	case v.Until.IsMissing():
		return speech.Say("valid from %s", "gültig ab %s", from)
	case v.From.IsMissing():
		return speech.Say("valid until %s", "gültig bis %s", until)
	}
	return speech.Say("valid from %s until %s", "gültig vom %s bis %s", from, until)
}

func spoken(v value.Value) speech.Text {
	return speech.Text{EN: v.In(speech.English), DE: v.In(speech.German)}
}
