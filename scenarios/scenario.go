// SPDX-License-Identifier: EUPL-1.2

// Package scenarios holds the vocabulary of Heinzel: a scenario with its
// inputs, systems and steps, the elements of the systems' screens, and the
// environment that says where the systems are. Plain values with their
// places in the files; reading, checking and running them happens elsewhere.
package scenarios

import (
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Scenario is one task that a robot repeats for many cases.
type Scenario struct {
	Title string
	// Reference names a case for people: the file number. It is an expression
	// over the inputs, or empty.
	Reference Operand
	Inputs    []Input
	// Retention says how long values are kept, by their class.
	Retention Retention
	Systems   []System
	Steps     []Step
	// Elements holds the element files by the system's name.
	Elements map[string]*Elements
	// Rulebooks lists the rule files by name, without their extension.
	Rulebooks map[string]RuleFile
	// Hash is the SHA-256 of the folder's content, in hex: what is approved
	// and what journals name.
	Hash string
	At   source.Place
}

// RuleFile is a rulebook of the folder, unread.
type RuleFile struct {
	Path string
	Text []byte
}

// Input is a value that every case brings along.
type Input struct {
	Name     string
	Type     value.Type
	Required bool
	Label    string
	At       source.Place
}

// SystemKind says by what means a system is worked.
type SystemKind string

// The kinds of systems.
const (
	Browser SystemKind = "browser"
	Web     SystemKind = "web"
	Host    SystemKind = "host"    // a mainframe, at its terminal
	Desktop SystemKind = "desktop" // a program with windows of its own
)

// HasScreens reports whether people work such systems on screens.
func (k SystemKind) HasScreens() bool { return k == Browser || k == Host || k == Desktop }

// Session says how long a log-in lasts.
type Session string

// The lengths of a session.
const (
	PerCase  Session = "case"
	PerOrder Session = "order"
)

// System is an application that the scenario works with.
type System struct {
	Name    string
	Title   string
	Kind    SystemKind
	Session Session
	// LogIn is performed when a session begins, LogOut when it ends.
	LogIn, LogOut []Step
	// SignedOut recognises the screen that a lost session leaves behind.
	SignedOut Condition
	// Heals lets steps go on where an element has changed but what it has become
	// is beyond doubt; an irreversible step never does.
	Heals bool
	At    source.Place
}

// System finds a system by name, or nil.
func (s *Scenario) System(name string) *System {
	for i := range s.Systems {
		if s.Systems[i].Name == name {
			return &s.Systems[i]
		}
	}
	return nil
}

// Input finds an input by name, or nil.
func (s *Scenario) Input(name string) *Input {
	for i := range s.Inputs {
		if s.Inputs[i].Name == name {
			return &s.Inputs[i]
		}
	}
	return nil
}
