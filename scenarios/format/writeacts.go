// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"slices"
	"strconv"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// act is what a step says on its own line, its keyword first.
func act(a scenarios.Act) []pair {
	switch a := a.(type) {
	case *scenarios.Open:
		return given("open", a.Path)
	case *scenarios.Fill:
		return slices.Concat(target("fill", a.Target), given("with", a.With), said("secret", a.Secret))
	case *scenarios.Click:
		return slices.Concat(target("click", a.Target), doubled(a), confirmed(a.Dialog))
	case *scenarios.Drag:
		return append(target("drag", a.Target), said("onto", a.Onto.String())...)
	case *scenarios.Choose:
		return append(target("choose", a.Target), given("with", a.With)...)
	case *scenarios.Tick:
		return append(target("tick", a.Target), given("with", a.With)...)
	case *scenarios.Upload:
		return append(target("upload", a.Target), given("with", a.With)...)
	case *scenarios.Download:
		return append(target("download", a.Target), said("into", a.Into)...)
	case *scenarios.Print:
		return append(said("print", a.Screen), said("into", a.Into)...)
	case *scenarios.Press:
		return press(a)
	case *scenarios.Read:
		return slices.Concat(target("read", a.Target), said("into", a.Into), as(a.Type))
	case *scenarios.Wait:
		return []pair{{"wait", condition(a.Until)}}
	case *scenarios.Expect:
		return []pair{{"expect", condition(a.That)}}
	case *scenarios.Look:
		return append([]pair{{"look", condition(a.At)}}, said("into", a.Into)...)
	case *scenarios.Dialog:
		return dialog(a)
	case *scenarios.Request:
		return request("request", a)
	case *scenarios.Commit:
		return commit(a)
	}
	return control(a)
}

// control is what steps say that touch no system themselves.
func control(a scenarios.Act) []pair {
	switch a := a.(type) {
	case *scenarios.In:
		return said("in", a.System)
	case *scenarios.Decide:
		return slices.Concat(said("decide", a.Rulebook), fields("given", a.Given), said("into", a.Into))
	case *scenarios.When:
		return said("when", a.If.Text)
	case *scenarios.ForEach:
		return append(said("for each", a.Name), said("of", a.List.Text)...)
	case *scenarios.Ask:
		out := said("ask", a.Question)
		if len(a.Answers) > 0 {
			out = append(out, pair{"answers", list(a.Answers)})
		}
		return append(out, said("into", a.Into)...)
	case *scenarios.Set:
		return append(said("set", a.Into), given("with", a.With)...)
	case *scenarios.Holds:
		return said("holds", a.That.Text)
	case *scenarios.Stop:
		if a.Business {
			return append(said("stop", "business"), given("because", a.Because)...)
		}
		return append(said("stop", "done"), given("because", a.Because)...)
	}
	return nil
}

func press(a *scenarios.Press) []pair {
	out := said("press", a.Key)
	if a.Target != nil {
		out = append(out, said("on", a.Target.String())...)
	}
	return out
}

func dialog(a *scenarios.Dialog) []pair {
	out := []pair{{"dialog", yaml.Quote(a.Says)}}
	if !a.Accept {
		out = append(out, pair{"answer", "cancel"})
	}
	return append(out, given("with", a.Prompt)...)
}

func doubled(a *scenarios.Click) []pair {
	if !a.Double {
		return nil
	}
	return said("double", "yes")
}

func confirmed(d *scenarios.Dialog) []pair {
	if d == nil {
		return nil
	}
	return []pair{{"confirm", yaml.Quote(d.Says)}}
}

func request(key string, r *scenarios.Request) []pair {
	out := append(said(key, r.Method+" "+r.Path), fields("body", r.Body)...)
	return append(append(out, expected(r.Expect)...), taken(r.Take)...)
}

func commit(a *scenarios.Commit) (out []pair) {
	if a.Request != nil {
		out = request("commit", a.Request)
	} else {
		out = append(target("commit", *a.Target), expected(a.Expect)...)
	}
	out = append(out, confirmed(a.Dialog)...)
	if a.Unless.Given {
		out = append(out, said("unless", a.Unless.Text)...)
	}
	if a.ByPerson {
		out = append(out, pair{"verify", "person"})
	}
	return out
}

func expected(c scenarios.Condition) []pair {
	if !c.Given {
		return nil
	}
	return []pair{{"expect", condition(c)}}
}

func fields(key string, list []scenarios.BodyField) []pair {
	var out []pair
	for _, f := range list {
		out = append(out, pair{yaml.Quote(f.Name), operand(f.With)})
	}
	if out == nil {
		return nil
	}
	return []pair{{key, braces(out)}}
}

func taken(list []scenarios.Take) []pair {
	var out []pair
	for _, t := range list {
		out = append(out, pair{yaml.Quote(t.Into), braces(append(said("at", t.Pointer), as(t.Type)...))})
	}
	if out == nil {
		return nil
	}
	return []pair{{"take", braces(out)}}
}

func as(t value.Type) []pair {
	if t.Kind == value.Text {
		return nil
	}
	return said("as", string(t.Kind))
}

func status(code int) []pair {
	if code == 0 {
		return nil
	}
	return []pair{{"status", strconv.Itoa(code)}}
}
