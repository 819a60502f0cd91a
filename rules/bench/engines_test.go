// SPDX-License-Identifier: EUPL-1.2

package bench

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cel.dev/cel-go/cel"
	"github.com/cockroachdb/apd/v3"
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/bench/straight"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

// An engine gives the numbers of the rules that apply to the n-th case.
type engine func(n int) []int

func compiled(t testing.TB, size int) *rules.Rulebook {
	t.Helper()
	var report source.Report
	r := rules.Compile(format.Read(&report, "leistungen.yaml", Rulebook(Rules(size))), &report)
	if r == nil {
		t.Fatal(report.Sorted()[0])
	}
	return r
}

func facts(c Case) map[string]value.Value {
	all := map[string]value.Value{
		"art": value.NewText(c.Type), "alter": value.NewInteger(int64(c.Age)), "kinder": value.NewInteger(int64(c.Children)),
		"einkommen": value.NewMoney(apd.New(int64(c.Income), -2), value.Euro), "bezirk": value.NewText(c.District),
		"erlaubnis": value.NewBoolean(c.Permit), "wohnhaft": value.NewBoolean(c.Resident),
	}
	delete(all, c.Missing)
	return all
}

// heinzel is the engine as it decides: index, and expr confirms every hit.
func heinzel(t testing.TB, size int, cases []Case) (engine, func(n int) []int) {
	r := compiled(t, size)
	given := make([]map[string]value.Value, len(cases))
	for i, c := range cases {
		given[i] = facts(c)
	}
	hits := func(n int) []int {
		hits, _, err := r.Hits(given[n])
		if err != nil {
			t.Fatal(err)
		}
		return hits
	}
	candidates := func(n int) []int {
		list, err := r.Candidates(given[n])
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	return hits, candidates
}

// naiveLoop asks Heinzel's own conditions one after another.
func naiveLoop(t testing.TB, size int, cases []Case) engine {
	r := compiled(t, size)
	var names []string
	for _, f := range r.Book().Facts {
		names = append(names, f.Name)
	}
	frame := expression.NewFrame(names)
	return func(n int) []int {
		given := facts(cases[n])
		for i, name := range names {
			frame.Set(i, given[name])
		}
		var hits []int
		for i := range size {
			if v, err := r.Condition(i).EvalIn(frame); err == nil && v.Yes() {
				hits = append(hits, i)
			}
		}
		return hits
	}
}

func generated(size int, cases []Case) engine {
	run := map[int]func(*straight.Case, []int, []int) ([]int, []int){100: straight.Hits100, 1000: straight.Hits1000, 10_000: straight.Hits10000}[size]
	all := make([]straight.Case, len(cases))
	for i, c := range cases {
		all[i] = straightCase(c)
	}
	return func(n int) []int {
		hits, _ := run(&all[n], nil, nil)
		return hits
	}
}

func straightCase(c Case) straight.Case {
	out := straight.Case{
		Type: &c.Type, District: &c.District, Age: apd.New(int64(c.Age), 0), Children: apd.New(int64(c.Children), 0),
		Income: apd.New(int64(c.Income), -2), Permit: &c.Permit, Resident: &c.Resident,
	}
	switch c.Missing {
	case "art":
		out.Type = nil
	case "alter":
		out.Age = nil
	case "einkommen":
		out.Income = nil
	case "bezirk":
		out.District = nil
	case "kinder":
		out.Children = nil
	case "erlaubnis":
		out.Permit = nil
	case "wohnhaft":
		out.Resident = nil
	}
	return out
}

// plain is what the others read: floats, and no facts that are missing.
type plain struct {
	Art       string  `expr:"art"`
	Alter     int     `expr:"alter"`
	Einkommen float64 `expr:"einkommen"`
	Bezirk    string  `expr:"bezirk"`
	Kinder    int     `expr:"kinder"`
	Erlaubnis bool    `expr:"erlaubnis"`
	Wohnhaft  bool    `expr:"wohnhaft"`
}

func plainCase(c Case) plain {
	return plain{c.Type, c.Age, float64(c.Income) / 100, c.District, c.Children, c.Permit, c.Resident}
}

func (p plain) asMap() map[string]any {
	return map[string]any{"art": p.Art, "alter": p.Alter, "einkommen": p.Einkommen, "bezirk": p.Bezirk, "kinder": p.Kinder, "erlaubnis": p.Erlaubnis, "wohnhaft": p.Wohnhaft}
}

// plainExpr is expr as its manual shows it, with one machine for all rules.
func plainExpr(t testing.TB, size int, cases []Case) engine {
	var programs []*vm.Program
	for _, r := range Rules(size) {
		p, err := expr.Compile(condition(r, " and ", inList), expr.Env(plain{}), expr.AsBool())
		if err != nil {
			t.Fatal(err)
		}
		programs = append(programs, p)
	}
	var machine vm.VM
	return func(n int) []int {
		env := plainCase(cases[n])
		var hits []int
		for i, p := range programs {
			out, err := machine.Run(p, &env)
			if err != nil {
				t.Fatal(err)
			}
			if out.(bool) {
				hits = append(hits, i)
			}
		}
		return hits
	}
}

func regoEngine(t testing.TB, size int, cases []Case) engine {
	var module strings.Builder
	module.WriteString("package leistungen\n\n")
	for i, r := range Rules(size) {
		text := condition(r, "\n\t", func(name string, list []string) string { return name + ` in {"` + strings.Join(list, `", "`) + `"}` })
		for _, name := range []string{"art", "alter", "einkommen", "bezirk", "kinder", "erlaubnis", "wohnhaft"} {
			text = strings.ReplaceAll("\t"+text, "\t"+name+" ", "\tinput."+name+" ")[1:]
		}
		fmt.Fprintf(&module, "hits contains %d if {\n\t%s\n}\n\n", i, text)
	}
	ctx := context.Background()
	query, err := rego.New(rego.Query("data.leistungen.hits"), rego.Module("leistungen.rego", module.String())).PrepareForEval(ctx)
	if err != nil {
		t.Fatal(err)
	}
	inputs := make([]ast.Value, len(cases))
	for i, c := range cases {
		if inputs[i], err = ast.InterfaceToValue(plainCase(c).asMap()); err != nil {
			t.Fatal(err)
		}
	}
	return func(n int) []int {
		results, err := query.Eval(ctx, rego.EvalParsedInput(inputs[n]))
		if err != nil {
			t.Fatal(err)
		}
		var hits []int
		for _, v := range results[0].Expressions[0].Value.([]any) {
			hits = append(hits, integer(v))
		}
		slices.Sort(hits)
		return hits
	}
}

func integer(v any) int {
	var n int
	_, _ = fmt.Sscan(fmt.Sprint(v), &n)
	return n
}

func celEngine(t testing.TB, size int, cases []Case) engine {
	env, err := cel.NewEnv(cel.Variable("art", cel.StringType), cel.Variable("alter", cel.IntType), cel.Variable("einkommen", cel.DoubleType),
		cel.Variable("bezirk", cel.StringType), cel.Variable("kinder", cel.IntType), cel.Variable("erlaubnis", cel.BoolType), cel.Variable("wohnhaft", cel.BoolType))
	if err != nil {
		t.Fatal(err)
	}
	var programs []cel.Program
	for _, r := range Rules(size) {
		tree, issues := env.Compile(condition(r, " && ", inList))
		if issues.Err() != nil {
			t.Fatal(issues.Err())
		}
		p, err := env.Program(tree, cel.EvalOptions(cel.OptOptimize))
		if err != nil {
			t.Fatal(err)
		}
		programs = append(programs, p)
	}
	return func(n int) []int {
		input := plainCase(cases[n]).asMap()
		var hits []int
		for i, p := range programs {
			out, _, err := p.Eval(input)
			if err != nil {
				t.Fatal(err)
			}
			if out.Value().(bool) {
				hits = append(hits, i)
			}
		}
		return hits
	}
}
