// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// TestFrameHints makes a hint of every frame, and follows it back.
func TestFrameHints(t *testing.T) {
	t.Parallel()
	p := newPage(newBrowser(nil))
	p.main = "top"
	add := func(id, parent cdp.FrameID, name, address string) {
		p.frames[id] = &frame{id: id, parent: parent, name: name, address: address, place: p.placeOf(id), session: p.session, world: 1}
	}
	add("top", "", "", "http://amt.example/")
	add("a", "top", "maske", "http://amt.example/maske.html")
	add("b", "top", "", "http://amt.example/x/liste.html?fall=7")
	add("c", "top", "", "http://amt.example/leer.html")
	add("d", "top", "", "http://amt.example/leer.html")
	add("e", "top", "", "about:srcdoc")
	add("f", "b", "maske", "http://amt.example/maske.html")
	for id, want := range map[cdp.FrameID][]scenarios.FrameHint{
		"a": {{Name: "maske"}}, "b": {{Address: "/liste.html"}}, "c": {{Address: "/leer.html", Number: 3}}, "d": {{Address: "/leer.html", Number: 4}},
		"e": {{Number: 5}}, "f": {{Address: "/liste.html"}, {Name: "maske"}},
	} {
		hints := p.hints(id)
		if len(hints) != len(want) || hints[0] != want[0] || hints[len(hints)-1] != want[len(want)-1] {
			t.Errorf("the hints of %s are %v, not %v", id, hints, want)
		}
		if f, ok := p.Frame(hints...); !ok || f.id != id {
			t.Errorf("the hints of %s lead to %q (%v)", id, f.id, ok)
		}
	}
	for _, wrong := range []scenarios.FrameHint{{Name: "mask"}, {Address: "/leer.html"}, {Name: "maske", Number: 2}, {Number: 6}} {
		if f, ok := p.Frame(wrong); ok {
			t.Errorf("%v leads to %q", wrong, f.id)
		}
	}
}
