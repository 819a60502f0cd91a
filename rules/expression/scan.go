// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser/lexer"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// present is the name of the test for presence, which reads no value.
const present = "angegeben"

// scan splits the text into expr's tokens and refuses every sign that is not
// ours, before the parser can give it a meaning.
func (c *checker) scan() bool {
	runes := []rune(c.Text)
	if len(runes) > MaxLetters {
		c.problem(0, speech.Say("the expression has %d letters, at most %d are read", "der Ausdruck hat %d Zeichen, höchstens %d werden gelesen", len(runes), MaxLetters), speech.Text{})
		return false
	}
	tokens, err := lexer.Lex(file.NewSource(c.Text))
	if err != nil {
		c.unreadable(err)
		return false
	}
	end := 0
	for i, t := range tokens {
		if t.Kind == lexer.EOF {
			c.between(runes, end, len(runes))
			break
		}
		c.between(runes, end, t.From)
		c.token(tokens, i, string(runes[t.From:t.To]))
		end = t.To
	}
	return len(c.problems) == 0
}

// between refuses comments, which the lexer drops without a word.
func (c *checker) between(runes []rune, from, to int) {
	if i := slices.IndexFunc(runes[from:max(from, to)], func(r rune) bool { return !unicode.IsSpace(r) }); i >= 0 {
		c.problem(from+i, speech.Say("an expression holds no comment", "in einem Ausdruck steht kein Kommentar"),
			speech.Say("write it on a line of its own, with #", "schreiben Sie ihn in eine eigene Zeile, mit #"))
	}
}

func (c *checker) token(tokens []lexer.Token, i int, written string) {
	t := tokens[i]
	switch t.Kind {
	case lexer.Operator:
		c.sign(t)
	case lexer.Bracket:
		c.bracket(tokens, i)
	case lexer.Number:
		c.number(t.From, written)
	case lexer.Bytes:
		c.problem(t.From, speech.Say("%s is not used here", "%s wird hier nicht verwendet", written), speech.Say("write a text in quotes", "schreiben Sie einen Text in Anführungszeichen"))
	case lexer.Identifier:
		c.identifier(tokens, i)
	}
}

// sign looks at an operator or a point.
func (c *checker) sign(t lexer.Token) {
	switch {
	case slices.Contains([]string{"and", "or", "not", "in", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", ",", "."}, t.Value):
	case (t.Value == "?" || t.Value == ":") && c.Profile == Value:
	default:
		c.problem(t.From, speech.Say("%q is not used here", "„%s“ wird hier nicht verwendet", t.Value), instead(t.Value))
	}
}

// instead is what to write in place of a sign of expr or of other languages.
func instead(sign string) speech.Text {
	write := map[string]string{"&&": "and", "||": "or", "!": "not", "=": "==", "<>": "!=", "??": "angegeben(…)", "?.": ".", "**": "*", "^": "*"}
	switch {
	case write[sign] != "":
		return speech.Say("write %s", "schreiben Sie %s", write[sign])
	case sign == "..":
		return speech.Say("write both limits: x >= 1 and x <= 5", "schreiben Sie beide Grenzen: x >= 1 and x <= 5")
	case sign == "?" || sign == ":" || sign == "if" || sign == "else":
		return speech.Say("write a rule for each case", "schreiben Sie für jeden Fall eine Regel")
	}
	return speech.Say("known here: %s", "hier bekannt: %s", "and or not == != < <= > >= in + - * /")
}

// bracket refuses maps, and a [ that reaches into a value.
func (c *checker) bracket(tokens []lexer.Token, i int) {
	t := tokens[i]
	switch {
	case t.Is(lexer.Bracket, "{", "}"):
		c.problem(t.From, speech.Say("%q is not used here", "„%s“ wird hier nicht verwendet", t.Value), speech.Say("a list stands in [ ]", "eine Liste steht in [ ]"))
	case t.Is(lexer.Bracket, "[") && i > 0 && reachable(tokens[i-1]):
		c.problem(t.From, speech.Say("single entries cannot be read with [ ]", "einzelne Einträge lassen sich nicht mit [ ] lesen"), speech.Say("a field is read with a full stop: person.name", "ein Feld wird mit einem Punkt gelesen: person.name"))
	case t.Is(lexer.Bracket, "(") && i > 0 && tokens[i-1].Kind == lexer.Bracket && tokens[i-1].Value != "(" && tokens[i-1].Value != "[":
		c.problem(t.From, speech.Say("a sign is missing before the bracket", "vor der Klammer fehlt ein Zeichen"), instead("("))
	}
}

func reachable(t lexer.Token) bool {
	return t.Kind == lexer.Identifier || t.Kind == lexer.String || t.Is(lexer.Bracket, ")", "]")
}

// number admits plain digits, so that the exact decimal is read from the text
// and nobody's postcode loses its zero.
func (c *checker) number(letter int, written string) {
	hint := speech.Say("write digits, with a full stop before decimals: 1234.50", "schreiben Sie Ziffern, mit einem Punkt vor den Nachkommastellen: 1234.50")
	whole, decimals, pointed := strings.Cut(written, ".")
	if !digits(whole) || (pointed && !digits(decimals)) || len(whole) > 18 || len(written) > value.MaxDigits {
		c.problem(letter, speech.Say("%q is no number here", "„%s“ ist hier keine Zahl", written), hint)
		return
	}
	if len(written) > 1 && written[0] == '0' && written[1] != '.' {
		c.problem(letter, speech.Say("a number does not begin with a zero", "eine Zahl beginnt nicht mit einer Null"),
			speech.Say("if it is a text such as a postcode, put it in quotes", "wenn es ein Text wie eine Postleitzahl ist, setzen Sie ihn in Anführungszeichen"))
		return
	}
	c.numbers[letter] = written
}

// identifier refuses unknown functions here, since the parser reads some of
// expr's own in ways of their own.
func (c *checker) identifier(tokens []lexer.Token, i int) {
	t := tokens[i]
	switch {
	case t.Value == "if" || t.Value == "else" || t.Value == "let":
		c.problem(t.From, speech.Say("%q is not used here", "„%s“ wird hier nicht verwendet", t.Value), instead("if"))
	case t.Value == "nil":
		c.problem(t.From, speech.Say("%q is not used here", "„%s“ wird hier nicht verwendet", "nil"), speech.Say("test with angegeben(name)", "prüfen Sie mit angegeben(name)"))
	case i+1 < len(tokens) && tokens[i+1].Is(lexer.Bracket, "("):
		if t.Value != present && c.word(t.Value) == nil {
			c.problem(t.From, speech.Say("unknown function %q", "unbekannte Funktion „%s“", t.Value), source.DidYouMean(t.Value, c.functionNames()))
		}
	}
}

func (c *checker) functionNames() []string {
	c.word("")
	names := []string{present}
	for _, f := range c.words {
		if !f.Formatting || c.Profile == Value {
			names = append(names, f.Name)
		}
	}
	return names
}

func (c *checker) unreadable(err error) {
	letter, message := 0, err.Error()
	if fe, ok := errors.AsType[*file.Error](err); ok {
		letter, message = fe.From, fe.Message
	}
	quotes := speech.Say("a text stands between straight quotes: \"text\"", "ein Text steht zwischen geraden Anführungszeichen: \"Text\"")
	runes := []rune(c.Text)
	switch {
	case strings.Contains(message, "not terminated"):
		c.problem(letter, speech.Say("a text has no closing quote", "einem Text fehlt das schließende Anführungszeichen"), quotes)
	case strings.Contains(message, "unrecognized character") && letter < len(runes):
		c.problem(letter, speech.Say("%q is not used here", "„%s“ wird hier nicht verwendet", string(runes[letter])), quotes)
	default:
		c.problem(letter, speech.Say("this cannot be read: %s", "das lässt sich nicht lesen: %s", message), quotes)
	}
}

func digits(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

func isLetter(r rune) bool { return r == '_' || unicode.IsLetter(r) }

// reserved are the words that expressions give a meaning of their own.
func reserved(word string) bool {
	return slices.Contains(strings.Fields("and or not in true false nil let if else matches contains startsWith endsWith"), word)
}
