// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestCost tells what watching costs a page, by event: on a small form, and on
// one with 40 fields above a table of 500 rows.
func TestCost(t *testing.T) {
	t.Parallel()
	large := `<title>Groß</title><h1>Groß</h1><table>`
	for i := range 40 {
		large += fmt.Sprintf("<tr><td>Feld %c%c:</td><td><input name=f%d></td></tr>", 'A'+i/26, 'a'+i%26, i)
	}
	large += `</table><table><tr><th>Name<th>Ort<th>Nummer<th></tr>` + strings.Repeat("<tr><td>Müller, Anna<td>Kleinsiedel<td>123<td><button>Wählen</button></tr>", 500) + `</table>`
	for name, body := range map[string]string{"small": `<title>Klein</title><label>Name <input name=f3></label>`, "large": large} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write([]byte("<!doctype html><meta charset=utf-8>" + body))
		}))
		t.Cleanup(server.Close)
		s := watch(t, options(t), server)
		s.open(s.tab1, server.URL)
		eventually(t, "the page was looked at", func() bool { return len(s.events()) >= 2 })
		s.click(s.tab1, "input[name=f3]")
		s.type_(s.tab1, strings.Repeat("abcde", 8))
		if name == "large" {
			s.click(s.tab1, "tr:nth-child(30) button")
			s.click(s.tab1, "input[name=f30]")
		}
		spent, events, failed := s.session.Cost(t.Context())
		if failed != "" {
			t.Errorf("%s: what was done could not be described: %s", name, failed)
		}
		t.Logf("%s: %.2f ms per event (%d events)", name, spent/float64(events), events)
	}
}
