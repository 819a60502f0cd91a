// SPDX-License-Identifier: EUPL-1.2

package feel

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// parser reads letter by letter, since names may hold blanks and signs: a
// known name is taken at its whole length.
type parser struct {
	Language
	names   []string // of the model, the longest first
	text    []rune
	at      int
	depth   int
	problem *Problem
}

func newParser(l Language, text string) *parser {
	names := slices.SortedFunc(maps.Keys(l.Names), func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return &parser{Language: l, names: names, text: []rune(text)}
}

// refuse notes the first problem.
func (p *parser) refuse(at int, problem, hint speech.Text) *node {
	if p.problem == nil {
		p.problem = &Problem{min(at, len(p.text)), problem, hint}
	}
	return &node{at: at}
}

func (p *parser) unsupported(at int, what speech.Text) *node {
	return p.refuse(at, speech.Say("%s is not taken over", "%s wird nicht übernommen", what), speech.Text{})
}

func (p *parser) blanks() {
	for p.at < len(p.text) && unicode.IsSpace(p.text[p.at]) {
		p.at++
	}
}

func (p *parser) end() {
	if p.blanks(); p.at < len(p.text) {
		p.refuse(p.at, speech.Say("%q is not expected here", "„%s“ wird hier nicht erwartet", string(p.text[p.at])), speech.Text{})
	}
}

// peek reports whether signs come next; the longer sign that begins with them
// must not be meant.
func (p *parser) peek(signs string) bool {
	p.blanks()
	return strings.HasPrefix(string(p.text[p.at:min(p.at+len(signs), len(p.text))]), signs)
}

func (p *parser) take(signs string) bool {
	if !p.peek(signs) {
		return false
	}
	p.at += len(signs)
	return true
}

// need takes a sign that must be there.
func (p *parser) need(signs string) {
	if !p.take(signs) {
		p.refuse(p.at, speech.Say("%q is expected here", "hier wird „%s“ erwartet", signs), speech.Text{})
	}
}

// word takes a word of the language.
func (p *parser) word(word string) bool {
	if !p.comes(word) {
		return false
	}
	p.at += len(word)
	return true
}

// comes reports whether a word of the language comes next.
func (p *parser) comes(word string) bool {
	end := p.at + len(word)
	return p.peek(word) && (p.at+len(word) == len(p.text) || !isPart(p.text[p.at+len(word)])) && end <= len(p.text)
}

// closes reports whether a turned bracket ends the interval ]1..n[, and opens
// no filter.
func (p *parser) closes() bool {
	rest := strings.TrimLeft(string(p.text[p.at+1:]), " ")
	return rest == "" || strings.ContainsAny(rest[:1], ",)]")
}

func isPart(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// known takes the longest name of the model that comes next.
func (p *parser) known() (name string, ok bool) {
	p.blanks()
	for _, name := range p.names {
		if end, ok := p.matches([]rune(name)); ok {
			p.at = end
			return p.Names[name], true
		}
	}
	return "", false
}

// matches reports where a name ends, if it comes next; a blank in it stands
// for any number of blanks.
func (p *parser) matches(name []rune) (end int, ok bool) {
	at := p.at
	for _, r := range name {
		if r == ' ' {
			from := at
			for at < len(p.text) && unicode.IsSpace(p.text[at]) {
				at++
			}
			if at == from {
				return 0, false
			}
			continue
		}
		if at >= len(p.text) || p.text[at] != r {
			return 0, false
		}
		at++
	}
	last := name[len(name)-1]
	return at, at == len(p.text) || !isPart(last) || !isPart(p.text[at])
}
