// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// What the buttons of message boxes say, where they say yes and where no.
var (
	accepting = []string{"OK", "Ok", "Ja", "Yes", "Weiter", "Continue", "Speichern", "Save", "Bestätigen", "Confirm"}
	refusing  = []string{"Abbrechen", "Cancel", "Nein", "No", "Schließen", "Close"}
)

// dialog answers the message box on top, if it says what it must.
func (s *Session) dialog(ctx context.Context, want act.Answer) (act.Effect, error) {
	box, x, err := s.awaitBox(ctx)
	if err != nil {
		return act.Effect{}, err
	}
	text := said(box)
	if box == nil || !strings.Contains(text, strings.Join(strings.Fields(want.Says), " ")) {
		return act.Effect{}, wrongBox(box, want)
	}
	effect := act.Effect{Said: text}
	if want.Prompt != "" {
		if err := prompt(ctx, box, want.Prompt); err != nil {
			return effect, outcome(ctx, passing(err))
		}
	}
	button, err := buttonOf(box, want.Accept)
	if err != nil {
		return effect, err
	}
	effect.Touched = true
	if _, err := s.hit(ctx, boxed(button), prepared{node: button, window: box, x: x}); err != nil && !errors.Is(err, tree.ErrGone) {
		return effect, outcome(ctx, passing(err))
	}
	return effect, s.closes(ctx, box)
}

// awaitBox waits for a message box on top; nil where none comes in time.
func (s *Session) awaitBox(ctx context.Context) (*tree.Node, uint32, error) {
	for try := 0; ; try++ {
		st, err := s.look(ctx)
		if err != nil && final(err) && ctx.Err() == nil {
			return nil, 0, err
		}
		if box, x := st.box(); box != nil {
			return box, x, nil
		}
		if !pause(ctx, try) {
			if errors.Is(ctx.Err(), context.Canceled) {
				return nil, 0, ctx.Err()
			}
			return nil, 0, nil
		}
	}
}

// boxed names a button of a message box in faults.
func boxed(button *tree.Node) act.Action {
	return act.Action{Verb: act.Dialog, Screen: &scenarios.Screen{Name: button.Window().Role}, Element: &scenarios.Element{Name: button.Name}}
}

// box is the message box on top, nil where there is none.
func (st *stack) box() (*tree.Node, uint32) {
	if st == nil {
		return nil, 0
	}
	top, ok := st.top()
	if w := st.node(top); ok && w != nil && (w.Role == "alert" || w.Role == "dialog" || w.Is(tree.Modal)) {
		return w, top.ID
	}
	return nil, 0
}

// wrongBox is the fault of a message box that did not come, or that says
// something else.
func wrongBox(box *tree.Node, want act.Answer) error {
	if box == nil {
		return fault.New(fault.Halted, "desktop.message", speech.Say("the message box %q did not appear", "das Meldungsfenster „%s“ erschien nicht", want.Says))
	}
	return fault.New(fault.Halted, "desktop.message", speech.Say("an unexpected message box says: %s", "ein unerwartetes Meldungsfenster sagt: %s", said(box))).Guard().
		WithHint(speech.Say("if it belongs to the task, add confirm: or a dialog step", "gehört es zur Aufgabe, ergänzen Sie confirm: oder einen Schritt dialog"))
}

// said is what a message box says.
func said(box *tree.Node) string {
	if box == nil {
		return ""
	}
	var words []string
	for _, n := range box.All() {
		if n.Role == "text" && n.Is(tree.Showing) && n.Name != "" && !slices.ContainsFunc(ancestors(n), func(p *tree.Node) bool { return p.Role == "button" }) {
			words = append(words, n.Name)
		}
	}
	return strings.Join(words, " ")
}

func ancestors(n *tree.Node) (out []*tree.Node) {
	for n = n.Parent; n != nil; n = n.Parent {
		out = append(out, n)
	}
	return out
}

// buttonOf is the one button that says yes, or no.
func buttonOf(box *tree.Node, accept bool) (*tree.Node, error) {
	words := refusing
	if accept {
		words = accepting
	}
	var fitting []*tree.Node
	var names []string
	for _, n := range box.All() {
		if n.Role == "button" && n.Is(tree.Showing) && n.Is(tree.Sensitive) {
			names = append(names, n.Name)
			if slices.Contains(words, n.Name) {
				fitting = append(fitting, n)
			}
		}
	}
	if len(fitting) == 1 {
		return fitting[0], nil
	}
	return nil, fault.New(fault.Halted, "desktop.message", speech.Say("which button of the message box is meant is not clear", "welche Schaltfläche des Meldungsfensters gemeint ist, ist nicht klar")).
		WithHint(speech.Say("buttons: %s; describe the window as a screen and click the button", "Schaltflächen: %s; beschreiben Sie das Fenster als Maske und klicken Sie die Schaltfläche", strings.Join(names, ", ")))
}

// prompt writes into the only field of a message box.
func prompt(ctx context.Context, box *tree.Node, text string) error {
	var fields []*tree.Node
	for _, n := range box.All() {
		if n.Role == "textbox" && n.Is(tree.Editable) && n.Is(tree.Showing) && !n.Secret {
			fields = append(fields, n)
		}
	}
	if len(fields) != 1 {
		return fault.New(fault.Halted, "desktop.message", speech.Say("the message box has %d fields, not one", "das Meldungsfenster hat %d Felder statt einem", len(fields)))
	}
	return fields[0].SetText(ctx, text)
}

// closes waits until a message box has gone.
func (s *Session) closes(ctx context.Context, box *tree.Node) error {
	for try := 0; ; try++ {
		windows, err := s.windows(ctx)
		if err == nil && !slices.ContainsFunc(windows, func(w *tree.Node) bool { return w.Same(box) && w.Is(tree.Showing) }) {
			return nil
		}
		if !pause(ctx, try) {
			return outcome(ctx, &obstacle{why: "unexpected", by: said(box), target: box.Name})
		}
	}
}
