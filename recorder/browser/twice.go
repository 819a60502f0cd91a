// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// marks are the attributes of a document's controls, by their places.
type marks struct {
	Title    string                       `json:"title"`
	Controls map[string]map[string]string `json:"controls"`
}

// moment is how long a second load may take.
const moment = 20 * time.Second

// twice loads an address once more, as a stranger, and notes which attributes
// are others then. What needs a log-in shows another title there, or other
// controls, and tells nothing.
func (s *Session) twice(ctx context.Context, window int, address string) {
	ctx, cancel := context.WithTimeout(ctx, moment)
	defer cancel()
	var first, second marks
	for _, p := range s.browser.Pages() {
		if f, ok := p.Frame(); ok && p.Number() == window {
			if f.Call(ctx, "marks", nil, &first) != nil {
				return
			}
		}
	}
	if len(first.Controls) == 0 || s.browser.Anew(ctx, address, "(() => {"+joined("marks")+"; return marks(); })()", &second) != nil {
		return
	}
	if first.Title != second.Title || len(first.Controls) != len(second.Controls) {
		return
	}
	s.put(func(l *ledger) []event.Event {
		l.volatile[bare(address)] = differing(first, second)
		return nil
	})
}

// differing are the names of the attributes that are others, by place.
func differing(first, second marks) map[string][]string {
	out := map[string][]string{}
	for place, was := range first.Controls {
		for _, name := range []string{"id", "name", "class", "href"} {
			if is, ok := second.Controls[place]; ok && is[name] != was[name] {
				out[place] = append(out[place], name)
			}
		}
	}
	return out
}

// bare is an address without what is asked for.
func bare(address string) string { return pageAt(address, event.Page{}).Address }

// again asks for a second load of a document, once for each address.
func (l *ledger) again(window int, address string) {
	at := bare(address)
	if _, known := l.volatile[at]; known || l.twice == nil || !strings.HasPrefix(address, "http") {
		return
	}
	l.volatile[at] = nil
	l.twice(window, address)
}

// distrust takes the ways from a thing that rest on attributes which change.
func (l *ledger) distrust(t *event.Thing, address string) {
	t.Volatile = l.volatile[address][t.Fingerprint.Path]
	rests := map[scenarios.By]string{scenarios.ByID: "id", scenarios.ByNameAttribute: "name", "link": "href"}
	t.Ways = slices.DeleteFunc(t.Ways, func(w scenarios.Candidate) bool { return slices.Contains(t.Volatile, rests[w.By]) })
}
