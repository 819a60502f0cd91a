// SPDX-License-Identifier: EUPL-1.2

package revision

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
)

// describe brings the element files up to what the recording saw.
func (r *reviser) describe() {
	for _, sys := range r.fresh.Systems {
		old, known := r.systems[sys.Name]
		if !known {
			continue // it comes as a whole, with its steps
		}
		file, data := r.fileOf(old)
		var report source.Report
		n := yaml.Read(&report, file, data)
		if n == nil || n.Get("screens") == nil {
			continue
		}
		for _, s := range screensOf(r.fresh, sys.Name) {
			name, known := r.screens[place{sys.Name, s.Name, ""}]
			if known {
				r.renew(file, n, sys.Name, s, name)
			} else {
				r.addScreen(file, old, sys.Name, s)
			}
		}
	}
}

// fileOf is the file of a system's elements, whatever it is called.
func (r *reviser) fileOf(system string) (string, []byte) {
	if e := r.old.Elements[system]; e != nil && len(e.Screens) > 0 {
		return e.Screens[0].At.File, r.files[e.Screens[0].At.File]
	}
	name := "elements/" + system + ".yaml"
	return name, r.files[name]
}

// renew updates the elements of a screen, and adds those that it had not.
func (r *reviser) renew(file string, n *yaml.Node, system string, s scenarios.Screen, name string) {
	old := r.old.Elements[r.systems[system]].Screen(name)
	body := n.Get("screens").Get(name)
	if body == nil {
		return
	}
	elements := body.Get("elements")
	for _, e := range s.Elements {
		at := place{system, s.Name, e.Name}
		if known := r.known[at]; known != nil {
			r.renewElement(file, elements, old, known, e)
			continue
		}
		e.Name = naming.Fresh(e.Name, " ", func(n string) bool { return old.Element(n) != nil })
		r.elements[at] = scenarios.Target{Screen: name, Element: e.Name}
		old.Elements = append(old.Elements, e)
		r.addElement(file, body, elements, e, old.Frame)
	}
}

// renewElement writes how an element is found now, where that is another way.
func (r *reviser) renewElement(file string, elements *yaml.Node, s *scenarios.Screen, known *scenarios.Element, e scenarios.Element) {
	if sameWays(known.Found, e.Found) && (e.Fingerprint.IsZero() || e.Fingerprint == known.Fingerprint) {
		return
	}
	now := *known
	now.Found = e.Found
	if !e.Fingerprint.IsZero() {
		now.Fingerprint = e.Fingerprint
	}
	if e.Picture != "" {
		now.Picture = e.Picture
	}
	i := slices.IndexFunc(elements.Entries, func(x yaml.Entry) bool { return x.Key == known.Name })
	if i < 0 {
		return
	}
	entry := elements.Entries[i]
	if entry.Value.InFlow || entry.Value.At.Line == entry.KeyAt.Line {
		r.replaceEntry(file, entry, format.Element(now, s.Frame, entry.KeyAt.Column-1))
	} else {
		r.replaceFields(file, entry.Value, known, now, s.Frame)
	}
	if !sameWays(known.Found, e.Found) {
		r.say(Renewed, "%s: %q is found otherwise now: %s", "%s: „%s“ ist jetzt anders zu finden: %s", file, s.Name+"/"+known.Name, told(e.Found))
	}
}

func told(ways []scenarios.Candidate) string {
	out := make([]string, len(ways))
	for i, w := range ways {
		out[i] = string(w.By) + ": " + w.What
	}
	return strings.Join(out, "; ")
}

// sameWays compares ways as people read them.
func sameWays(a, b []scenarios.Candidate) bool {
	return slices.EqualFunc(a, b, func(a, b scenarios.Candidate) bool {
		return a.By == b.By && a.What == b.What && a.Role == b.Role && a.Matched == b.Matched
	})
}

// replaceEntry puts a text in the place of a key with all that belongs to it.
func (r *reviser) replaceEntry(file string, e yaml.Entry, text string) {
	r.edit(file).replace(e.KeyAt.Line, endOf(linesOf(r.files[file]), e.KeyAt.Line, e.KeyAt.Column-1), text)
}

// replaceFields puts the recorded fields of an element in the place of the old
// ones, and leaves the fields that a person wrote.
func (r *reviser) replaceFields(file string, body *yaml.Node, known *scenarios.Element, now scenarios.Element, frame []scenarios.FrameHint) {
	written := fields(format.Element(now, frame, max(0, body.At.Column-3)))
	last := body.Entries[len(body.Entries)-1]
	end := endOf(linesOf(r.files[file]), last.KeyAt.Line, last.KeyAt.Column-1)
	for _, key := range []string{"picture", "found by", "fingerprint"} {
		i := slices.IndexFunc(body.Entries, func(e yaml.Entry) bool { return e.Key == key })
		same := key == "picture" && now.Picture == known.Picture || key == "found by" && sameWays(known.Found, now.Found) || key == "fingerprint" && known.Fingerprint == now.Fingerprint
		switch {
		case same || written[key] == "":
		case i >= 0:
			r.replaceEntry(file, body.Entries[i], written[key])
		default:
			r.edit(file).within(end+1, written[key])
		}
	}
}

// fields are the lines of an element's fields, by their keys.
func fields(text string) map[string]string {
	lines := strings.SplitAfter(text, "\n")
	out, key, indent := map[string]string{}, "", -1
	for _, line := range lines[1:] {
		if d := depth(line); d >= 0 && (indent < 0 || d <= indent) {
			indent = d
			key, _, _ = strings.Cut(strings.TrimSpace(line), ":")
		}
		out[key] += line
	}
	return out
}

// addElement writes a new element behind the others of its screen.
func (r *reviser) addElement(file string, body, elements *yaml.Node, e scenarios.Element, frame []scenarios.FrameHint) {
	if elements == nil || len(elements.Entries) == 0 || elements.Entries[0].Value.InFlow && elements.InFlow {
		r.say(ByHand, "%s: the element %q is new", "%s: das Element „%s“ ist neu", file, e.Name)
		return
	}
	last := elements.Entries[len(elements.Entries)-1]
	end := endOf(linesOf(r.files[file]), last.KeyAt.Line, last.KeyAt.Column-1)
	r.edit(file).before(end+1, format.Element(e, frame, last.KeyAt.Column-1))
	r.say(Added, "%s: the element %q is new", "%s: das Element „%s“ ist neu", file, e.Name)
}

// addScreen writes a new screen at the end of the file.
func (r *reviser) addScreen(file, old, system string, s scenarios.Screen) {
	all := r.old.Elements[old]
	before := s.Name
	s.Name = naming.Fresh(s.Name, "_", func(n string) bool { return all.Screen(n) != nil })
	r.screens[place{system, before, ""}] = s.Name
	for _, e := range s.Elements {
		r.elements[place{system, before, e.Name}] = scenarios.Target{Screen: s.Name, Element: e.Name}
	}
	indent := 2
	if len(all.Screens) > 0 && all.Screens[0].At.Column > 0 {
		indent = all.Screens[0].At.Column - 1
	}
	all.Screens = append(all.Screens, s)
	if len(all.Screens) == 1 { // the file said that there is none
		r.edit(file).replace(1, len(linesOf(r.files[file])), "system: "+old+"\nscreens:\n"+format.Screen(s, indent))
	} else {
		r.edit(file).before(len(linesOf(r.files[file]))+1, "\n"+format.Screen(s, indent))
	}
	r.say(Added, "%s: the screen %q is new", "%s: die Maske „%s“ ist neu", file, s.Name)
}
