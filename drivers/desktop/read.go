// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/drivers/field"
	"github.com/heinzel-rpa/heinzel/robot/secret"
)

// read is what an element shows.
func (s *Session) read(ctx context.Context, a act.Action) (act.Effect, error) {
	p, err := s.prepare(ctx, a)
	effect := p.effect()
	if err != nil {
		return effect, err
	}
	effect.Value, err = value(ctx, p.node)
	return effect, outcome(ctx, passing(err))
}

// value is the text of a field, the state of a box, what is chosen in a list,
// and else what the element says.
func value(ctx context.Context, n *tree.Node) (string, error) {
	switch {
	case n.Secret:
		return secret.Hidden, nil
	case isBox(n):
		return field.State(n.Is(tree.Checked)), nil
	case n.Role == "textbox", n.Role == "spinbox", n.Role == "terminal", n.Role == "document", n.Role == "paragraph":
		return n.Text(ctx)
	case n.Has("Selection") && (n.Role == "combobox" || n.Role == "list" || n.Role == "tabs"):
		chosen, err := n.Chosen(ctx)
		return strings.Join(chosen, "\n"), err
	}
	return n.Name, nil
}
