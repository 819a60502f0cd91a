// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/drivers/field"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// choose takes an entry of a list, a tab, or a way through a menu such as
// "Datei > Beenden", and reads back what is chosen then.
func (s *Session) choose(ctx context.Context, a act.Action) (act.Effect, error) {
	p, err := s.prepare(ctx, a)
	effect := p.effect()
	if err != nil {
		return effect, err
	}
	if p.node.Role == "menu bar" || p.node.Role == "menu" {
		return s.throughMenu(ctx, a, p)
	}
	entries, err := entriesOf(ctx, p.node)
	if err != nil {
		return effect, outcome(ctx, passing(err))
	}
	if !p.node.Has("Selection") || p.node.Role == "menu item" {
		return effect, notChosen(a, speech.Say("%s is no list", "%s ist keine Liste", field.Name(a)), entries)
	}
	at, err := pick(a, entries)
	if err != nil {
		return effect, err
	}
	effect.Touched, effect.Value = true, a.Text
	if err := p.node.Select(ctx, at); err != nil {
		return effect, outcome(ctx, passing(err))
	}
	return effect, s.keeps(ctx, "choose", a, func() (bool, error) {
		chosen, err := p.node.Chosen(ctx)
		return slices.Equal(chosen, []string{entries[at].Name}), err
	})
}

// entriesOf are the entries of a list, in their order; those of a combo box lie
// in the list that it opens.
func entriesOf(ctx context.Context, n *tree.Node) ([]*tree.Node, error) {
	for _, c := range n.Children {
		if n.Role == "combobox" && (c.Role == "menu" || c.Role == "list") {
			return c.Ordered(ctx)
		}
	}
	return n.Ordered(ctx)
}

// pick is the place of the one entry with the wanted text.
func pick(a act.Action, entries []*tree.Node) (int, error) {
	at, count := -1, 0
	for i, e := range entries {
		if e.Name == strings.Join(strings.Fields(a.Text), " ") {
			at = i
			count++
		}
	}
	switch {
	case count == 0:
		return at, notChosen(a, speech.Say("%s has no entry %q", "%s hat keinen Eintrag „%s“", field.Name(a), a.Text), entries)
	case count > 1:
		return at, notChosen(a, speech.Say("%s has several entries %q", "%s hat mehrere Einträge „%s“", field.Name(a), a.Text), entries)
	case !entries[at].Is(tree.Sensitive) && !entries[at].Is(tree.Enabled):
		return at, notChosen(a, speech.Say("the entry %q of %s is disabled", "der Eintrag „%s“ von %s ist gesperrt", a.Text, field.Name(a)), entries)
	}
	return at, nil
}

func notChosen(a act.Action, cause speech.Text, entries []*tree.Node) error {
	var names []string
	for _, e := range entries[:min(len(entries), 30)] {
		names = append(names, e.Name)
	}
	return fault.New(fault.Halted, "desktop.choose", cause).Guard().WithHint(speech.Say("entries: %s", "Einträge: %s", strings.Join(names, ", ")))
}
