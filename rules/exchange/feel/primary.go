// SPDX-License-Identifier: EUPL-1.2

package feel

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cockroachdb/apd/v3"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"golang.org/x/text/unicode/norm"
)

func (p *parser) primary() *node {
	p.blanks()
	at := p.at
	switch {
	case at == len(p.text):
		return p.refuse(at, speech.Say("the expression ends too early", "der Ausdruck endet zu früh"), speech.Text{})
	case p.peek(`"`) || p.peek("'") && p.Dialect == Zen:
		return &node{kind: literal, at: at, value: value.NewText(norm.NFC.String(p.quoted()))}
	case p.text[at] >= '0' && p.text[at] <= '9' || p.text[at] == '.':
		return p.number()
	case p.take("("):
		n := p.expression()
		p.need(")")
		return n
	case p.Dialect == FEEL && p.take("?"), p.Dialect == Zen && p.take("$"):
		return &node{kind: asked, at: at}
	case p.peek("["):
		return p.unsupported(at, speech.Say("a list", "eine Liste"))
	case p.peek("{"):
		return p.unsupported(at, speech.Say("a context", "ein Kontext"))
	case p.take("@"):
		return p.day(at)
	}
	return p.wordy()
}

// wordy reads what begins with a letter.
func (p *parser) wordy() *node {
	at := p.at
	switch {
	case p.word("true"), p.word("false"):
		return &node{kind: literal, at: at, value: value.NewBoolean(p.text[at] == 't')}
	case p.word("null"):
		return &node{kind: null, at: at}
	case p.word("not"):
		return p.denial(at)
	}
	if name, ok := p.known(); ok && !p.peek("(") {
		return &node{kind: named, at: at, text: name}
	}
	p.at = at
	return p.unknown()
}

func (p *parser) denial(at int) *node {
	if p.Dialect == FEEL && !p.peek("(") {
		return p.refuse(p.at, speech.Say("%q is expected here", "hier wird „%s“ erwartet", "("), speech.Text{})
	}
	return &node{kind: denied, at: at, kids: []*node{p.signed()}}
}

// unknown refuses a function or a name that nobody declared, by its name.
func (p *parser) unknown() *node {
	at := p.at
	for p.at < len(p.text) && (isPart(p.text[p.at]) || p.at > at && p.text[p.at] == ' ') {
		p.at++
	}
	words := strings.TrimSpace(string(p.text[at:p.at]))
	switch {
	case words == "":
		return p.refuse(at, speech.Say("%q is not expected here", "„%s“ wird hier nicht erwartet", string(p.text[at])), speech.Text{})
	case p.peek("("):
		return p.call(at, words)
	}
	word, _, _ := strings.Cut(words, " ")
	if slices.Contains([]string{"for", "some", "every", "function"}, word) {
		return p.unsupported(at, speech.Same(word))
	}
	return p.refuse(at, speech.Say("unknown name %q", "unbekannter Name „%s“", word), source.DidYouMean(word, p.names))
}

// call reads the functions that are known here: the literal of a day, and the
// least or greatest of two.
func (p *parser) call(at int, name string) *node {
	switch name {
	case "min", "max":
		return p.extreme(at, name)
	case "date":
	default:
		return p.unsupported(at, speech.Say("the function %q", "die Funktion „%s“", name))
	}
	p.need("(")
	if !p.peek(`"`) {
		return p.unsupported(at, speech.Say("date(…) of anything but a text", "date(…) von etwas anderem als einem Text"))
	}
	n := p.day(at)
	p.need(")")
	return n
}

func (p *parser) extreme(at int, name string) *node {
	p.need("(")
	n := &node{kind: call, at: at, text: name, kids: []*node{p.expression()}}
	if !p.take(",") {
		return p.unsupported(at, speech.Say("%s of anything but two values", "%s von etwas anderem als zwei Werten", name))
	}
	n.kids = append(n.kids, p.expression())
	if p.peek(",") {
		return p.unsupported(at, speech.Say("%s of anything but two values", "%s von etwas anderem als zwei Werten", name))
	}
	p.need(")")
	return n
}

func (p *parser) day(at int) *node {
	if !p.peek(`"`) {
		return p.refuse(p.at, speech.Say("%q is expected here", "hier wird „%s“ erwartet", `"`), speech.Text{})
	}
	text := p.quoted()
	day, err := value.Parse(value.Of(value.Date), text)
	if err != nil || day.IsMissing() || strings.Contains(text, ".") {
		return p.unsupported(at, speech.Say("%q, which is no day,", "„%s“, das kein Tag ist,", text))
	}
	return &node{kind: literal, at: at, value: day}
}

// quoted takes a text between quotes.
func (p *parser) quoted() string {
	at := p.at
	var b strings.Builder
	for p.at++; p.at < len(p.text); p.at++ {
		switch r := p.text[p.at]; {
		case r == p.text[at]:
			p.at++
			return b.String()
		case r == '\\' && p.at+1 < len(p.text):
			p.escape(&b)
		default:
			b.WriteRune(r)
		}
	}
	p.refuse(at, speech.Say("a text has no closing quote", "einem Text fehlt das schließende Anführungszeichen"), speech.Text{})
	return ""
}

func (p *parser) escape(b *strings.Builder) {
	p.at++
	switch r := p.text[p.at]; r {
	case 'n':
		b.WriteRune('\n')
	case 't':
		b.WriteRune('\t')
	case 'r':
		b.WriteRune('\r')
	case 'u', 'U':
		digits := map[rune]int{'u': 4, 'U': 6}[r]
		code, err := strconv.ParseUint(string(p.text[min(p.at+1, len(p.text)):min(p.at+1+digits, len(p.text))]), 16, 21)
		if err != nil {
			p.refuse(p.at, speech.Say("this is no letter's code", "das ist kein Code eines Buchstabens"), speech.Text{})
			return
		}
		b.WriteRune(rune(code))
		p.at = min(p.at+digits, len(p.text)-1)
	default:
		b.WriteRune(r)
	}
}

// number takes digits with a point and an exponent; the two points of an
// interval are none.
func (p *parser) number() *node {
	at := p.at
	digits := func() {
		for p.at < len(p.text) && p.text[p.at] >= '0' && p.text[p.at] <= '9' {
			p.at++
		}
	}
	digits()
	if p.at+1 < len(p.text) && p.text[p.at] == '.' && p.text[p.at+1] >= '0' && p.text[p.at+1] <= '9' {
		p.at++
		digits()
	}
	if p.at < len(p.text) && (p.text[p.at] == 'e' || p.text[p.at] == 'E') {
		p.at++
		if p.at < len(p.text) && (p.text[p.at] == '+' || p.text[p.at] == '-') {
			p.at++
		}
		digits()
	}
	d, _, err := apd.NewFromString(string(p.text[at:p.at]))
	if err != nil || d.NumDigits() > value.MaxDigits || d.Exponent > value.MaxDigits || d.Exponent < -value.MaxDigits {
		return p.refuse(at, speech.Say("%q is no number here", "„%s“ ist hier keine Zahl", string(p.text[at:max(p.at, min(at+1, len(p.text)))])), speech.Text{})
	}
	return &node{kind: literal, at: at, value: numeral(d)}
}

func numeral(d *apd.Decimal) value.Value {
	if d.Exponent >= 0 {
		return value.NewNumber(value.Integer, d)
	}
	return value.NewNumber(value.Decimal, d)
}

func opposite(n *node, at int) *node {
	var d apd.Decimal
	d.Neg(n.value.Number())
	return &node{kind: literal, at: at, value: value.NewNumber(n.value.Kind(), &d)}
}
