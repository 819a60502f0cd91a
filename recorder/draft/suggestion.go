// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// suggested reports a click on an entry of the list that a field suggested
// while it was written into.
func suggested(field, d *deed) bool {
	return field.Kind == event.Fill && field.Target != nil && field.Target.Suggests && field.doc == d.doc && !field.moved() && !field.secret() && d.Target != nil && len(d.Target.Row) == 0 && d.Target.Name != "" &&
		(d.Target.Role == "option" || d.Target.Fingerprint.Tag == "li" && !isField(d.Target))
}

// picked reports a text that a key took out of the suggestions: the field was
// written into, arrows led to an entry, Enter took it. The keys are forgotten.
func (r *recording) picked(d *deed) bool {
	at := len(r.deeds) - 1
	keys := func(key string) bool {
		return r.deeds[at].Kind == event.Press && r.deeds[at].Key == key && r.deeds[at].on(d.Target, d.doc)
	}
	if at < 2 || d.Target == nil || !d.Target.Suggests || !keys("Enter") || r.deeds[at].moved() {
		return false
	}
	enter := r.deeds[at]
	for at--; at > 0 && (keys("ArrowDown") || keys("ArrowUp")); at-- {
	}
	field := r.deeds[at]
	if at == len(r.deeds)-2 || field.Kind != event.Fill || !field.on(d.Target, d.doc) || field.secret() {
		return false
	}
	r.deeds = r.deeds[:at+1]
	field.takes(enter)
	field.becomesChoice(d.Text)
	return true
}

// becomesChoice makes a choice of a text that was only written to find it.
func (d *deed) becomesChoice(text event.Value) {
	text.Text = strings.TrimSpace(text.Text)
	d.Kind, d.Text, d.source = event.Choose, text, nil
}
