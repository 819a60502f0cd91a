// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"cmp"
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
)

// byPath stands among a thing's volatile attributes where its place in the page
// is another one.
const byPath = "path"

// seenAgain is the thing with all its attributes that were others when the same
// mask came once more in this recording. A mask that gives its fields other
// names each time is filled by their labels.
func (c *composer) seenAgain(t *event.Thing, doc *document) *event.Thing {
	if t == nil || doc.screen == nil || len(t.Row) > 0 {
		return t
	}
	out := *t
	for _, other := range doc.screen.docs {
		now, ok := namesake(t.Fingerprint, other.page.Siblings)
		if !ok || other == doc {
			continue
		}
		for name, differs := range map[string]bool{
			"id": now.ID != t.Fingerprint.ID, "name": now.Name != t.Fingerprint.Name, "class": now.Class != t.Fingerprint.Class,
			"href": now.Href != t.Fingerprint.Href, byPath: now.Path != t.Fingerprint.Path,
		} {
			if differs && !slices.Contains(out.Volatile, name) {
				out.Volatile = append(slices.Clone(out.Volatile), name)
			}
		}
	}
	slices.Sort(out.Volatile)
	return &out
}

// namesake is the only control that is called the same.
func namesake(f scenarios.Fingerprint, among []scenarios.Fingerprint) (now scenarios.Fingerprint, ok bool) {
	called := func(f scenarios.Fingerprint) string { return naming.Bare(cmp.Or(f.Label, f.Neighbours)) }
	n := 0
	for _, s := range among {
		if s.Tag == f.Tag && s.Role == f.Role && called(s) == called(f) && called(f) != "" {
			now = s
			n++
		}
	}
	return now, n == 1
}
