// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"errors"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// cause is what is sealed about a fault.
type cause struct {
	Cause sentence  `json:"cause"`
	Hint  *sentence `json:"hint,omitempty"`
}

// encode makes the line of an event; what is personal goes into the sealer.
func encode(e Event, s *sealer) (line, error) {
	l := line{
		Event: e.Kind, Case: e.Case, Step: e.Step, ID: e.ID,
		About: e.About, Rules: e.Rules, Text: sentenceOf(e.Text), Outcome: e.Outcome,
	}
	if e.Reference != "" {
		l.Reference = s.put([]byte(e.Reference))
	}
	for name, v := range e.Values {
		if l.Values == nil {
			l.Values = make(map[string]string, len(e.Values))
		}
		l.Values[name] = s.putJSON(contentOf(v))
	}
	l.Sealed = s.put(e.Sealed)
	if e.Fault != nil {
		l.Fault = encodeFault(e.Fault, s)
	}
	if !e.Reason.IsZero() {
		l.Reason = s.putJSON(sentenceOf(e.Reason))
	}
	return l, s.err
}

func encodeFault(err error, s *sealer) *faultLine {
	out := &faultLine{Kind: fault.KindOf(err)}
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		bare := *f
		bare.Step = "" // it stands beside the cause
		out.Op, out.Step, err = f.Op, f.Step, &bare
	}
	out.Cause = s.putJSON(cause{
		Cause: sentence{fault.Describe(err, speech.English), fault.Describe(err, speech.German)},
		Hint:  sentenceOf(fault.HintOf(err)),
	})
	return out
}
