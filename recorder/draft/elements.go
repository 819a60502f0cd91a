// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"cmp"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
)

// thing is an element of a screen, under the keys that documents knew it by.
type thing struct {
	name string
	keys map[*document]string
	like *event.Thing
	ways []scenarios.Candidate
}

// element is the target of a thing. It is not ok where nothing could find it
// again.
func (c *composer) element(t *event.Thing, doc *document) (target scenarios.Target, ok bool) {
	if t == nil || doc.screen == nil {
		return target, false
	}
	ways := c.ways(t)
	if len(ways) == 0 {
		return target, false
	}
	s := c.shown(doc)
	known := doc.screen.find(t, doc, ways)
	if known == nil {
		known = &thing{keys: map[*document]string{}, like: t, ways: ways}
		known.name = naming.Fresh(c.called(t), " ", func(name string) bool { return s.Element(name) != nil })
		doc.screen.things = append(doc.screen.things, known)
		s.Elements = append(s.Elements, c.describe(known, t, doc))
	}
	known.keys[doc] = t.Key
	e := s.Element(known.name)
	e.Keys = e.Keys || t.Keys
	c.illustrate(doc.screen, e, t, doc)
	return scenarios.Target{Screen: s.Name, Element: known.name}, true
}

// describe is a thing as element files have it.
func (c *composer) describe(known *thing, t *event.Thing, doc *document) scenarios.Element {
	return scenarios.Element{
		Name: known.name, Role: t.Role, Frame: slices.Clone(doc.frame), Found: known.ways, Keys: t.Keys, Fingerprint: c.harmless(t.Fingerprint, t),
	}
}

// harmless takes out of a fingerprint what belongs to a person, or changes
// whenever the page is loaded.
func (c *composer) harmless(f scenarios.Fingerprint, t *event.Thing) scenarios.Fingerprint {
	for _, text := range []*string{&f.Text, &f.Label, &f.Value, &f.Title, &f.Placeholder, &f.Neighbours, &f.Href, &f.ID, &f.Name} {
		if c.quotes(*text) {
			*text = ""
		}
	}
	for name, field := range map[string]*string{"id": &f.ID, "name": &f.Name, "class": &f.Class, "href": &f.Href} {
		if slices.Contains(t.Volatile, name) {
			*field = ""
		}
	}
	return f
}

// find is the element of a screen that this one is: known by its key in the
// same document, and by its looks in another.
func (s *screen) find(t *event.Thing, doc *document, ways []scenarios.Candidate) *thing {
	for _, known := range s.things {
		key, here := known.keys[doc]
		if here && key == t.Key {
			return known
		}
		if (!here || len(t.Row) > 0) && known.alike(t, ways) {
			return known
		}
	}
	return nil
}

// alike reports an element of the same role and name that is found in one of
// the same ways, as far as people see them.
func (k *thing) alike(t *event.Thing, ways []scenarios.Candidate) bool {
	if k.like.Role != t.Role || k.like.Name != t.Name {
		return false
	}
	return t.Name != "" || slices.ContainsFunc(ways, func(w scenarios.Candidate) bool {
		return slices.ContainsFunc(k.ways, func(o scenarios.Candidate) bool { return o.By == w.By && o.What == w.What })
	})
}

// ways are those that will still lead there, and that name nobody.
func (c *composer) ways(t *event.Thing) (out []scenarios.Candidate) {
	volatile := func(name string) bool { return slices.Contains(t.Volatile, name) }
	for _, w := range t.Ways {
		switch {
		case w.What == "" || !slices.Contains(scenarios.Ways(), w.By), c.quotes(w.What):
		case w.By == scenarios.ByID && volatile("id"), w.By == scenarios.ByNameAttribute && volatile("name"):
		case w.By == scenarios.ByLink && volatile("href"), w.By == scenarios.ByPath && volatile(byPath):
		case w.By == scenarios.ByCSS && (volatile("id") || volatile("class") || volatile("name")):
		default:
			w.At, w.Matched = scenarios.Candidate{}.At, max(w.Matched, 0)
			out = append(out, w)
		}
	}
	if c.isEntry(t) {
		out = slices.DeleteFunc(out, func(w scenarios.Candidate) bool { return w.By == scenarios.ByPath || w.By == scenarios.ByCSS })
	} else if len(out) == 0 && t.Fingerprint.Path != "" {
		out = append(out, scenarios.Candidate{By: scenarios.ByPath, What: t.Fingerprint.Path, Matched: 1})
	}
	return out
}

// isEntry reports an entry of a list, outside tables, that is told from the
// others by data alone: where it stands says nothing about the next case.
func (c *composer) isEntry(t *event.Thing) bool {
	return t != nil && len(t.Row) == 0 && !isField(t) && !slices.Contains([]string{"checkbox", "radio"}, t.Role) &&
		(c.quotes(t.Name) || c.quotes(t.Fingerprint.Text))
}

// called is the name of an element for people: what it is called, unless that
// is data; then the heading of its column.
func (c *composer) called(t *event.Thing) string {
	for _, name := range []string{t.Name, t.Fingerprint.Label, t.Fingerprint.Value, t.Fingerprint.Placeholder, t.Fingerprint.Title, c.column(t), labelOf(t), t.Fingerprint.Name, t.Fingerprint.ID} {
		name = strings.TrimSpace(strings.TrimRight(naming.Short(naming.Bare(name)), ".… "))
		if name != "" && !c.quotes(name) {
			return name
		}
	}
	return cmp.Or(naming.Short(t.Role), "element")
}

// column is the heading of the cell that shows the same as the element.
func (c *composer) column(t *event.Thing) string {
	for _, cell := range t.Row {
		if cell.Shows.Text != "" && naming.Clean(cell.Shows.Text) == naming.Clean(t.Name) {
			return cell.Column
		}
	}
	return ""
}
