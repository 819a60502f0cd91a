// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"net"
	"net/url"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// origin is where an address belongs, and the first folder of its path.
func origin(address string) (u *url.URL, from, folder string) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, "", ""
	}
	parts := strings.Split(strings.TrimPrefix(u.Path, "/"), "/")
	if len(parts) > 1 {
		folder = parts[0]
	}
	return u, u.Scheme + "://" + u.Host, folder
}

// place finds the system of every document: windows stay in the system that
// was opened in them, and popups in the one that opened them.
func (c *composer) place() {
	inWindow := map[int]int{}
	opened := map[*document]bool{}
	for _, d := range c.deeds {
		if d.Kind == event.Open {
			opened[d.landing()] = true
		}
	}
	for _, doc := range c.all {
		at, known := inWindow[doc.window]
		if !known {
			at, known = inWindow[c.opener[doc.window]]
		}
		if !known || opened[doc] {
			at = c.systemOf(doc, at, known)
		}
		if at < 0 {
			continue
		}
		inWindow[doc.window], doc.system = at, at
		c.belongs(doc)
	}
}

// landing is the document that an opened address showed.
func (d *deed) landing() *document {
	for _, doc := range d.arrived {
		if len(doc.frame) == 0 {
			return doc
		}
	}
	return d.doc
}

// systemOf is the system at an address that was opened: one of another folder
// of the same origin is another, where nothing is known of its log-in.
func (c *composer) systemOf(doc *document, now int, known bool) int {
	u, from, folder := origin(doc.page.Address)
	if u == nil {
		if known {
			return now
		}
		return -1
	}
	candidate := -1
	for i, l := range c.locations {
		if slices.Contains(l.Origins, from) && (candidate < 0 || c.folders[i][folder]) {
			candidate = i
		}
	}
	if candidate >= 0 && (c.folders[candidate][folder] || folder == "" || c.folders[candidate][""] || !c.logsIn(doc)) {
		return candidate
	}
	return c.found(u, from, folder, doc)
}

// logsIn reports a document into which a secret was written.
func (c *composer) logsIn(doc *document) bool {
	return slices.ContainsFunc(c.deeds, func(d *deed) bool { return d.doc == doc && d.password() })
}

// found adds a system.
func (c *composer) found(u *url.URL, from, folder string, doc *document) int {
	title := shortTitle(c.titleAt(from, doc), u)
	if c.quotes(title) {
		title = u.Host
	}
	name := naming.Plain(naming.System(u), "system")
	if isNumber(u) {
		name = word(title, "system")
	}
	if c.scenario.System(name) != nil && folder != "" {
		name = word(folder, name)
	}
	name = naming.Fresh(name, "_", func(s string) bool { return c.scenario.System(s) != nil })
	c.scenario.Systems = append(c.scenario.Systems, scenarios.System{Name: name, Title: title, Kind: scenarios.Browser, Session: scenarios.PerCase})
	c.scenario.Elements[name] = &scenarios.Elements{System: name}
	base := *u
	base.User, base.RawQuery, base.Fragment, base.RawFragment, base.ForceQuery = nil, "", "", "", false
	if base.Path == "" || c.quotes(base.Path) {
		base.Path, base.RawPath = "/", ""
	}
	c.locations = append(c.locations, scenarios.Location{System: name, Address: base.String(), Origins: []string{from}, Secrets: map[string]string{}})
	c.folders = append(c.folders, map[string]bool{})
	return len(c.locations) - 1
}

// titleAt is the title of a document, or of the next that came from there.
func (c *composer) titleAt(from string, doc *document) string {
	for _, d := range c.all[slices.Index(c.all, doc):] {
		if _, o, _ := origin(d.page.Address); o == from && d.page.Title != "" && len(d.frame) == 0 {
			return d.page.Title
		}
	}
	return ""
}

// isNumber reports a host without a name of its own.
func isNumber(u *url.URL) bool {
	return net.ParseIP(u.Hostname()) != nil || u.Hostname() == "localhost"
}

// shortTitle is the first part of a page's title that says something.
func shortTitle(title string, u *url.URL) string {
	for _, between := range []string{" - ", " – ", " — ", " | ", " :: "} {
		title, _, _ = strings.Cut(title, between)
	}
	if title = naming.Short(title); title != "" && word(title, "") != "" {
		return title
	}
	return u.Host
}

// belongs notes where the pages of a system come from.
func (c *composer) belongs(doc *document) {
	u, from, folder := origin(doc.page.Address)
	if u == nil {
		return
	}
	l := &c.locations[doc.system]
	c.folders[doc.system][folder] = true
	if !slices.Contains(l.Origins, from) {
		l.Origins = append(l.Origins, from)
		c.remark(LeftOut, nil, speech.Say("the work leads on to %s, which now belongs to %s", "die Arbeit führt weiter zu %s, das nun zu %s gehört", from, l.System),
			speech.Say("it stands under origins in the environment: is the robot to act there?", "es steht in der Umgebung unter origins: soll der Roboter dort handeln?"))
	}
}
