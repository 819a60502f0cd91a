// SPDX-License-Identifier: EUPL-1.2

package schema

import (
	"fmt"
	"strings"

	v1 "github.com/heinzel-rpa/heinzel/scenarios/format/v1"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Reference is docs/scenario-reference.md: every step and every field of the
// files, in German and English, with an example.
func Reference() []byte {
	var b strings.Builder
	b.WriteString(preface)
	b.WriteString("\n## Schritte · Steps\n")
	b.WriteString("\nJeder Schritt · every step:\n\n")
	fields(&b, v1.Common())
	for _, v := range v1.Verbs() {
		verb(&b, v)
	}
	b.WriteString("\n## Dateien · Files\n")
	for _, p := range []part{
		scenarioFile(), inputPart(), retentionPart(), systemPart(), conditionPart(), elementsFile(), screenPart(), elementPart(),
		candidatePart(), framePart(), fingerprintPart(), environmentFile(), placePart(), signInPart(), certificatePart(), proxyPart(), limitsPart(), vaultPart(), caseFile(), expectPart(),
	} {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n", p.name, both(p.doc))
		fields(&b, p.fields)
	}
	return []byte(b.String())
}

const preface = `<!-- Made by the tests of scenarios/format/schema from the reader's own table. -->
# Ablaufdateien · Scenario files

Ein Wert ist Text; beginnt er mit ` + "`=`" + `, ist er ein Ausdruck. Eine Bedingung hinter ` + "`when`, `unless` oder `holds`" + `
ist immer ein Ausdruck. In ` + "`{ }` und `[ ]`" + ` braucht ein Ausdruck Anführungszeichen, außer er ist nur ein Name.

A value is text; if it begins with ` + "`=`" + ` it is an expression. A condition behind ` + "`when`, `unless` or `holds`" + ` is
always an expression. Inside ` + "`{ }` and `[ ]`" + ` an expression needs quotes, unless it is a mere name.

JSON Schema für Editoren · for editors: [scenario](schema/scenario.json), [elements](schema/elements.json),
[environment](schema/environment.json), [case](schema/case.json).
`

func verb(b *strings.Builder, v v1.Verb) {
	fmt.Fprintf(b, "\n### %s\n\n%s.  \n%s.\n\n", v.Keyword, sentence(v.Doc.DE), sentence(v.Doc.EN))
	fmt.Fprintf(b, "```yaml\n- %s\n```\n", examples()[v.Keyword])
	own := []v1.Field{{Key: v.Keyword, Form: v.Form, Required: true, Doc: formDoc(v.Form)}}
	b.WriteString("\n")
	fields(b, append(own, v.Fields...))
}

// fields is a table of them.
func fields(b *strings.Builder, list []v1.Field) {
	b.WriteString("| Feld · field | Form · form | | Deutsch | English |\n|---|---|---|---|---|\n")
	for _, f := range list {
		required := ""
		if f.Required {
			required = "●"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s |\n", f.Key, f.Form, required, f.Doc.DE, f.Doc.EN)
	}
}

func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// formDoc says what the keyword's own value is.
func formDoc(f v1.Form) speech.Text {
	switch f {
	case v1.Element:
		return speech.Say("the element, as screen/element", "das Element, als maske/Element")
	case v1.Cond:
		return speech.Say("the condition", "die Bedingung")
	case v1.Steps:
		return speech.Say("the steps", "die Schritte")
	case v1.Expr:
		return speech.Say("the expression", "der Ausdruck")
	case v1.Many:
		return speech.Say("the ways, each a list of steps or one step", "die Wege, jeder eine Liste von Schritten oder ein Schritt")
	case v1.Word:
		return speech.Say("a name", "ein Name")
	}
	return speech.Say("a text", "ein Text")
}
