// SPDX-License-Identifier: EUPL-1.2

package lint

import (
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// bases remarks on what decides and cites no law.
func (l *linter) bases() {
	for _, r := range l.book.Rules {
		if r.Basis == "" {
			l.note(NoBasis, r.At, "the rule %q names no legal basis", "die Regel „%s“ nennt keine Rechtsgrundlage", r.ID)
		}
	}
	for _, p := range l.book.Parameters {
		for _, period := range p.Periods {
			if period.Basis == "" {
				l.note(NoBasis, period.At, "a value of %q names no legal basis", "ein Wert von „%s“ nennt keine Rechtsgrundlage", p.Name)
			}
		}
	}
	if o := l.book.Otherwise; o != nil && len(o.Then) > 0 && o.Basis == "" {
		l.note(NoBasis, o.At, "what holds otherwise names no legal basis", "was sonst gilt, nennt keine Rechtsgrundlage")
	}
}

// expired remarks on rules and parameters that have ended on the day.
func (l *linter) expired() {
	for _, r := range l.book.Rules {
		if l.hasEnded(r.Valid) {
			l.note(ExpiredBasis, r.At, "the rule %q ended on %s", "die Regel „%s“ endete am %s", r.ID, said(r.Valid.Until))
		}
	}
	for _, p := range l.book.Parameters {
		if len(p.Periods) == 0 {
			continue
		}
		if last := p.Periods[len(p.Periods)-1]; l.hasEnded(last.Valid) {
			l.note(ExpiredBasis, last.At, "the last value of %q ended on %s", "der letzte Wert von „%s“ endete am %s", p.Name, said(last.Valid.Until))
		}
	}
}

func (l *linter) hasEnded(v book.Validity) bool {
	order, ok := value.Compare(v.Until, l.on)
	return ok && order < 0
}

// titles remarks on rules that people cannot tell apart.
func (l *linter) titles() {
	seen := map[speech.Text]string{}
	for _, r := range l.book.Rules {
		first, twice := seen[r.Title]
		switch {
		case r.Title.IsZero():
		case twice:
			l.note(DuplicateTitle, r.At, "%q has the title of %q: “%s”", "„%s“ trägt den Titel von „%s“: „%s“", r.ID, first, r.Title)
		default:
			seen[r.Title] = r.ID
		}
	}
}

func said(v value.Value) speech.Text {
	return speech.Text{EN: v.In(speech.English), DE: v.In(speech.German)}
}
