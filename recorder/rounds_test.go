// SPDX-License-Identifier: EUPL-1.2

package recorder_test

import (
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/zehnrunden"
)

// inputOf are the inputs that the labels of a round become.
var inputOf = map[string]string{
	"Vorname": "vorname", "Nachname": "nachname", "Straße": "strasse", "Postleitzahl": "postleitzahl", "Ort": "ort", "E-Mail": "e_mail", "Telefon": "telefon",
}

// games are the seeds that are played: fifty of them where time is given.
func games() (seeds []uint64) {
	n := uint64(5)
	if os.Getenv("HEINZEL_STORM") != "" {
		n = 50
	}
	for seed := uint64(2); seed < 2+n; seed++ {
		seeds = append(seeds, seed)
	}
	return seeds
}

// TestOneRoundIsRepeatedTenTimes: one round of a form that looks different each
// time is recorded, and ten rounds of other games are played by it. A person
// has changed one thing: the session lasts for all cases of an order.
func TestOneRoundIsRepeatedTenTimes(t *testing.T) {
	t.Parallel()
	here := town(t, practice.Switches{})
	first := begun(t, here, 1)
	c := watched(t, first, here.ZehnRundenURL())
	for _, label := range zehnrunden.Labels() {
		c.fills("label: "+label, zehnrunden.People(1)[0][label])
	}
	c.clicks("name: Absenden")
	r := c.drafted(nil)
	r.Scenario.Systems[0].Session = scenarios.PerOrder
	r.write(t, format.Write(r.Scenario))
	for _, seed := range games() {
		game := begun(t, here, seed)
		var cases []map[string]string
		for _, person := range zehnrunden.People(seed) {
			given := map[string]string{}
			for label, name := range inputOf {
				given[name] = person[label]
			}
			cases = append(cases, given)
		}
		r.done(t, r.repeated(t, r.plan(t, first, game), nil, cases...))
		if says := shown(t, game); !strings.Contains(says, "70 von 70 Feldern richtig") {
			t.Fatalf("game %d: %s", seed, says)
		}
	}
}

// begun begins a game, and gives the address of its rounds.
func begun(t *testing.T, here *practice.Town, seed uint64) string {
	t.Helper()
	answer, err := http.PostForm(here.ZehnRundenURL()+"/spiel", url.Values{"nummer": {strconv.FormatUint(seed, 10)}})
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	return answer.Request.URL.String()
}

// shown is what an address answers.
func shown(t *testing.T, address string) string {
	t.Helper()
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, _ := io.ReadAll(answer.Body)
	return string(text)
}
