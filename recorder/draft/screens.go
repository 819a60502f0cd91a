// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// screen is a page or mask that may have been seen several times.
type screen struct {
	system int
	name   string // once something on it is used
	popup  bool
	docs   []*document
	things []*thing
}

// screens finds which documents are the same mask: in the same frame, of the
// same address and with the same heading, without its digits.
func (c *composer) screens() {
	first := map[int]int{} // the first window of each system
	known := map[string]*screen{}
	for _, doc := range c.all {
		if doc.system < 0 {
			continue
		}
		if _, ok := first[doc.system]; !ok {
			first[doc.system] = doc.window
		}
		popup := doc.window != first[doc.system] && c.isPopup(doc)
		key := fmt.Sprint(doc.system, doc.frame, popup, path(doc), "|", c.headed(doc))
		if known[key] == nil {
			known[key] = &screen{system: doc.system, popup: popup}
		}
		s := known[key]
		s.docs, doc.screen = append(s.docs, doc), s
	}
}

// headed tells pages of one address apart: by the heading or, without one, by
// the names of what can be entered.
func (c *composer) headed(doc *document) string {
	if h := c.heading(doc); h != "" {
		return h
	}
	var out []string
	for _, f := range doc.page.Siblings {
		if f.Name != "" && !c.quotes(f.Name) {
			out = append(out, f.Name)
		}
	}
	return strings.Join(out, " ")
}

// isPopup reports a window that the system opened.
func (c *composer) isPopup(doc *document) bool {
	_, opened := c.opener[doc.window]
	return opened
}

func path(doc *document) string {
	u, err := url.Parse(doc.page.Address)
	if err != nil {
		return ""
	}
	parts := strings.Split(u.Path, "/")
	for i, p := range parts {
		if strings.ContainsAny(p, "0123456789") && !strings.ContainsAny(p, ".") {
			parts[i] = "#" // the number of a record
		}
	}
	return strings.Join(parts, "/")
}

// heading is the first heading that is no data.
func (c *composer) heading(doc *document) string {
	for _, h := range doc.page.Headings {
		if s := c.stable(h); s != "" {
			return s
		}
	}
	return ""
}

// shown is the screen as the scenario has it; it is added when it is first
// used.
func (c *composer) shown(doc *document) *scenarios.Screen {
	s := doc.screen
	all := c.scenario.Elements[c.scenario.Systems[s.system].Name]
	if s.name == "" {
		taken := func(name string) bool { return all.Screen(name) != nil }
		s.name = c.screenName(s)
		if taken(s.name) {
			s.name = c.pageName("", s.docs[0])
		}
		s.name = naming.Fresh(s.name, "_", taken)
		made := scenarios.Screen{Name: s.name, Frame: slices.Clone(s.docs[0].frame), Siblings: c.siblings(s)}
		if s.popup {
			made.Window.Title = c.windowTitle(s.docs[0])
		}
		all.Screens = append(all.Screens, made)
	}
	return all.Screen(s.name)
}

// windowTitle is how a popup is known: by the whole of its title, unless that
// says whom it is about.
func (c *composer) windowTitle(doc *document) string {
	title := naming.Clean(doc.page.Title)
	if !c.quotes(title) {
		return title
	}
	c.remark(LeftOut, nil, speech.Say("the title of a window says whom it is about, and is not kept: the robot will not find that window", "der Titel eines Fensters sagt, um wen es geht, und ist nicht aufbewahrt: der Roboter wird dieses Fenster nicht finden"),
		speech.Say("is there a way without that window?", "gibt es einen Weg ohne dieses Fenster?"))
	return cmp.Or(c.stable(title), "?")
}

func (c *composer) siblings(s *screen) (out []scenarios.Fingerprint) {
	for _, doc := range s.docs {
		if len(doc.page.Siblings) > 0 {
			for _, f := range doc.page.Siblings {
				out = append(out, c.harmless(f, &event.Thing{}))
			}
			return out
		}
	}
	return nil
}

// pageName is the title or, without one, the name of the page.
func (c *composer) pageName(title string, doc *document) string {
	u, err := url.Parse(doc.page.Address)
	if err != nil || c.quotes(u.Path) {
		u = nil
	}
	return naming.Plain(naming.Screen(title, u), "maske")
}

// screenName is the heading, or the title where it tells screens apart, or the
// name of the page.
func (c *composer) screenName(s *screen) string {
	doc := s.docs[0]
	if slices.ContainsFunc(s.docs, c.logsIn) && c.secretsOn(c.deeds, doc) < 3 {
		return speech.Say("log_in", "anmeldung").In(c.lang)
	}
	if name := word(c.heading(doc), "maske"); name != "maske" {
		return name
	}
	title := c.stable(doc.page.Title)
	for _, other := range c.all {
		if other.system == s.system && other.screen != s && c.stable(other.page.Title) == title {
			title = ""
			break
		}
	}
	return c.pageName(title, doc)
}

// recognise gives every screen a text that only this one shows.
func (c *composer) recognise() {
	for _, doc := range c.all {
		if doc.screen == nil || doc.screen.name == "" {
			continue
		}
		s := c.shown(doc)
		if s.RecognisedBy != "" {
			continue
		}
		for _, h := range c.headlines(doc) {
			if text := c.stable(h); text != "" && !c.elsewhere(text, doc.screen) {
				s.RecognisedBy = text
				break
			}
		}
	}
}

// headlines are the headings of a page or, where it has none, the texts that
// it showed first whenever it came.
func (c *composer) headlines(doc *document) (out []string) {
	if len(doc.page.Headings) > 0 {
		return doc.page.Headings
	}
	for _, text := range doc.told {
		if !slices.ContainsFunc(doc.screen.docs, func(o *document) bool { return o.told != nil && !slices.Contains(o.told, text) }) {
			out = append(out, text)
		}
	}
	return out
}

// elsewhere reports a text that is a heading of another screen, too.
func (c *composer) elsewhere(text string, s *screen) bool {
	return slices.ContainsFunc(c.all, func(doc *document) bool {
		return doc.system == s.system && doc.screen != s && slices.ContainsFunc(slices.Concat(doc.page.Headings, doc.told), func(h string) bool { return strings.Contains(naming.Clean(h), text) })
	})
}
