// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// Frame follows hints from the window's document to one frame. It is not ok
// while a frame of the chain is missing, not unique, or has no document yet.
func (p *Page) Frame(hints ...scenarios.FrameHint) (Frame, bool) {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	at := p.main
	for _, hint := range hints {
		found := fitting(hint, p.inside(at))
		if len(found) != 1 {
			return Frame{}, false
		}
		at = found[0].id
	}
	f := p.frames[at]
	if f == nil || f.world == 0 {
		return Frame{}, false
	}
	return f.handle(p), true
}

// inside are the frames of one document, in the order in which they came.
func (p *Page) inside(parent cdp.FrameID) []*frame {
	var out []*frame
	for _, f := range p.frames {
		if f.parent == parent && f.id != parent {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b *frame) int { return a.place - b.place })
	return out
}

// fitting are those of the frames of a document that a hint leads to.
func fitting(hint scenarios.FrameHint, siblings []*frame) []*frame {
	var out []*frame
	for i, f := range siblings {
		named := hint.Name == "" || strings.EqualFold(f.name, hint.Name)
		leads := hint.Address == "" || strings.HasSuffix(pathOf(f.address), hint.Address)
		if named && leads && (hint.Number == 0 || hint.Number == i+1) {
			out = append(out, f)
		}
	}
	return out
}

// hints lead from the window's document to a frame, outermost first.
func (p *Page) hints(id cdp.FrameID) []scenarios.FrameHint {
	var out []scenarios.FrameHint
	for f := p.frames[id]; f != nil && f.id != p.main && f.parent != ""; f = p.frames[f.parent] {
		out = append(out, p.hint(f))
	}
	slices.Reverse(out)
	return out
}

// hint recognises a frame by its name, else by its address; its number is added
// where that is not enough.
func (p *Page) hint(f *frame) scenarios.FrameHint {
	hint := scenarios.FrameHint{Name: f.name}
	if f.name == "" {
		hint.Address = ending(f.address)
	}
	siblings := p.inside(f.parent)
	if hint == (scenarios.FrameHint{}) || len(fitting(hint, siblings)) != 1 {
		hint.Number = slices.Index(siblings, f) + 1
	}
	return hint
}

// ending is the last part of an address's path.
func ending(address string) string {
	if last := path.Base(pathOf(address)); last != "/" && last != "." {
		return "/" + last
	}
	return ""
}

func pathOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Path
}
