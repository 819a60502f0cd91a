// SPDX-License-Identifier: EUPL-1.2

package sentences

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// control says the steps that touch no system themselves.
func (w *writer) control(s *scenarios.Step) Sentence {
	switch a := s.Act.(type) {
	case *scenarios.In:
		return w.in(a)
	case *scenarios.Decide:
		return w.decide(a)
	case *scenarios.When:
		return w.when(a)
	case *scenarios.ForEach:
		return Sentence{Text: w.say("For every entry of %s, called “%s”:", "Für jeden Eintrag aus %s, genannt „%s“:", w.value(a.List), a.Name), Parts: []Part{{"", w.branches(a.Do)[0]}}}
	case *scenarios.Try:
		branches := w.branches(a.Do, a.Recover)
		return Sentence{Text: w.say("Try:", "Versuche:"), Parts: []Part{
			{"", branches[0]}, {w.say("After a technical fault, instead:", "Nach einem technischen Fehler stattdessen:"), branches[1]},
		}}
	case *scenarios.Either:
		return w.either(a)
	case *scenarios.Ask:
		return w.ask(a)
	case *scenarios.Set:
		return Sentence{Text: w.say("Work out “%s”: %s.", "Bestimme „%s“: %s.", a.Into, w.value(a.With))}
	case *scenarios.Holds:
		return Sentence{Text: w.say("Check that %s.", "Prüfe, dass %s.", w.value(a.That))}
	case *scenarios.Stop:
		return w.stop(a)
	}
	return Sentence{Text: s.Act.Verb()}
}

func (w *writer) in(a *scenarios.In) Sentence {
	w.system, w.screen = a.System, ""
	defer func() { w.system, w.screen = "", "" }()
	title := a.System
	if sys := w.Checked.Scenario.System(a.System); sys != nil {
		title = sys.Title
	}
	return Sentence{Text: w.say("In the system “%s”:", "Im Fachverfahren „%s“:", title), Parts: []Part{{"", w.steps(a.Do)}}}
}

func (w *writer) decide(a *scenarios.Decide) Sentence {
	title := a.Rulebook
	if r := w.Rulebooks[a.Rulebook]; r != nil {
		title = r.Book().Title.In(w.lang)
	}
	out := Sentence{Text: w.say("Decide by the rulebook “%s”; the decision is called “%s”.", "Entscheide nach dem Regelwerk „%s“; die Entscheidung heißt „%s“.", title, a.Into)}
	if len(a.Given) > 0 {
		out.Notes = append(out.Notes, w.say("Given are: %s.", "Angegeben wird: %s.", w.assigned(a.Given)))
	}
	return out
}

func (w *writer) when(a *scenarios.When) Sentence {
	branches := w.branches(a.Then, a.Else)
	out := Sentence{Text: w.say("If %s:", "Wenn %s:", w.value(a.If)), Parts: []Part{{"", branches[0]}}}
	if len(a.Else) > 0 {
		out.Parts = append(out.Parts, Part{w.say("Otherwise:", "Sonst:"), branches[1]})
	}
	return out
}

// branches says steps of which only some are performed. Each branch begins on
// the screen before; behind them a reader cannot know the screen unless all
// stayed on it.
func (w *writer) branches(lists ...[]scenarios.Step) [][]Sentence {
	before, moved := w.screen, false
	out := make([][]Sentence, len(lists))
	for i, steps := range lists {
		w.screen = before
		out[i] = w.steps(steps)
		moved = moved || w.screen != before
	}
	if moved {
		w.screen = ""
	}
	return out
}

func (w *writer) either(a *scenarios.Either) Sentence {
	out := Sentence{Text: w.say("In this order, until one way succeeds; the next is taken only while nothing irreversible was announced:",
		"Der Reihe nach, bis ein Weg gelingt; der nächste nur, solange nichts Unwiderrufliches angekündigt ist:")}
	for i, variant := range a.Variants {
		out.Parts = append(out.Parts, Part{w.say("Way %d:", "Weg %d:", i+1), w.steps(variant)})
	}
	if a.Expect.Given {
		out.Notes = []string{w.say("Whichever way is taken, in the end it must be so that %s.", "Welcher Weg es auch ist, am Ende muss gelten, dass %s.", w.condition(a.Expect))}
	}
	return out
}

func (w *writer) ask(a *scenarios.Ask) Sentence {
	out := Sentence{Text: w.say("Ask a person: “%s” The answer is called “%s”.", "Frage einen Menschen: „%s“ Die Antwort heißt „%s“.", a.Question, a.Into)}
	if len(a.Answers) > 0 {
		out.Notes = append(out.Notes, w.say("Possible answers: %s.", "Mögliche Antworten: %s.", speech.List(a.Answers, "or", "oder")))
	}
	return out
}

func (w *writer) stop(a *scenarios.Stop) Sentence {
	reason := ""
	if a.Because.Given {
		reason = ": " + w.value(a.Because)
	}
	if a.Business {
		return Sentence{Text: ended(w.say("Stop and hand the case to a person%s", "Halte an und gib den Vorgang an einen Menschen%s", reason))}
	}
	return Sentence{Text: ended(w.say("End the case as done%s", "Beende den Vorgang als erledigt%s", reason))}
}

// ended puts a full stop, unless a quoted sentence at the end brings one.
func ended(s string) string {
	if strings.HasSuffix(strings.TrimRight(s, "“”"), ".") {
		return s
	}
	return s + "."
}
