// SPDX-License-Identifier: EUPL-1.2

package schema

import (
	"fmt"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios"
	v1 "github.com/heinzel-rpa/heinzel/scenarios/format/v1"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// The patterns of names: letters of any language, as people here need them.
const (
	wordPattern     = `^[\p{L}_][\p{L}\p{Nd}_.-]*$`
	namePattern     = `^[\p{L}_][\p{L}\p{Nd}_]*$`
	elementPattern  = `^[^/]+/.+$`
	pointerPattern  = `^/`
	daysPattern     = `^[1-9][0-9]* days?$`
	durationPattern = `^([0-9]+(\.[0-9]+)? ?(ms|s|min|m|h) ?)+$`
)

// scalar is any text. An editor may take 01067 for a number and yes for a
// truth; the reader never does.
func scalar() object { return object{"type": []string{"string", "number", "boolean"}} }

func pattern(p string) object { return object{"type": "string", "pattern": p} }

func words(list ...string) object { return object{"enum": list} }

// among allows a number as text and as an editor sees it.
func among(from, to int) object {
	return object{"anyOf": []object{{"type": "integer", "minimum": from, "maximum": to}, pattern(`^[0-9]+$`)}}
}

func list(of object) object { return object{"type": "array", "items": of} }

func byName(of object) object { return object{"type": "object", "additionalProperties": of} }

func byVariable(of object) object {
	return object{"type": "object", "additionalProperties": of, "propertyNames": pattern(namePattern)}
}

// form is the schema of a field's value.
func (b builder) form(f v1.Form) object {
	switch f {
	case v1.Word:
		return pattern(wordPattern)
	case v1.Element:
		return pattern(elementPattern)
	case v1.Seconds:
		return pattern(durationPattern)
	case v1.YesNo:
		return object{"enum": []any{"yes", "no", true, false}}
	case v1.Steps:
		return b.steps()
	case v1.Many:
		return list(object{"anyOf": []object{b.steps(), b.define("step", b.step)}})
	case v1.Proof:
		return object{"anyOf": []object{{"const": "person"}, b.steps()}}
	case v1.Cond:
		return b.part(conditionPart())
	case v1.Fields, textsByName:
		return byName(scalar())
	case v1.Takes:
		return byVariable(object{"anyOf": []object{pattern(pointerPattern), b.define("take", b.take)}})
	case v1.Lines:
		return list(scalar())
	}
	return b.words(f)
}

// words are the forms that hold one of a few words, and the parts of files.
func (b builder) words(f v1.Form) object {
	switch f {
	case version:
		return object{"enum": []any{v1.Version, fmt.Sprint(v1.Version)}}
	case kindWord:
		return words(value.Kinds()...)
	case class:
		return words(value.Classes()...)
	case systemKind:
		return words(string(scenarios.Browser), string(scenarios.Web), string(scenarios.Host), string(scenarios.Desktop))
	case sessionWord:
		return words(string(scenarios.PerCase), string(scenarios.PerOrder))
	case picturesWord:
		return words(string(scenarios.OfFaults), string(scenarios.OfCommits))
	case displayWord:
		return words(string(scenarios.OwnDisplay), string(scenarios.ClerkDisplay))
	case haltWord:
		return words(v1.Halt, v1.Proceed)
	case outcome:
		return words("done", "unchanged", "business", "technical", "halted")
	case httpStatus:
		return among(100, 599)
	case period:
		return pattern(daysPattern)
	case count:
		return among(0, 1_000_000)
	case names:
		return byName(pattern(wordPattern))
	}
	return b.parts(f)
}

func (b builder) parts(f v1.Form) object {
	switch f {
	case inputs:
		return byVariable(b.part(inputPart()))
	case retention:
		return b.part(retentionPart())
	case systems:
		return byVariable(b.part(systemPart()))
	case typeOf:
		return object{"anyOf": []object{words(plain()...), b.part(typePart())}}
	case typesOf:
		return byName(object{"anyOf": []object{words(plain()...), b.part(typePart())}})
	case screens:
		return byName(b.part(screenPart()))
	case elements:
		return byName(b.part(elementPart()))
	case candidates:
		return list(b.define("way", b.way))
	case recognised:
		return b.mapping(part{fields: []v1.Field{{Key: "text", Form: v1.Text}}})
	case windowHint:
		return b.mapping(part{fields: []v1.Field{{Key: "title", Form: v1.Text}}})
	case frames:
		return list(b.mapping(framePart()))
	case fingerprintOf:
		return b.part(fingerprintPart())
	case fingerprints:
		return list(b.part(fingerprintPart()))
	case places:
		return byName(b.part(placePart()))
	case limitsOf:
		return b.part(limitsPart())
	case vaultOf:
		return b.part(vaultPart())
	case signIn:
		return b.part(signInPart())
	case certificate:
		return b.part(certificatePart())
	case proxy:
		return b.part(proxyPart())
	case expectations:
		return b.part(expectPart())
	}
	return scalar() // text, values and expressions: heinzel check reads them
}

func (b builder) part(p part) object {
	return b.define(p.name, func() object { return b.mapping(p) })
}

func (b builder) steps() object { return list(b.define("step", b.step)) }

// take is the long form of a value of an answer.
func (b builder) take() object {
	out := object{"type": "object", "additionalProperties": false, "required": []string{"at"}}
	out["properties"] = object{"at": pattern(pointerPattern), "as": words(plain()...)}
	return out
}

// way is a candidate: exactly one of the ways stands in it.
func (b builder) way() object {
	out := b.mapping(candidatePart())
	var one []object
	for _, by := range scenarios.Ways() {
		one = append(one, object{"required": []string{string(by)}})
	}
	out["oneOf"] = one
	return out
}

// plain are the types that need no further declaration.
func plain() []string {
	return slices.DeleteFunc(value.Kinds(), func(k string) bool {
		return k == string(value.Choice) || k == string(value.List) || k == string(value.Record)
	})
}
