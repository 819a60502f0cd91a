// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
)

// clues are what a recording knows about an element.
type clues struct {
	name, role    string // what people read, by accessibility
	text          string // what it shows
	tag           string
	id, attribute string // id, and name attribute
	path, css     string
	kind          string // the type attribute
	test          string // the value of an attribute made for tests
}

// trusted is the longest text that Chrome records whole; of longer ones it may
// have taken the beginning.
const trusted = 12

// fields are tags that hold a value instead of showing their text.
var fields = []string{"input", "select", "textarea"}

// of joins what another selector knows; the first word counts.
func (c *clues) join(o clues) {
	for _, p := range []struct {
		mine  *string
		other string
	}{
		{&c.name, o.name},
		{&c.role, o.role},
		{&c.text, o.text},
		{&c.tag, o.tag},
		{&c.id, o.id},
		{&c.attribute, o.attribute},
		{&c.path, o.path},
		{&c.css, o.css},
		{&c.kind, o.kind},
		{&c.test, o.test},
	} {
		if *p.mine == "" {
			*p.mine = p.other
		}
	}
}

// isField reports that something is written into the element.
func (c clues) isField() bool {
	return slices.Contains(fields, c.tag) && c.kind != "submit" && c.kind != "button" || slices.Contains([]string{"textbox", "searchbox", "spinbutton", "combobox"}, c.role)
}

// isList reports that entries of the element are chosen.
func (c clues) isList() bool { return c.tag == "select" }

// isBox reports that the element is ticked.
func (c clues) isBox() bool { return c.role == "checkbox" || c.kind == "checkbox" }

// called is the name for people.
func (c clues) called() string {
	for _, name := range []string{naming.Bare(c.name), c.shown(), c.attribute, c.id, c.test, c.tag} {
		if name = strings.TrimSpace(name); name != "" {
			return naming.Short(name)
		}
	}
	return "Element"
}

// shown is the element's text; that of a field is what was typed.
func (c clues) shown() string {
	if c.isField() {
		return ""
	}
	return naming.Clean(c.text)
}

// ways are the ways to find the element again, most trusted first.
func (c clues) ways() (out []scenarios.Candidate) {
	add := func(by scenarios.By, what, role string) {
		if what != "" {
			out = append(out, scenarios.Candidate{By: by, What: what, Role: role, Matched: 1})
		}
	}
	switch {
	case c.isField() || c.isBox():
		add(scenarios.ByLabel, naming.Bare(c.name), "")
	case c.isControl():
		add(scenarios.ByName, c.spoken(), ours(c.role, c.tag))
	case c.tag != "":
		add(scenarios.ByText, naming.Clean(c.name), "")
	}
	if c.name == "" && utf8.RuneCountInString(c.shown()) <= trusted {
		add(scenarios.ByText, c.shown(), "")
	}
	add(scenarios.ByNameAttribute, c.attribute, "")
	add(scenarios.ByID, c.id, "")
	if c.id == "" && c.attribute == "" && c.path == "" {
		add(scenarios.ByCSS, c.css, "")
	}
	add(scenarios.ByPath, c.path, "")
	if len(out) == 0 {
		add(scenarios.ByName, c.spoken(), "")
	}
	if len(out) == 0 {
		add(scenarios.ByText, c.shown(), "")
	}
	return out
}

// isControl reports, beyond doubt, something that is clicked and bears a name.
func (c clues) isControl() bool {
	return slices.Contains([]string{"a", "button", "input", "summary"}, c.tag) || ours(c.role, c.tag) != ""
}

// spoken is the name as the robot reads it: labels without their colon.
func (c clues) spoken() string {
	if c.role == "radio" {
		return naming.Bare(c.name)
	}
	return naming.Clean(c.name)
}

// ours is the role by the robot's own name, where that is beyond doubt.
func ours(role, tag string) string {
	switch role {
	case "button", "link", "radio", "tab", "menuitem", "option", "switch", "treeitem":
		return role
	}
	return map[string]string{"button": "button", "a": "link"}[tag]
}
