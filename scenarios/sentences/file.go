// SPDX-License-Identifier: EUPL-1.2

package sentences

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
)

// file says the steps that move files.
func (w *writer) file(act scenarios.Act) Sentence {
	switch a := act.(type) {
	case *scenarios.Upload:
		return w.pointed(a.Target, w.say("Upload at %s: %s.", "Lade bei %s hoch: %s.", w.element(a.Target), w.lines(a.With)))
	case *scenarios.Download:
		return w.pointed(a.Target, w.say("Click %s and keep the file that comes, sealed; its name is called “%s”.",
			"Klicke auf %s und bewahre die Datei versiegelt auf, die kommt; ihr Name heißt „%s“.", w.element(a.Target), a.Into))
	case *scenarios.Print:
		return Sentence{Text: w.say("Print the screen %s to a PDF and keep it, sealed; its name is called “%s”.",
			"Drucke die Maske %s in ein PDF und bewahre es versiegelt auf; sein Name heißt „%s“.", capital(a.Screen), a.Into)}
	}
	return Sentence{Text: act.Verb()}
}

// lines says a value that may hold several entries, one per line.
func (w *writer) lines(o scenarios.Operand) string {
	if o.IsExpr {
		return w.value(o)
	}
	var out []string
	for line := range strings.Lines(o.Text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, w.quote(line))
		}
	}
	if len(out) == 0 {
		return w.quote(o.Text)
	}
	return strings.Join(out, ", ")
}
