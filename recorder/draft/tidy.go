// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// tidy drops the deeds of which nothing came, as far as that can be told.
func (r *recording) tidy() {
	kept := r.deeds[:0:0]
	for i, d := range r.deeds {
		var next *deed
		if i+1 < len(r.deeds) {
			next = r.deeds[i+1]
		}
		if d.picks(r.deeds[:i]) {
			d.which = true
		} else if d.vain(next) {
			continue
		}
		kept = append(kept, d)
	}
	r.deeds = kept
}

// picks reports an Enter that takes an entry out of a list of suggestions, to
// which arrows led, when nobody saw which: how many arrows it took says nothing
// about the next case.
func (d *deed) picks(before []*deed) bool {
	if d.Kind != event.Press || d.Key != "Enter" || d.moved() || d.Target == nil || !isField(d.Target) || len(before) == 0 {
		return false
	}
	l := before[len(before)-1]
	return l.Kind == event.Press && (l.Key == "ArrowDown" || l.Key == "ArrowUp") && l.on(d.Target, d.doc)
}

// vain reports a deed that a person would not write down.
func (d *deed) vain(next *deed) bool {
	switch d.Kind {
	case event.Click, event.DoubleClick:
		return d.Target == nil && d.dead() || d.Target != nil && d.vainClick(next)
	case event.Press:
		return d.Key == "" || d.edits() || d.dead() && slices.Contains([]string{"Enter", "Space", "Escape"}, d.Key)
	}
	return false
}

// vainClick reports a click that only moved the caret, marked a text, or hit
// one that does nothing. A click into the row of a table is kept: it may have
// chosen the row.
func (d *deed) vainClick(next *deed) bool {
	marked := next != nil && next.Kind == event.Copy && next.on(d.Target, d.doc)
	written := next != nil && (next.writes() || next.Kind == event.Press) && next.on(d.Target, d.doc)
	switch {
	case isField(d.Target):
		return !d.moved() && (len(d.shown) == 0 || written)
	case isControl(d.Target) || !d.dead():
		return false
	}
	return marked || len(d.Target.Row) == 0
}

// focuses reports a click that only moved the caret.
func (d *deed) focuses() bool {
	return d.Kind == event.Click && d.dead() && d.Target != nil && isField(d.Target)
}

// edits reports a key that moves or deletes letters, or wanders between fields.
func (d *deed) edits() bool {
	if d.Kind != event.Press || d.moved() {
		return false
	}
	parts := strings.Split(d.Key, "+")
	key := parts[len(parts)-1]
	if len(parts) > 1 && slices.Contains(parts, "Control") {
		return slices.Contains([]string{"a", "c", "v", "x", "z", "y"}, strings.ToLower(key)) || slices.Contains(editing(), key)
	}
	if len([]rune(key)) == 1 && len(parts) == 1 {
		return d.dead() || d.Target != nil && isField(d.Target)
	}
	return key == "Tab" || slices.Contains(editing(), key) && (d.dead() || d.Target != nil && isField(d.Target) && !strings.HasPrefix(key, "Arrow"))
}

func editing() []string {
	return []string{
		"Backspace", "Delete", "Insert", "Home", "End", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown",
		"Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock", "Dead", "Unidentified", "ContextMenu",
	}
}
