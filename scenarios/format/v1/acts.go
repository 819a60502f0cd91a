// SPDX-License-Identifier: EUPL-1.2

package v1

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// act reads the body of a step; own is the value of its keyword.
func (d *decoder) act(verb string, n, own *yaml.Node) scenarios.Act {
	switch verb {
	case "in":
		return &scenarios.In{System: d.word(own), Do: d.stepList(n.Get("do"))}
	case "open":
		return &scenarios.Open{Path: d.operand(own)}
	case "fill":
		return d.fill(n, own)
	case "click":
		return &scenarios.Click{Target: d.target(own, n.Get("row")), Double: d.yesNo(n.Get("double")), Dialog: d.confirm(n)}
	case "choose":
		return &scenarios.Choose{Target: d.target(own, n.Get("row")), With: d.operand(n.Get("with"))}
	case "drag":
		return &scenarios.Drag{Target: d.target(own, n.Get("row")), Onto: d.target(n.Get("onto"), nil)}
	case "upload":
		return &scenarios.Upload{Target: d.target(own, n.Get("row")), With: d.operand(n.Get("with"))}
	case "download":
		return &scenarios.Download{Target: d.target(own, n.Get("row")), Into: d.name(n.Get("into"))}
	case "print":
		return &scenarios.Print{Screen: d.text(own), Into: d.name(n.Get("into"))}
	case "tick":
		return &scenarios.Tick{Target: d.target(own, n.Get("row")), With: d.tickWith(n)}
	case "press":
		return d.press(n, own)
	case "read":
		return &scenarios.Read{Target: d.target(own, n.Get("row")), Into: d.name(n.Get("into")), Type: d.typeWord(n.Get("as"))}
	case "wait":
		return &scenarios.Wait{Until: d.condition(own)}
	case "expect":
		return &scenarios.Expect{That: d.condition(own)}
	case "look":
		return &scenarios.Look{At: d.condition(own), Into: d.name(n.Get("into"))}
	case "dialog":
		return &scenarios.Dialog{Says: d.text(own), Accept: d.oneOf(n.Get("answer"), "ok", "cancel") == "ok", Prompt: d.operand(n.Get("with")), At: own.At}
	case "request":
		return d.request(n, own)
	case "commit":
		return d.commit(n, own)
	}
	return d.control(verb, n, own)
}

// control reads the steps that do not touch a system themselves.
func (d *decoder) control(verb string, n, own *yaml.Node) scenarios.Act {
	switch verb {
	case "decide":
		return &scenarios.Decide{Rulebook: d.word(own), Given: d.fields(n.Get("given")), Into: d.name(n.Get("into"))}
	case "when":
		return &scenarios.When{If: d.expr(own), Then: d.stepList(n.Get("then")), Else: d.stepList(n.Get("else"))}
	case "for each":
		return &scenarios.ForEach{Name: d.name(own), List: d.expr(n.Get("of")), Do: d.stepList(n.Get("do"))}
	case "try":
		return &scenarios.Try{Do: d.stepList(own), Recover: d.stepList(n.Get("recover"))}
	case "either":
		return d.either(n, own)
	case "ask":
		return d.ask(n, own)
	case "set":
		return &scenarios.Set{Into: d.name(own), With: d.operand(n.Get("with"))}
	case "holds":
		return &scenarios.Holds{That: d.expr(own)}
	default: // stop
		return &scenarios.Stop{Business: d.oneOf(own, "done", "business") == "business", Because: d.operand(n.Get("because"))}
	}
}

func (d *decoder) fill(n, own *yaml.Node) scenarios.Act {
	f := &scenarios.Fill{Target: d.target(own, n.Get("row")), With: d.operand(n.Get("with"))}
	if s := n.Get("secret"); s != nil {
		f.Secret = d.word(s)
	}
	if f.With.Given == (f.Secret != "") {
		d.report.Errorf(n.At, speech.Say("fill needs either with or secret", "fill braucht entweder with oder secret"), speech.Text{})
	}
	return f
}

func (d *decoder) tickWith(n *yaml.Node) scenarios.Operand {
	if n.Get("with") == nil {
		return scenarios.Operand{Text: "yes", Given: true, At: n.At}
	}
	return d.operand(n.Get("with"))
}

func (d *decoder) press(n, own *yaml.Node) scenarios.Act {
	p := &scenarios.Press{Key: d.text(own)}
	if on := n.Get("on"); on != nil {
		t := d.target(on, nil)
		p.Target = &t
	}
	return p
}

// confirm reads the short form of a dialog beside click and commit.
func (d *decoder) confirm(n *yaml.Node) *scenarios.Dialog {
	c := n.Get("confirm")
	if c == nil {
		return nil
	}
	return &scenarios.Dialog{Says: d.text(c), Accept: true, At: c.At}
}

func (d *decoder) request(n, own *yaml.Node) *scenarios.Request {
	method, path, ok := strings.Cut(d.text(own), " ")
	if !ok || !isRequest(own.Text) {
		d.report.Errorf(own.At, speech.Say("a request is written as METHOD /path", "ein Aufruf wird als METHODE /pfad geschrieben"), speech.Say("for example: GET /items/{number}", "zum Beispiel: GET /leser/{nummer}"))
	}
	return &scenarios.Request{
		Method: method, Path: path, PathAt: own.TextAt(len(method) + 1),
		Body: d.fields(n.Get("body")), Expect: d.condition(n.Get("expect")), Take: d.takes(n.Get("take")),
	}
}

func (d *decoder) commit(n, own *yaml.Node) scenarios.Act {
	c := &scenarios.Commit{Dialog: d.confirm(n), Unless: d.expr(n.Get("unless")), Expect: d.condition(n.Get("expect"))}
	if isRequest(d.text(own)) {
		c.Request = d.request(n, own)
	} else {
		t := d.target(own, n.Get("row"))
		c.Target = &t
		for _, key := range []string{"body", "take"} {
			if n.Get(key) != nil {
				d.report.Errorf(n.Get(key).At, speech.Say("%q belongs to a request", "„%s“ gehört zu einem Aufruf", key), speech.Text{})
			}
		}
	}
	if v := n.Get("verify"); v != nil && v.Kind == yaml.Scalar && v.Text == "person" {
		c.ByPerson = true
	} else {
		c.Verify = d.stepList(v)
	}
	if n.Get("id") == nil {
		d.report.Errorf(n.At, speech.Say("a commit needs an id", "ein commit braucht eine id"), speech.Say("journals name it, and a resume finds it again by it", "das Journal nennt sie, und eine Fortsetzung findet den Schritt daran wieder"))
	}
	return c
}

func (d *decoder) either(n, own *yaml.Node) scenarios.Act {
	e := &scenarios.Either{Expect: d.condition(n.Get("expect"))}
	for _, item := range d.items(own, speech.Say("either", "either")) {
		if item.Kind == yaml.Sequence {
			e.Variants = append(e.Variants, d.stepList(item))
		} else if step, ok := d.step(item); ok {
			d.steps++
			e.Variants = append(e.Variants, []scenarios.Step{step})
		}
	}
	return e
}

func (d *decoder) ask(n, own *yaml.Node) scenarios.Act {
	a := &scenarios.Ask{Question: d.text(own), Into: d.name(n.Get("into"))}
	for _, item := range d.items(n.Get("answers"), speech.Say("answers", "answers")) {
		a.Answers = append(a.Answers, d.text(item))
	}
	return a
}

func (d *decoder) fields(n *yaml.Node) []scenarios.BodyField {
	var out []scenarios.BodyField
	for _, e := range d.entries(n, speech.Say("this field", "dieses Feld")) {
		out = append(out, scenarios.BodyField{Name: e.Key, With: d.operand(e.Value)})
	}
	return out
}

// takes reads name: /pointer, or name: {at: /pointer, as: type}.
func (d *decoder) takes(n *yaml.Node) []scenarios.Take {
	var out []scenarios.Take
	for _, e := range d.entries(n, speech.Say("take", "take")) {
		t := scenarios.Take{Into: e.Key, At: e.KeyAt, Type: value.Of(value.Text)}
		if e.Value.Kind == yaml.Mapping {
			d.mapping(e.Value, speech.Say("take", "take"), "at", "as")
			t.Pointer, t.Type = d.text(e.Value.Get("at")), d.typeWord(e.Value.Get("as"))
		} else {
			t.Pointer = d.text(e.Value)
		}
		if !strings.HasPrefix(t.Pointer, "/") {
			d.report.Errorf(e.Value.At, speech.Say("a JSON pointer begins with /", "ein JSON-Zeiger beginnt mit /"), speech.Text{})
		}
		out = append(out, t)
	}
	return out
}

// name reads the name of a variable: letters, digits, underscore.
func (d *decoder) name(n *yaml.Node) string {
	s := d.word(n)
	if strings.ContainsAny(s, ".-") {
		d.report.Errorf(n.At, speech.Say("the name of a value holds letters, digits and _ only", "der Name eines Wertes enthält nur Buchstaben, Ziffern und _"), speech.Text{})
	}
	return s
}

// typeWord reads a type that needs no further declaration; text by default.
func (d *decoder) typeWord(n *yaml.Node) value.Type {
	plain := []string{string(value.Text), string(value.Name), string(value.Integer), string(value.Decimal), string(value.Money), string(value.Date), string(value.Boolean)}
	return value.Of(value.Kind(d.oneOf(n, plain...)))
}
