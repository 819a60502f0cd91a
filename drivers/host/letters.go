// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// codePage is how a host writes letters, and which ones it has.
type codePage struct {
	name string
	euro bool // has € in the place of ¤
}

// pages are the code pages that the driver knows: those of Western Europe,
// which all have the letters of ISO 8859-1 in different places, and the same
// with the euro.
var pages = []codePage{
	{"cp037", false},
	{"cp273", false},
	{"cp277", false},
	{"cp278", false},
	{"cp280", false},
	{"cp284", false},
	{"cp285", false},
	{"cp297", false},
	{"cp500", false},
	{"cp871", false},
	{"cp1047", false},
	{"cp1140", true},
	{"cp1141", true},
	{"cp1142", true},
	{"cp1143", true},
	{"cp1144", true},
	{"cp1145", true},
	{"cp1146", true},
	{"cp1147", true},
	{"cp1148", true},
	{"cp1149", true},
}

// codePageOf finds a page by its name. None is guessed: a wrong one reads and
// writes other letters than the host means.
func codePageOf(name string) (codePage, error) {
	var known []string
	for _, p := range pages {
		if p.name == name {
			return p, nil
		}
		known = append(known, p.name)
	}
	cause := speech.Say("%q is no code page that is known here", "„%s“ ist keine Codepage, die hier bekannt ist", name)
	if name == "" {
		cause = speech.Say("the address does not say which code page the host uses", "die Adresse sagt nicht, welche Codepage der Host verwendet")
	}
	return codePage{}, fault.New(fault.Usage, "host.code page", cause).
		WithHint(speech.Say("ask those who run it, and write ?codepage=cp273 at the end of the address; known are %s", "fragen Sie den Betreiber und schreiben Sie ?codepage=cp273 ans Ende der Adresse; bekannt sind %s", strings.Join(known, ", ")))
}

// has reports whether the page has a letter that people write.
func (p codePage) has(r rune) bool {
	switch {
	case r == '€':
		return p.euro
	case r == '¤', r == '\u00a0', r == '\u00ad': // a currency that nobody means, and what nobody sees
		return false
	}
	return r >= ' ' && r < 0x7f || r > 0xa0 && r <= 0xff
}

// typable refuses, before anything is typed, what the host cannot hold.
func (p codePage) typable(a act.Action, text string) error {
	for _, r := range text {
		if p.has(r) {
			continue
		}
		if r == '\n' || r == '\r' || r == '\t' {
			return fault.New(fault.Halted, "host.fill", speech.Say("%s takes one line only", "%s nimmt nur eine Zeile", name(a)))
		}
		f := fault.New(fault.Halted, "host.letters", speech.Say("the host's code page %s has no letter %q (U+%04X); nothing was typed", "die Codepage %s des Hosts hat kein Zeichen „%c“ (U+%04X); es wurde nichts eingegeben", p.name, r, r)).
			WithHint(speech.Say("a person must decide how it is written there", "ein Mensch muss entscheiden, wie es dort geschrieben wird"))
		if !a.Secret.IsZero() {
			f.Cause = speech.Say("the host's code page %s lacks a letter of the secret; nothing was typed", "der Codepage %s des Hosts fehlt ein Zeichen des Geheimnisses; es wurde nichts eingegeben", p.name)
		}
		return f
	}
	return nil
}
