// SPDX-License-Identifier: EUPL-1.2

package v1

import "github.com/heinzel-rpa/heinzel/scenarios/speech"

// Form is how a field's value is written.
type Form string

// The forms.
const (
	Word    Form = "word"       // a name
	Text    Form = "text"       // literal text
	Operand Form = "value"      // text, or an expression after "="
	Expr    Form = "expression" // always an expression
	Element Form = "element"    // screen/element
	Steps   Form = "steps"
	Many    Form = "variants" // a list of lists of steps
	Cond    Form = "condition"
	Fields  Form = "values" // name: value
	Takes   Form = "takes"  // name: JSON pointer
	Lines   Form = "lines"  // a list of texts
	YesNo   Form = "yes/no"
	Seconds Form = "seconds"
	Answer  Form = "dialog"
	Proof   Form = "verify" // steps, or the word person
)

// Field is one key of a mapping.
type Field struct {
	Key      string
	Form     Form
	Required bool
	Doc      speech.Text
}

// Verb is one kind of step: its keyword, which is also its first key, and the
// keys that may stand beside it.
type Verb struct {
	Keyword string
	Form    Form // of the keyword's own value
	Doc     speech.Text
	Fields  []Field
}

// Common are the keys that every step may have.
func Common() []Field {
	return []Field{
		{"id", Word, false, speech.Say("names the step in journals; required on commit", "benennt den Schritt im Journal; Pflicht bei commit")},
		{"within", Seconds, false, speech.Say("bounds the waiting, such as 10 s", "begrenzt das Warten, etwa 10 s")},
	}
}

// Verbs is the table of all steps. The reader, the JSON Schema and the
// reference are made from it.
func Verbs() []Verb {
	row := Field{"row", Fields, false, speech.Say("the table row whose cells show these values", "die Tabellenzeile, deren Zellen diese Werte zeigen")}
	dialog := Field{"confirm", Text, false, speech.Say("the message box that must appear, answered with OK", "das Meldungsfenster, das erscheinen muss; es wird bestätigt")}
	expect := Field{"expect", Cond, false, speech.Say("what must be so afterwards", "was danach gelten muss")}
	into := Field{"into", Word, true, speech.Say("the variable that holds the result", "die Variable, die das Ergebnis aufnimmt")}
	as := Field{"as", Word, false, speech.Say("the type of the value; text by default", "der Typ des Wertes; sonst Text")}
	file := Field{"into", Word, true, speech.Say("the variable that takes the file's name", "die Variable, die den Namen der Datei aufnimmt")}
	with := Field{"with", Operand, true, speech.Say("the value", "der Wert")}
	return []Verb{
		{"in", Word, speech.Say("works in a system; a safe point", "arbeitet in einem Fachverfahren; ein sicherer Punkt"), []Field{{"do", Steps, true, speech.Say("the steps", "die Schritte")}}},
		{"open", Operand, speech.Say("goes to a page of the system", "geht zu einer Seite des Systems"), nil},
		{"fill", Element, speech.Say("writes into a field and reads it back", "schreibt in ein Feld und liest zurück"), []Field{
			{"with", Operand, false, speech.Say("the value", "der Wert")},
			{"secret", Word, false, speech.Say("the name of a secret instead of a value", "der Name eines Geheimnisses statt eines Wertes")},
			row,
		}},
		{"click", Element, speech.Say("presses a button or follows a link", "drückt einen Knopf oder folgt einem Verweis"), []Field{
			row, {"double", Text, false, speech.Say("yes: twice in quick succession", "yes: zweimal kurz nacheinander")}, dialog,
		}},
		{"drag", Element, speech.Say("takes an element with the mouse and drops it onto another", "zieht ein Element mit der Maus auf ein anderes"), []Field{{"onto", Element, true, speech.Say("the element that it is dropped onto", "das Element, auf dem es abgelegt wird")}, row}},
		{"choose", Element, speech.Say("selects an entry of a list by its text, or several, one per line: exactly these; in a field that suggests, the suggestion that says so", "wählt einen Eintrag einer Liste nach seinem Text, oder mehrere, je Zeile einen: genau diese; in einem Feld mit Vorschlägen den Vorschlag, der so lautet"), []Field{with, row}},
		{"tick", Element, speech.Say("sets or clears a box", "setzt oder löscht ein Häkchen"), []Field{{"with", Operand, false, speech.Say("yes (default) or no", "yes (sonst so) oder no")}, row}},
		{"press", Text, speech.Say("presses a key or shortcut", "drückt eine Taste oder Tastenkombination"), []Field{{"on", Element, false, speech.Say("the element that gets it", "das Element, das sie erhält")}}},
		{"read", Element, speech.Say("takes a value from the screen", "liest einen Wert vom Bildschirm"), []Field{into, as, row}},
		{"upload", Element, speech.Say("gives files to the page: clicks the element and answers the file chooser", "gibt der Seite Dateien: klickt das Element und beantwortet die Dateiauswahl"), []Field{
			{"with", Operand, true, speech.Say("the files, one per line: a text names files of the scenario's folder, an expression files beside the cases", "die Dateien, je Zeile eine: ein Text nennt Dateien im Ordner des Ablaufs, ein Ausdruck Dateien neben den Vorgängen")}, row,
		}},
		{"download", Element, speech.Say("clicks an element and keeps the file that comes, sealed", "klickt ein Element und bewahrt die Datei auf, die kommt, versiegelt"), []Field{file, row}},
		{"print", Text, speech.Say("keeps the window of a screen as a PDF, sealed", "bewahrt das Fenster einer Maske als PDF auf, versiegelt"), []Field{file}},
		{"wait", Cond, speech.Say("waits until something is so", "wartet, bis etwas gilt"), nil},
		{"expect", Cond, speech.Say("checks something; what is not so stops the case", "prüft etwas; was nicht gilt, hält den Vorgang an"), nil},
		{"look", Cond, speech.Say("notes whether something is so right now", "stellt fest, ob etwas gerade gilt"), []Field{into}},
		{"dialog", Text, speech.Say("answers a message box that shows this text", "beantwortet ein Meldungsfenster mit diesem Text"), []Field{
			{"answer", Word, false, speech.Say("ok (default) or cancel", "ok (sonst so) oder cancel")},
			{"with", Operand, false, speech.Say("what is typed into it", "was darin eingegeben wird")},
		}},
		{"request", Text, speech.Say("calls an interface: METHOD /path", "ruft eine Schnittstelle auf: METHODE /pfad"), requestFields()},
		{"commit", Text, speech.Say("does something irreversible, once: an element that is clicked, or METHOD /path", "tut etwas Unwiderrufliches, einmal: ein Element, das geklickt wird, oder METHODE /pfad"), append([]Field{
			{"unless", Expr, false, speech.Say("nothing is done if this holds", "nichts geschieht, wenn dies gilt")},
			{"verify", Proof, true, speech.Say("steps that find out by reading whether it happened, or: person", "Schritte, die nur lesend feststellen, ob es geschah, oder: person")},
			row, dialog,
		}, requestFields()...)},
		{"decide", Word, speech.Say("asks a rulebook", "befragt ein Regelwerk"), []Field{into, {"given", Fields, false, speech.Say("facts; by default the values of equal name", "Angaben; sonst die Werte gleichen Namens")}}},
		{"when", Expr, speech.Say("does something only if", "tut etwas nur, wenn"), []Field{{"then", Steps, true, speech.Say("the steps", "die Schritte")}, {"else", Steps, false, speech.Say("the steps otherwise", "die Schritte sonst")}}},
		{"for each", Word, speech.Say("repeats steps for every entry of a list", "wiederholt Schritte für jeden Eintrag einer Liste"), []Field{{"of", Expr, true, speech.Say("the list", "die Liste")}, {"do", Steps, true, speech.Say("the steps", "die Schritte")}}},
		{"try", Steps, speech.Say("performs steps and, after a technical fault, others", "führt Schritte aus und nach einem technischen Fehler andere"), []Field{{"recover", Steps, true, speech.Say("the other steps", "die anderen Schritte")}}},
		{"either", Many, speech.Say("tries variants in order, while nothing irreversible was announced", "versucht Wege der Reihe nach, solange nichts Unwiderrufliches angekündigt wurde"), []Field{expect}},
		{"ask", Text, speech.Say("puts a question to a person", "stellt einem Menschen eine Frage"), []Field{into, {"answers", Lines, false, speech.Say("the answers to choose from", "die Antworten zur Auswahl")}}},
		{"set", Word, speech.Say("computes a value", "berechnet einen Wert"), []Field{with}},
		{"holds", Expr, speech.Say("checks an expression", "prüft einen Ausdruck"), nil},
		{"stop", Word, speech.Say("ends the case: done, or business with a reason", "beendet den Vorgang: done, oder business mit Grund"), []Field{{"because", Operand, false, speech.Say("the reason", "der Grund")}}},
	}
}

// keys are all that may stand in a step of this verb.
func (v Verb) keys() []string {
	keys := []string{v.Keyword}
	for _, f := range append(Common(), v.Fields...) {
		keys = append(keys, f.Key)
	}
	return keys
}

func requestFields() []Field {
	return []Field{
		{"body", Fields, false, speech.Say("the members of the JSON body", "die Felder des JSON-Inhalts")},
		{"expect", Cond, false, speech.Say("what must be so afterwards", "was danach gelten muss")},
		{"take", Takes, false, speech.Say("values of the answer by JSON pointer (RFC 6901)", "Werte der Antwort nach JSON-Zeiger (RFC 6901)")},
	}
}
