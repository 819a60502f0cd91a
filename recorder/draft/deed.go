// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
)

// deed is one thing that the person did, with all that came of it.
type deed struct {
	event.Event
	doc *document
	// source is where a pasted text came from.
	source *event.Thing
	// differs and masked were said about it in the bar.
	differs, masked bool
	// which is set where what was clicked is known by what it showed, and that is
	// the case's own.
	which bool

	submitted, opened, gone bool
	arrived                 []*document
	shown                   []string
	boxes                   []event.Event
	file                    *event.Event

	// copied is where a pasted text was copied, and variable what it was read into.
	copied   *deed
	variable string
	// target is the element, once the screens are known.
	target scenarios.Target
	// field and key are what a loop says instead of the value, and of the key.
	field  string
	column string
	key    string
}

// dead reports that nothing came of it.
func (d *deed) dead() bool {
	return !d.submitted && !d.opened && !d.gone && d.file == nil && len(d.arrived)+len(d.shown)+len(d.boxes) == 0
}

// moved reports that the page is another one since.
func (d *deed) moved() bool {
	return d.submitted || d.opened || d.gone || len(d.arrived)+len(d.boxes) > 0
}

// on reports that it was done to the same element of the same document.
func (d *deed) on(t *event.Thing, doc *document) bool {
	return d.Target != nil && t != nil && d.doc == doc && d.Target.Key == t.Key
}

// takes hands over what came of another deed that is the same gesture.
func (d *deed) takes(o *deed) {
	d.submitted, d.opened, d.gone = d.submitted || o.submitted, d.opened || o.opened, d.gone || o.gone
	d.arrived, d.shown, d.boxes = append(o.arrived, d.arrived...), append(o.shown, d.shown...), append(o.boxes, d.boxes...)
	if d.file == nil {
		d.file = o.file
	}
}

// writes reports that a value is put into the page.
func (d *deed) writes() bool {
	return d.Kind == event.Fill || d.Kind == event.Choose || d.Kind == event.Tick
}

// marks reports that the person spoke about the page, and did nothing to it.
func (d *deed) marks() bool {
	return d.Kind == event.Check || d.Kind == event.Read || d.Kind == event.Copy
}

// secret reports a value that is nobody's business.
func (d *deed) secret() bool {
	return d.Text.Secret || d.Target != nil && (d.Target.Secret || d.Target.Kind == "password")
}

// called is what stands on what was clicked.
func (d *deed) called() string {
	return d.target.Element + " " + d.Target.Fingerprint.Value
}

// password reports a secret by which people log in, and not another, such as
// the number of a card.
func (d *deed) password() bool {
	if d.Kind != event.Fill || d.Target == nil || !d.secret() {
		return false
	}
	fill := d.Target.Fill
	return d.Target.Kind == "password" || strings.Contains(fill, "password") || strings.Contains(fill, "one-time-code") ||
		fill == "" && (naming.MeansSecret(d.Target.Name) || oneTime.MatchString(d.Target.Name))
}

// isField reports something that is written into.
func isField(t *event.Thing) bool {
	return slices.Contains([]string{"textbox", "searchbox", "spinbutton", "combobox", "listbox"}, t.Role) ||
		slices.Contains([]string{"text", "password", "date", "select", "email", "number", "search", "tel", "url"}, t.Kind)
}

// isControl reports something that is there to be clicked.
func isControl(t *event.Thing) bool {
	return slices.Contains([]string{"button", "link", "checkbox", "radio", "tab", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "switch", "treeitem"}, t.Role) ||
		slices.Contains([]string{"submit", "checkbox", "radio", "file", "clickable"}, t.Kind)
}
