// SPDX-License-Identifier: EUPL-1.2

package run

import (
	"context"
	"encoding/json"
	"net/url"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// typed is a value as it is written into a German application's field.
func typed(v value.Value) string { return v.In(speech.German) }

// text computes an operand and writes it as people type it. What is missing
// cannot be typed.
func (w *work) text(o scenarios.Operand) (string, error) {
	v, err := w.plan.Value(o, w.vars)
	if err == nil && v.IsMissing() && o.Given {
		err = fault.New(fault.Business, "run.value", speech.Say("the value %s is missing", "der Wert %s fehlt", o.Text))
	}
	return typed(v), err
}

// action turns a step into what a driver is asked.
func (w *work) action(s *scenarios.Step) (act.Action, error) {
	switch a := s.Act.(type) {
	case *scenarios.Open:
		text, err := w.text(a.Path)
		return act.Action{Verb: act.Open, Text: text, Within: w.within(s)}, err
	case *scenarios.Fill:
		return w.fill(s, a)
	case *scenarios.Click:
		action, err := w.onScreen(act.Click, s, a.Target)
		action.Double, action.Answer = a.Double, answerOf(a.Dialog)
		return action, err
	case *scenarios.Choose:
		return w.choose(s, a)
	case *scenarios.Drag:
		return w.drag(s, a)
	case *scenarios.Upload:
		return w.upload(s, a)
	case *scenarios.Download:
		return w.onScreen(act.Download, s, a.Target)
	case *scenarios.Print:
		screen := w.plan.Scenario().Elements[w.system.Name].Screen(a.Screen)
		return act.Action{Verb: act.Print, Screen: screen, Within: w.within(s)}, nil
	case *scenarios.Tick:
		action, err := w.with(act.Tick, s, a.Target, a.With)
		action.On = action.Text == "ja" || action.Text == "yes"
		return action, err
	case *scenarios.Read:
		return w.onScreen(act.Read, s, a.Target)
	case *scenarios.Press:
		action := act.Action{Verb: act.Press, Within: w.within(s)}
		var err error
		if a.Target != nil {
			action, err = w.onScreen(act.Press, s, *a.Target)
		}
		action.Text = a.Key
		return action, err
	case *scenarios.Dialog:
		prompt, err := w.text(a.Prompt)
		return act.Action{Verb: act.Dialog, Answer: &act.Answer{Says: a.Says, Accept: a.Accept, Prompt: prompt}, Within: w.within(s)}, err
	}
	return act.Action{}, fault.New(fault.Internal, "run.action", speech.Say("the step %s cannot be performed", "der Schritt %s lässt sich nicht ausführen", s.Act.Verb()))
}

func answerOf(d *scenarios.Dialog) *act.Answer {
	if d == nil {
		return nil
	}
	return &act.Answer{Says: d.Says, Accept: d.Accept}
}

func (w *work) onScreen(verb act.Verb, s *scenarios.Step, t scenarios.Target) (act.Action, error) {
	screen, element := w.plan.Scenario().Elements[w.system.Name].Find(t)
	_, commits := s.Act.(*scenarios.Commit)
	action := act.Action{Verb: verb, Screen: screen, Element: element, Within: w.within(s), Heals: w.system.Heals && !commits}
	for _, key := range t.Row {
		text, err := w.text(key.Value)
		if err != nil {
			return action, err
		}
		action.Row = append(action.Row, act.Cell{Column: key.Column, Text: text})
	}
	return action, nil
}

func (w *work) with(verb act.Verb, s *scenarios.Step, t scenarios.Target, o scenarios.Operand) (act.Action, error) {
	action, err := w.onScreen(verb, s, t)
	if err != nil {
		return action, err
	}
	action.Text, err = w.text(o)
	return action, err
}

// choose picks an entry or, where the value is a list, several.
func (w *work) choose(s *scenarios.Step, a *scenarios.Choose) (act.Action, error) {
	action, err := w.onScreen(act.Choose, s, a.Target)
	if err != nil {
		return action, err
	}
	entries, err := w.entries(a.With)
	action.Text = strings.Join(entries, "\n")
	return action, err
}

// entries are what an operand names: those of a list, else one per line.
func (w *work) entries(o scenarios.Operand) ([]string, error) {
	v, err := w.plan.Value(o, w.vars)
	if err != nil || v.Kind() != value.List {
		text, err := w.text(o)
		return strings.Split(strings.TrimRight(text, "\r\n"), "\n"), err
	}
	var out []string
	for _, item := range v.Items() {
		out = append(out, typed(item))
	}
	return out, nil
}

func (w *work) drag(s *scenarios.Step, a *scenarios.Drag) (act.Action, error) {
	action, err := w.onScreen(act.Drag, s, a.Target)
	action.OntoScreen, action.Onto = w.plan.Scenario().Elements[w.system.Name].Find(a.Onto)
	return action, err
}

func (w *work) fill(s *scenarios.Step, a *scenarios.Fill) (act.Action, error) {
	if a.Secret == "" {
		return w.with(act.Fill, s, a.Target, a.With)
	}
	action, err := w.onScreen(act.Fill, s, a.Target)
	if err != nil {
		return action, err
	}
	action.Secret, err = w.secret(a.Secret)
	return action, err
}

// secret looks a secret up by the scenario's name for it. Its use is recorded
// by name.
func (w *work) secret(name string) (secret.Value, error) {
	stored := w.plan.Environment().Location(w.system.Name).Secrets[name]
	if err := w.note(journal.Event{Kind: journal.Secret, About: map[string]string{"name": stored, aboutSystem: w.system.Name}}); err != nil {
		return secret.Value{}, err
	}
	return w.crew.Secrets(stored)
}

// request calls an interface and takes what its answer brings.
func (w *work) request(ctx context.Context, s *scenarios.Step, session Session, a *scenarios.Request) error {
	action, err := w.call(s, a, "")
	if err != nil {
		return err
	}
	effect, err := session.Do(ctx, action)
	if err != nil {
		return err
	}
	if err := w.note(journal.Event{Kind: journal.Result, ID: s.ID, Step: w.key(s), About: map[string]string{"verb": a.Method, aboutSystem: w.system.Name}}); err != nil {
		return err
	}
	if err := w.take(s, a, effect); err != nil {
		return err
	}
	return w.expect(ctx, s, a.Expect, effect.Status)
}

func (w *work) call(s *scenarios.Step, a *scenarios.Request, key string) (act.Action, error) {
	call := &act.Call{Method: a.Method, Key: key, Status: a.Expect.Status}
	parts, _ := a.PathParts()
	var path strings.Builder
	for _, p := range parts {
		if !p.Expr.Given {
			path.WriteString(p.Text)
			continue
		}
		v, err := w.plan.Value(p.Expr, w.vars)
		if err != nil {
			return act.Action{}, err
		}
		if v.String() == "" {
			return act.Action{}, fault.New(fault.Business, "run.value", speech.Say("the value %s is missing", "der Wert %s fehlt", p.Expr.Text))
		}
		path.WriteString(url.PathEscape(v.String()))
	}
	call.Path = path.String()
	var err error
	call.Body, err = w.body(a)
	return act.Action{Verb: act.Request, Call: call, Within: w.within(s)}, err
}

func (w *work) body(a *scenarios.Request) ([]byte, error) {
	if len(a.Body) == 0 {
		return nil, nil
	}
	members := map[string]value.Value{}
	for _, f := range a.Body {
		v, err := w.plan.Value(f.With, w.vars)
		if err != nil {
			return nil, err
		}
		members[f.Name] = v
	}
	return json.Marshal(members)
}

// take reads values of an answer by their JSON pointers.
func (w *work) take(s *scenarios.Step, a *scenarios.Request, effect act.Effect) error {
	for _, t := range a.Take {
		raw, err := pointed(effect.Body, t.Pointer)
		if err == nil {
			var v value.Value
			if v, err = value.FromJSON(t.Type, raw); err == nil {
				err = w.keep(s, journal.Read, t.Into, v, nil)
				if err != nil {
					return err
				}
				continue
			}
		}
		return fault.Wrap(fault.Halted, "run.take", speech.Say("the answer holds no %s at %s", "die Antwort enthält bei %[2]s keinen Wert vom Typ %[1]s", t.Type.Kind.Label(), t.Pointer), problem(err))
	}
	return nil
}
