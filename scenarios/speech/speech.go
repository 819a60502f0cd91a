// SPDX-License-Identifier: EUPL-1.2

// Package speech holds sentences that Heinzel says to people, each in English
// and German. A clerk, an auditor and an engineer read the same fault, so the
// two wordings are made at the same place and travel together; the language is
// chosen where the sentence is shown.
package speech

import (
	"fmt"
	"strings"
)

// Lang is a language of the user, as BCP 47 writes its primary subtag.
type Lang string

// The languages Heinzel speaks.
const (
	English Lang = "en"
	German  Lang = "de"
)

// Text is one sentence in both languages, lower-case at the start and without
// a full stop, so that it can stand behind a colon.
type Text struct {
	EN string `json:"en"`
	DE string `json:"de"`
}

// Say formats both wordings with the same arguments. An argument that is a
// Text itself is put in the language of its surroundings.
func Say(en, de string, args ...any) Text {
	return Text{EN: fmt.Sprintf(en, in(English, args)...), DE: fmt.Sprintf(de, in(German, args)...)}
}

// Same is a text that is alike in both languages: a name, a quotation, the
// words of the operating system.
func Same(s string) Text { return Text{EN: s, DE: s} }

// In gives the wording in lang; anything but German is English.
func (t Text) In(lang Lang) string {
	if lang == German {
		return t.DE
	}
	return t.EN
}

// IsZero reports whether there is nothing to say.
func (t Text) IsZero() bool { return t.EN == "" && t.DE == "" }

// String is the English wording, for logs and engineers.
func (t Text) String() string { return t.EN }

// LangOf reads a language from a flag or an environment variable such as
// LANG=de_DE.UTF-8; what it does not know is English.
func LangOf(s string) Lang {
	if strings.HasPrefix(strings.ToLower(s), "de") {
		return German
	}
	return English
}

// List joins words as people do: "a, b or c".
func List(words []string, en, de string) Text {
	switch len(words) {
	case 0:
		return Text{}
	case 1:
		return Same(words[0])
	}
	head, last := strings.Join(words[:len(words)-1], ", "), words[len(words)-1]
	return Text{EN: head + " " + en + " " + last, DE: head + " " + de + " " + last}
}

func in(lang Lang, args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		out[i] = a
		if t, ok := a.(Text); ok {
			out[i] = t.In(lang)
		}
	}
	return out
}
