// SPDX-License-Identifier: EUPL-1.2

package sentences

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/explain"
	"github.com/heinzel-rpa/heinzel/scenarios/paper"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Text sets a document out for a terminal.
func Text(d Document) string {
	p := &printer{lang: d.Lang}
	p.line(0, d.Title)
	p.line(0, strings.Repeat("=", len([]rune(d.Title))))
	p.inputs(d)
	p.systems(d.Systems)
	if len(d.Steps) > 0 {
		p.heading(p.say("Steps", "Schritte"))
		p.sentences(0, d.Steps)
	}
	for _, b := range d.Rulebooks {
		p.book(b, d.Title)
	}
	return p.b.String()
}

type printer struct {
	b    strings.Builder
	lang speech.Lang
}

func (p *printer) say(en, de string, args ...any) string {
	return speech.Say(en, de, args...).In(p.lang)
}

func (p *printer) line(depth int, text string) {
	p.b.WriteString(strings.TrimRight(strings.Repeat("  ", depth)+text, " ") + "\n")
}

func (p *printer) heading(text string) {
	p.line(0, "\n"+text+"\n"+strings.Repeat("-", len([]rune(text))))
}

func (p *printer) inputs(d Document) {
	if len(d.Inputs) > 0 {
		p.heading(p.say("What every case brings along", "Was jeder Vorgang mitbringt"))
	}
	for _, in := range d.Inputs {
		p.line(0, "- "+in.Label+" ("+in.Name+"): "+in.Kind+"; "+in.Class+"; "+p.duty(in.Required))
	}
	if d.Reference != "" {
		p.line(0, p.say("A case is named by: %s.", "Ein Vorgang heißt nach: %s.", d.Reference))
	}
	for _, line := range d.Retention {
		p.line(0, line)
	}
}

func (p *printer) duty(required bool) string {
	if required {
		return p.say("required", "erforderlich")
	}
	return p.say("may be missing", "darf fehlen")
}

func (p *printer) systems(list []System) {
	if len(list) > 0 {
		p.heading(p.say("Systems", "Fachverfahren"))
	}
	for _, s := range list {
		p.line(0, "- "+s.Title+" ("+s.Name+"): "+s.Kind+"; "+s.Session)
		if s.SignedOut != "" {
			p.line(1, p.say("The log-in has ended when %s.", "Die Anmeldung ist abgelaufen, wenn %s.", s.SignedOut))
		}
		if len(s.LogIn) > 0 {
			p.line(1, p.say("Logging in:", "Anmelden:"))
			p.sentences(2, s.LogIn)
		}
		if len(s.LogOut) > 0 {
			p.line(1, p.say("Logging out:", "Abmelden:"))
			p.sentences(2, s.LogOut)
		}
	}
}

func (p *printer) sentences(depth int, list []Sentence) {
	for _, s := range list {
		mark, id := "", ""
		if s.Irreversible {
			mark = p.say("IRREVERSIBLE: ", "UNWIDERRUFLICH: ")
		}
		if s.ID != "" {
			id = " [" + s.ID + "]"
		}
		p.line(depth, s.Number+" "+mark+s.Text+id)
		for _, note := range s.Notes {
			p.line(depth+1, "– "+note)
		}
		for _, part := range s.Parts {
			inner := depth + 1
			if part.Label != "" {
				p.line(inner, part.Label)
				inner++
			}
			p.sentences(inner, part.Steps)
		}
	}
}

func (p *printer) book(b Book, title string) {
	if b.Title != title {
		p.heading(p.say("Rulebook “%s”", "Regelwerk „%s“", b.Title))
	}
	p.line(0, p.say("How the rules stand to each other: %s.", "Wie die Regeln zueinander stehen: %s.", b.Policy))
	for _, s := range b.Sentences {
		p.line(0, s.Text(p.lang))
	}
	if b.Otherwise != "" {
		p.line(0, b.Otherwise)
	}
	if b.Table != nil {
		p.line(0, "\n"+p.say("The same rules as a table:", "Dieselben Regeln als Tabelle:"))
		p.b.WriteString((&paper.Table{Head: b.Table.Head, Rows: b.Table.Rows}).Text())
	}
	if b.Whole {
		p.declared(b)
		defer p.tests(b)
	}
	for _, par := range b.Parameters {
		p.line(0, "- "+par.Label)
		for _, period := range par.Periods {
			p.line(1, "– "+period.Value+" "+cite(period))
		}
	}
}

// declared lists what the rules ask for and what they decide.
func (p *printer) declared(b Book) {
	p.heading(p.say("What the rules ask for", "Wonach die Regeln fragen"))
	for _, f := range b.Facts {
		p.line(0, "- "+f.Label+" ("+f.Name+"): "+f.Kind)
	}
	p.heading(p.say("What they decide", "Was sie entscheiden"))
	for _, o := range b.Outputs {
		p.line(0, "- "+o.Label+" ("+o.Name+"): "+o.Kind)
	}
	if len(b.Parameters) > 0 {
		p.heading(p.say("Values that the law sets", "Werte, die das Recht festlegt"))
	}
}

func (p *printer) tests(b Book) {
	if len(b.Tests) > 0 {
		p.heading(p.say("Tests", "Prüffälle"))
	}
	for _, t := range b.Tests {
		p.line(0, "- "+t.Name)
		p.line(1, p.say("given: %s", "gegeben: %s", pairs(t.Given)))
		p.line(1, p.say("expected: %s", "erwartet: %s", pairs(t.Expect)))
	}
}

func pairs(list []explain.Fact) string {
	words := make([]string, len(list))
	for i, f := range list {
		words[i] = f.Label + " " + f.Value
	}
	return strings.Join(words, "; ")
}

// cite is validity, basis and source of a period in brackets.
func cite(p explain.Period) string {
	var parts []string
	for _, s := range []string{p.Valid, p.Basis, p.Source} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return "(" + strings.Join(parts, "; ") + ")"
}
