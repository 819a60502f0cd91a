// SPDX-License-Identifier: EUPL-1.2

package journal_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func begun(b *testing.B, cases int) (*journal.Journal, *journal.Case) {
	b.Helper()
	o := order()
	o.Cases = cases
	j, err := journal.Create(disk.At(b.TempDir()), o, newKeys(b), clock())
	if err != nil {
		b.Fatal(err)
	}
	c, err := j.Begin(1, "", nil)
	if err != nil {
		b.Fatal(err)
	}
	return j, c
}

func BenchmarkWrite(b *testing.B) {
	step := journal.Event{Kind: journal.Step, Step: "4", ID: "speichern"}
	sealed := step
	sealed.Values = map[string]value.Value{"name": value.NewText("Müller")}
	_, c := begun(b, 1)
	for name, write := range map[string]func() error{
		"note":          func() error { return c.Note(step) },
		"note a value":  func() error { return c.Note(sealed) },
		"intend":        func() error { return c.Intend(step) },
		"intend values": func() error { return c.Intend(sealed) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := write(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWholeCase(b *testing.B) {
	j, _ := begun(b, 0)
	for b.Loop() {
		c, err := j.Begin(0, "4711", map[string]value.Value{"name": value.NewText("Müller")})
		if err != nil {
			b.Fatal(err)
		}
		if err := c.End(journal.Done, speech.Text{}); err != nil {
			b.Fatal(err)
		}
	}
}
