// SPDX-License-Identifier: EUPL-1.2

package recorder_test

import (
	"fmt"
	"testing"

	"github.com/heinzel-rpa/heinzel/recorder"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// long is an hour of work: 120 pages of six fields, and a lot around them.
func long() (out []event.Event) {
	siblings := make([]scenarios.Fingerprint, 60)
	for i := range siblings {
		siblings[i] = scenarios.Fingerprint{Tag: "input", Name: fmt.Sprint("feld", i), Label: fmt.Sprint("Feld ", i), Path: "/html/body/form/input", Neighbours: "Nachname Vorname Ort"}
	}
	for p := range 120 {
		page := event.Page{Address: fmt.Sprintf("https://amt.example/seite%c%c", 'a'+p%26, 'a'+p/26), Title: "Amt", Headings: []string{fmt.Sprintf("Seite %c%c", 'A'+p%26, 'A'+p/26)}, Siblings: siblings}
		add := func(e event.Event) {
			e.N, e.Window, e.Page = len(out)+1, 1, page
			out = append(out, e)
		}
		add(event.Event{Kind: event.Arrive})
		for f := range 6 {
			typed := fmt.Sprintf("Wert%dx%d", p, f)
			for n := range typed {
				add(event.Event{Kind: event.Fill, Target: thing("textbox", fmt.Sprint("Feld ", f)), Text: event.Value{Text: typed[:n+1], Token: typed[:n+1], Type: "text"}})
			}
		}
		add(event.Event{Kind: event.Click, Target: thing("button", "Weiter")})
	}
	return out
}

func BenchmarkSentences(b *testing.B) {
	events := long()
	b.ReportMetric(float64(len(events)), "events")
	for b.Loop() {
		recorder.Sentences(events, speech.German)
	}
}
