// SPDX-License-Identifier: EUPL-1.2

package journal_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func Example() {
	folder, now := disk.NewMemory(), time.Now
	keys, err := journal.NewKeys()
	check(err)
	j, err := journal.Create(folder, journal.Order{ID: "demo", Cases: 1}, keys, now)
	check(err)
	c, err := j.Begin(1, "AZ 4711", map[string]value.Value{"name": value.NewText("Özgür")})
	check(err)
	check(c.Intend(journal.Event{Kind: journal.Intent, Step: "3", ID: "save"}))
	check(c.Note(journal.Event{Kind: journal.Result, Step: "3", ID: "save"}))
	check(c.End(journal.Done, speech.Text{}))
	check(j.End(journal.Summary{Outcome: journal.Done}))

	report, err := journal.Verify(folder, journal.VerifyOptions{By: keys.Verifiers()})
	check(err)
	fmt.Println(report.OK(), report.Cases[0].Lines)
	events, err := journal.Show(folder, 1, keys)
	check(err)
	for _, e := range events {
		fmt.Println(strings.TrimSpace(fmt.Sprint(e.Seq, " ", e.Kind, " ", e.Values["name"])))
	}
	// Output:
	// true 4
	// 1 begun Özgür
	// 2 intent
	// 3 result
	// 4 ended
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
