// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios"
)

// TestPagesLoadedTwice meets a page whose ids and names are others each time.
func TestPagesLoadedTwice(t *testing.T) {
	t.Parallel()
	var loads atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		n := loads.Add(1)
		_, _ = fmt.Fprintf(w, `<title>Wechsel</title><p><label>Name <input id=feld-%c name=n-%c></label> <button id=fest name=fest>Los</button>`, 'a'+n, 'a'+n)
	}))
	t.Cleanup(server.Close)
	o := options(t)
	o.Twice = true
	s := watch(t, o, server)
	s.open(s.tab1, server.URL+"/")
	eventually(t, "the second load", func() bool { return loads.Load() == 2 })
	eventually(t, "what changes is known", func() bool {
		s.ask(s.tab1, "document.body.append(document.createElement('i'))", nil) // described anew
		s.click(s.tab1, "input")
		all := s.events(quiet...)
		return len(all) > 0 && len(all[len(all)-1].Target.Volatile) == 2
	})
	s.click(s.tab1, "button")
	eventually(t, "the button", func() bool { all := s.events(quiet...); return all[len(all)-1].Target.Role == "button" })
	all := s.events(quiet...)
	field, button := all[len(all)-2].Target, all[len(all)-1].Target
	byName := func(w scenarios.Candidate) bool { return w.By == scenarios.ByNameAttribute || w.By == scenarios.ByID }
	if slices.ContainsFunc(field.Ways, byName) || !slices.ContainsFunc(button.Ways, byName) || len(button.Volatile) > 0 {
		t.Errorf("the ways are %v, and for what does not change %v", field.Ways, button.Ways)
	}
}
