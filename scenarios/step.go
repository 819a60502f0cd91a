// SPDX-License-Identifier: EUPL-1.2

package scenarios

import (
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Step is one line of a scenario.
type Step struct {
	// ID is written by the recorder and required on a commit; journals name it.
	ID string
	// Number is the step's place in the whole, such as "3.2.1".
	Number string
	Act    Act
	// Within bounds the waiting of this step; zero is the environment's limit.
	Within time.Duration
	At     source.Place
}

// Act is what a step does: one of the types below.
type Act interface {
	// Verb is the keyword of the file.
	Verb() string
}

// Operand is a value in a step: literal text, or an expression.
type Operand struct {
	Text   string // the literal, or the expression without its "="
	IsExpr bool
	Given  bool
	At     source.Place // of the first letter of Text
}

// Target names an element: the screen, the element on it, and, in a table,
// the row by the values of its key columns.
type Target struct {
	Screen, Element string
	Row             []RowKey
	At              source.Place
}

// RowKey is one column and the value that its cell must show.
type RowKey struct {
	Column string
	Value  Operand
}

// String is the target as files write it.
func (t Target) String() string { return t.Screen + "/" + t.Element }

// In is a block of steps in one system; its start is a safe point.
type In struct {
	System string
	Do     []Step
}

// Open goes to an address below the system's own.
type Open struct{ Path Operand }

// Fill writes a value, or a secret by its name, into a field.
type Fill struct {
	Target Target
	With   Operand
	Secret string
}

// Click presses a button or follows a link.
type Click struct {
	Target Target
	// Double clicks twice in quick succession.
	Double bool
	Dialog *Dialog
}

// Drag takes one element with the mouse and drops it onto another.
type Drag struct{ Target, Onto Target }

// Choose selects an entry of a list by its text; in a list that takes several,
// exactly those that are given, one per line or the entries of a list.
type Choose struct {
	Target Target
	With   Operand
}

// Tick sets or clears a box.
type Tick struct {
	Target Target
	With   Operand
}

// Press types one key or shortcut, such as Enter or Control+S.
type Press struct {
	Key    string
	Target *Target
}

// Read takes a value from the screen into a variable.
type Read struct {
	Target Target
	Into   string
	Type   value.Type
}

// Wait waits until something is so.
type Wait struct{ Until Condition }

// Expect is a check: what is not so stops the case.
type Expect struct{ That Condition }

// Look notes whether something is so right now, without waiting for it.
type Look struct {
	At   Condition
	Into string
}

// Dialog answers a message box of the page.
type Dialog struct {
	Says   string // text that it must contain
	Accept bool
	Prompt Operand // what is typed into a prompt
	At     source.Place
}

// Request calls an interface.
type Request struct {
	Method string
	Path   string // with {expression} in braces
	PathAt source.Place
	Body   []BodyField
	Expect Condition
	Take   []Take
}

// BodyField is one member of a JSON body.
type BodyField struct {
	Name string
	With Operand
}

// Take reads one value of an answer by its JSON pointer (RFC 6901).
type Take struct {
	Into, Pointer string
	Type          value.Type
	At            source.Place
}

// Commit is an irreversible action: announced durably, done once.
type Commit struct {
	Target  *Target
	Request *Request
	Dialog  *Dialog
	Unless  Operand
	Expect  Condition
	// Verify finds out afterwards, by reading only, whether it happened.
	Verify []Step
	// ByPerson says that only a person can find out.
	ByPerson bool
}

// Decide asks a rulebook.
type Decide struct {
	Rulebook string
	Given    []BodyField
	Into     string
}

// When branches.
type When struct {
	If         Operand
	Then, Else []Step
}

// ForEach repeats steps for every entry of a list.
type ForEach struct {
	Name string
	List Operand
	Do   []Step
}

// Try performs steps and, where they end in a technical fault, others.
type Try struct{ Do, Recover []Step }

// Either tries variants in order, the next only while nothing irreversible
// was announced; all must end in the same post-condition.
type Either struct {
	Variants [][]Step
	Expect   Condition
}

// Ask puts a question to a person.
type Ask struct {
	Question string
	Answers  []string
	Into     string
}

// Set computes a value.
type Set struct {
	Into string
	With Operand
}

// Holds checks an expression; it ends a verify.
type Holds struct{ That Operand }

// Stop ends the case: as done, or as a business fault with its reason.
type Stop struct {
	Business bool
	Because  Operand
}

// Verb is the keyword "in".
func (*In) Verb() string { return "in" }

// Verb is the keyword "open".
func (*Open) Verb() string { return "open" }

// Verb is the keyword "fill".
func (*Fill) Verb() string { return "fill" }

// Verb is the keyword "click".
func (*Click) Verb() string { return "click" }

// Verb is the keyword "drag".
func (*Drag) Verb() string { return "drag" }

// Verb is the keyword "choose".
func (*Choose) Verb() string { return "choose" }

// Verb is the keyword "tick".
func (*Tick) Verb() string { return "tick" }

// Verb is the keyword "press".
func (*Press) Verb() string { return "press" }

// Verb is the keyword "read".
func (*Read) Verb() string { return "read" }

// Verb is the keyword "wait".
func (*Wait) Verb() string { return "wait" }

// Verb is the keyword "expect".
func (*Expect) Verb() string { return "expect" }

// Verb is the keyword "look".
func (*Look) Verb() string { return "look" }

// Verb is the keyword "dialog".
func (*Dialog) Verb() string { return "dialog" }

// Verb is the keyword "request".
func (*Request) Verb() string { return "request" }

// Verb is the keyword "commit".
func (*Commit) Verb() string { return "commit" }

// Verb is the keyword "decide".
func (*Decide) Verb() string { return "decide" }

// Verb is the keyword "when".
func (*When) Verb() string { return "when" }

// Verb is the keyword "for each".
func (*ForEach) Verb() string { return "for each" }

// Verb is the keyword "try".
func (*Try) Verb() string { return "try" }

// Verb is the keyword "either".
func (*Either) Verb() string { return "either" }

// Verb is the keyword "ask".
func (*Ask) Verb() string { return "ask" }

// Verb is the keyword "set".
func (*Set) Verb() string { return "set" }

// Verb is the keyword "holds".
func (*Holds) Verb() string { return "holds" }

// Verb is the keyword "stop".
func (*Stop) Verb() string { return "stop" }
