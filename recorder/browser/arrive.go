// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// arrived: a document came. Where no page asked for it, a person typed its
// address, or went back.
func (l *ledger) arrived(s page.Seen, r report) []event.Event {
	p := l.place(s.In)
	byHand := s.Main && p.left && !p.asked
	was := p.shown
	if s.Main && !p.sent {
		l.again(s.Window, r.Address)
	}
	r.Page.Title = l.without(r.Page.Title)
	for i, h := range r.Page.Headings {
		r.Page.Headings[i] = l.without(h)
	}
	*p = place{page: pageAt(r.Address, r.Page), shown: map[string]bool{}}
	if s.Main {
		l.window(s.Window).closing = false
	} else {
		p.shown = was // a frame that shows the same again shows nothing new
	}
	arrive := event.Event{Kind: event.Arrive, Window: s.Window, Frame: s.Frame, Page: p.page}
	at := arrive
	at.Page.Siblings = nil
	switch {
	case byHand && r.How == "back_forward":
		at.Kind = event.Back
	case byHand && r.How == "navigate", l.attached && s.Main && !p.left && len(was) == 0 && !l.begun:
		at.Kind = event.Open
	default:
		return []event.Event{arrive}
	}
	return []event.Event{at, arrive}
}

// shows tells what is new on a screen, and was not typed.
func (l *ledger) shows(s page.Seen, r report) []event.Event {
	p := l.place(s.In)
	if r.Page.Title != "" {
		p.page.Title = l.without(r.Page.Title)
	}
	e := l.event(event.Shows, s)
	for _, text := range r.Texts {
		if !p.shown[text] && !l.wasTyped(text) && len(e.Texts) < 20 {
			e.Texts = append(e.Texts, text)
		}
		p.shown[text] = true
	}
	if len(e.Texts) == 0 {
		return nil
	}
	return []event.Event{e}
}

func (l *ledger) wasTyped(text string) bool {
	text = strings.ToLower(text)
	for _, typed := range l.typed {
		if strings.Contains(text, typed) {
			return true
		}
	}
	return false
}

// without cuts out of a text of the system what was typed: message boxes and
// titles like to name whom they are about.
func (l *ledger) without(text string) string {
	longest := func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) }
	for _, typed := range slices.SortedFunc(maps.Values(l.typed), longest) {
		text = regexp.MustCompile("(?i)"+regexp.QuoteMeta(typed)).ReplaceAllString(text, event.Cut)
	}
	return text
}
