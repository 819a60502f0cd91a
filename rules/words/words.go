// SPDX-License-Identifier: EUPL-1.2

// Package words holds the functions that a rule or a step may call. Each is
// pure and exact: the same values give the same answer on every day and every
// machine (there is no function for today; the day of reference is a fact).
// Where a law decides how to count, the function follows it and names it.
package words

import (
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Function is one word that can be called.
type Function struct {
	Name string
	// Signatures are tried in order; the first that fits is taken.
	Signatures []Signature
	// Formatting functions make text for people and machines; they may not
	// stand in conditions.
	Formatting bool
	// Phrase says a call in words, with %[1]s, %[2]s for its arguments.
	Phrase speech.Text
	// Meaning explains the function, Law names what it follows.
	Meaning speech.Text
	Law     string
	// Apply calculates. No argument is missing; kinds are those of a signature.
	Apply func(args []value.Value) (value.Value, error)
}

// Signature is one way to call a function.
type Signature struct {
	Params []value.Kind
	Result value.Kind
}

// All lists the functions, in the order of a manual.
func All() []Function {
	var all []Function
	for _, some := range [][]Function{dates(), workdays(), numbers(), amounts(), texts(), forms()} {
		all = append(all, some...)
	}
	return all
}

// Find gives a function by name, or nil.
func Find(all []Function, name string) *Function {
	for i := range all {
		if all[i].Name == name {
			return &all[i]
		}
	}
	return nil
}

func takes(result value.Kind, params ...value.Kind) Signature {
	return Signature{Params: params, Result: result}
}

func problem(en, de string, args ...any) error {
	return &value.Problem{Text: speech.Say(en, de, args...)}
}
