// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// glance is the time that one look at everything may take beyond the patience
// of the question: a no counts only when everything was looked at.
const glance = 5 * time.Second

// Look waits until the system shows what is asked for. It is false when the
// time is up and a whole look found it missing; an error means that looking
// itself failed.
func (s *Session) Look(ctx context.Context, l act.Look) (bool, error) {
	watched, done := s.watched(ctx)
	defer done()
	limited, cancel := context.WithTimeout(watched, l.Within+glance)
	defer cancel()
	until, looked := time.Now().Add(l.Within), false
	for try := 0; ; try++ {
		shown, err := s.shows(limited, l)
		if shown || err != nil && final(err) && limited.Err() == nil {
			return shown, err
		}
		looked = looked || err == nil || missing(err)
		if looked && time.Now().After(until) || !pause(limited, try) {
			return false, s.explain(watched, notSeen(limited, looked))
		}
	}
}

// missing recognises a look that did look and found no single element.
func missing(err error) bool {
	o, ok := errors.AsType[*obstacle](err)
	return ok && o.doubt != nil
}

// notSeen explains a look that ran out of time: a program that never answered
// was not seen.
func notSeen(ctx context.Context, looked bool) error {
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return ctx.Err()
	case looked:
		return nil
	}
	return fault.New(fault.Technical, "desktop.look", speech.Say("the program does not answer", "das Programm antwortet nicht")).
		WithHint(speech.Say("raise limits: answer: in the environment if the system is slow", "erhöhen Sie limits: answer: in der Umgebung, wenn das System langsam ist"))
}

func (s *Session) shows(ctx context.Context, l act.Look) (bool, error) {
	if l.Text != "" || l.Gone != "" {
		windows, err := s.windows(ctx)
		if err != nil {
			return false, passing(err)
		}
		for text, wanted := range map[string]bool{l.Text: true, l.Gone: false} {
			if text == "" {
				continue
			}
			seen, err := sees(ctx, windows, text)
			if err != nil || seen != wanted {
				return false, passing(err)
			}
		}
	}
	if l.Element == nil {
		return true, nil
	}
	a := act.Action{Verb: act.Read, Screen: l.Screen, Element: l.Element}
	p, err := s.once(ctx, a)
	if err != nil || !l.HasText {
		return err == nil, err
	}
	is, err := value(ctx, p.node)
	return is == l.Shows, passing(err)
}

// sees looks for a text in everything that windows show: what elements are
// called, texts that are only read, and the cells of tables.
func sees(ctx context.Context, windows []*tree.Node, text string) (bool, error) {
	text = strings.Join(strings.Fields(text), " ")
	for _, w := range windows {
		for _, n := range w.All() {
			if !n.Is(tree.Showing) {
				continue
			}
			if strings.Contains(n.Name, text) {
				return true, nil
			}
			if seen, err := within(ctx, n, text); err != nil || seen {
				return seen, err
			}
		}
	}
	return false, nil
}

// within looks into what an element shows beside its name.
func within(ctx context.Context, n *tree.Node, text string) (bool, error) {
	switch {
	case n.Has("Table"):
		return inTable(ctx, n, text)
	case n.Has("Text") && !n.Is(tree.Editable) && !n.Secret && n.Role == "textbox":
		is, err := n.Text(ctx)
		return strings.Contains(strings.Join(strings.Fields(is), " "), text), err
	}
	return false, nil
}

// inTable looks at the first rows of a table, as many as a person would scroll.
func inTable(ctx context.Context, n *tree.Node, text string) (bool, error) {
	const mostRows = 300
	g, err := n.Grid(ctx)
	if err != nil {
		return false, err
	}
	for column, head := range g.Columns {
		if strings.Contains(head, text) {
			return true, nil
		}
		cells, err := g.Cells(ctx, column, 0, min(g.Rows, mostRows))
		if err != nil || slices.ContainsFunc(cells, func(c *tree.Node) bool { return strings.Contains(c.Name, text) }) {
			return err == nil, err
		}
	}
	return false, nil
}
