// SPDX-License-Identifier: EUPL-1.2

// Package exchange carries rulebooks to and from other tools: decision tables
// of DMN 1.2 to 1.5, decision tables of GoRules, and tables that departments
// keep as CSV or Excel workbooks. What another format says and ours cannot, or
// the other way round, is refused by name and place; nothing is taken over by
// half.
package exchange

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Model is what was read from one file: a rulebook for each decision, by the
// name of its file, and those names in the order of the model.
type Model struct {
	Books map[string]*book.Book
	Order []string
}

func (m *Model) add(name string, b *book.Book) {
	m.Books[name] = b
	m.Order = append(m.Order, name)
}

// refusal notes what is not taken over, by what it is and its id.
func refuse(report *source.Report, at source.Place, what string, id string) {
	name := speech.Same(what)
	if id != "" {
		name = speech.Say("%s %q", "%s „%s“", what, id)
	}
	report.Errorf(at, speech.Say("%s is not taken over", "%s wird nicht übernommen", name), speech.Text{})
}

// names gives everything in a model a name that expressions can read, each a
// different one, and remembers them.
type names struct {
	ours  map[string]string // by the model's
	taken map[string]bool
}

func newNames() *names { return &names{ours: map[string]string{}, taken: map[string]bool{}} }

// of is the name for what the model calls so.
func (n *names) of(theirs string) string {
	theirs = strings.Join(strings.Fields(theirs), " ")
	if ours, ok := n.ours[theirs]; ok {
		return ours
	}
	ours := n.fresh(theirs)
	n.ours[theirs] = ours
	return ours
}

func (n *names) fresh(theirs string) string {
	base := identifier(theirs)
	ours := base
	for i := 2; n.taken[ours]; i++ {
		ours = fmt.Sprintf("%s_%d", base, i)
	}
	n.taken[ours] = true
	return ours
}

// identifier is the nearest name that expressions can read.
func identifier(theirs string) string {
	words := strings.FieldsFunc(theirs, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && (r < '0' || r > '9') })
	name := strings.Join(words, "_")
	if name == "" || unicode.IsDigit([]rune(name)[0]) || !expression.IsName(name) {
		name = "_" + name
	}
	return name
}

// labelOf lets people read the model's name where ours differs.
func labelOf(theirs, ours string) speech.Text {
	if theirs == ours {
		return speech.Text{}
	}
	return speech.Same(theirs)
}

// knownAs is the model's name where ours differs.
func knownAs(theirs, ours string) string {
	if theirs == ours {
		return ""
	}
	return theirs
}
