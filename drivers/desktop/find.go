// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// finder looks in one window, or in one row of a table, for what recorded ways
// lead to.
type finder struct {
	all []*tree.Node
	row *row // nil where no row is asked for
}

// newFinder knows everything of a window that a person could see or reach: what
// is shown, and the entries of closed menus.
func newFinder(window *tree.Node) *finder {
	f := &finder{}
	for _, n := range window.All() {
		if n.Is(tree.Showing) || inMenu(n) {
			f.all = append(f.all, n)
		}
	}
	return f
}

// inMenu reports an entry of the menu bar, whose menus are mostly closed.
func inMenu(n *tree.Node) bool {
	for ; n != nil && strings.HasPrefix(n.Role, "menu"); n = n.Parent {
		if n.Role == "menu bar" {
			return true
		}
	}
	return false
}

// ballot asks every recorded way.
func (f *finder) ballot(ctx context.Context, e *scenarios.Element) (act.Ballot, []*tree.Node, error) {
	var b act.Ballot
	var rivals []*tree.Node
	for _, c := range e.Found {
		role := c.Role
		if role == "" {
			role = e.Role
		}
		found, err := f.way(ctx, c, role)
		if err != nil {
			return b, nil, err
		}
		vote := act.Vote{By: c.By, What: c.What}
		for _, n := range found {
			if role != "" && n.Role != role {
				continue
			}
			at := slices.IndexFunc(rivals, n.Same)
			if at < 0 {
				at, rivals = len(rivals), append(rivals, n)
				b.Rivals = append(b.Rivals, act.Rival{Describe: n.String()})
			}
			if !slices.Contains(vote.Matches, at) {
				vote.Matches = append(vote.Matches, at)
			}
		}
		b.Ways = append(b.Ways, vote)
	}
	return b, rivals, nil
}

// way is what one recorded way leads to.
func (f *finder) way(ctx context.Context, c scenarios.Candidate, role string) ([]*tree.Node, error) {
	switch c.By {
	case scenarios.ByLabel:
		return f.byLabel(ctx, c.What)
	case scenarios.ByLabelLeft:
		return f.byPlace(ctx, c.What, leftOf)
	case scenarios.ByLabelAbove:
		return f.byPlace(ctx, c.What, above)
	case scenarios.ByName:
		return f.those(func(n *tree.Node) bool { return (role != "" || worked(n)) && bare(n.Name) == bare(c.What) }), nil
	case scenarios.ByText:
		return f.those(func(n *tree.Node) bool { return (role != "" || n.Role == "text") && n.Name == c.What }), nil
	case scenarios.ByTextLike:
		return f.those(func(n *tree.Node) bool { return (role != "" || n.Role == "text") && like(n.Name) == c.What }), nil
	case scenarios.ByTitle:
		return f.those(func(n *tree.Node) bool { return n.Description != "" && n.Description == c.What }), nil
	case scenarios.ByPath:
		return f.those(func(n *tree.Node) bool { return n.Path() == c.What }), nil
	case scenarios.ByID:
		return f.byID(ctx, c.What)
	case scenarios.ByColumn:
		return f.byColumn(c.What), nil
	}
	return nil, nil // a way of pages leads nowhere in a window
}

// worked reports what a person works: controls, tabs and entries of menus.
func worked(n *tree.Node) bool {
	return n.IsControl() || n.Role == "tab" || n.Role == "menu item" || n.Role == "menu"
}

func (f *finder) those(fit func(*tree.Node) bool) []*tree.Node {
	var out []*tree.Node
	for _, n := range f.all {
		if fit(n) {
			out = append(out, n)
		}
	}
	return out
}

func (f *finder) byID(ctx context.Context, what string) ([]*tree.Node, error) {
	ids, err := tree.IDs(ctx, f.all)
	if err != nil {
		return nil, err
	}
	var out []*tree.Node
	for i, id := range ids {
		if id != "" && id == what {
			out = append(out, f.all[i])
		}
	}
	return out, nil
}

// bare is a label without the signs that labels end in.
func bare(s string) string { return strings.TrimRight(s, " :*") }

var digits = regexp.MustCompile(`[0-9]+`)

// like writes every number of a text as #.
func like(s string) string { return digits.ReplaceAllString(s, "#") }
