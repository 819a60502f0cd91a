// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

func (a *app) drift() *cobra.Command {
	o := runOptions{}
	cmd := &cobra.Command{
		Use: "drift DIR", Short: "look whether every element can still be found, changing nothing", Args: cobra.ExactArgs(1),
		Long: "Goes through the screens of a scenario with one case, leaves every irreversible step out, and says of each element\n" +
			"whether it is certain, moved, doubtful or gone. For a check at night, before the robots start. What elements have\n" +
			"become is kept as proposals: see heinzel heal." +
			exitStatus("0 every element that was met can be found", "2 wrong use or an invalid file", "4 a system does not answer", "5 an element is doubtful or gone, or the way ended early"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.survey(cmd.Context(), args[0], o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.one, "case", "", "JSON file with one case, such as a made-up person of the test system")
	f.StringVar(&o.many, "cases", "", "CSV, XLSX or JSON file with cases, of which the first is taken")
	f.StringVar(&o.environment, "environment", "", "name or path of the environment")
	f.StringArrayVar(&o.set, "set", nil, "name=value")
	f.BoolVar(&o.headful, "headful", false, "show the browser's windows")
	f.StringVar(&o.browser, "browser", "", browserHelp)
	return cmd
}

func (a *app) survey(ctx context.Context, dir string, o runOptions) error {
	p, err := a.load(dir, o.environment)
	if err != nil {
		return err
	}
	order, err := a.passing(dir, p, o)
	if err != nil {
		return err
	}
	defer os.RemoveAll(order.Dir)
	found := map[string]robot.Found{}
	order.Crew = robot.Surveying(order.Crew, func(f robot.Found) { found[f.System+": "+f.Screen+"/"+f.Element] = f })
	summary, err := robot.Run(ctx, order)
	if err != nil || len(summary.Results) == 0 {
		return err
	}
	end := summary.Results[0].Err
	a.drifted(p, found, end)
	switch {
	case fault.KindOf(end) == fault.Technical:
		return exit(fault.Technical.ExitCode())
	case end != nil || slices.ContainsFunc(slices.Collect(maps.Values(found)), func(f robot.Found) bool { return f.State == act.Doubtful || f.State == act.Missing }):
		return exit(fault.Halted.ExitCode())
	}
	return nil
}

// drifted says of each element of the scenario how it was found.
func (a *app) drifted(p *plan.Plan, found map[string]robot.Found, end error) {
	counts := map[act.State]int{}
	for _, f := range recorded(p.Scenario()) {
		if met, ok := found[f.System+": "+f.Screen+"/"+f.Element]; ok {
			f = met
		}
		counts[f.State]++
		a.element(f)
	}
	if a.json {
		a.object(a.out, map[string]any{"certain": counts[act.Certain], "moved": counts[act.Moved], "doubtful": counts[act.Doubtful], "gone": counts[act.Missing], "not met": counts[notMet], "fault": described(end, a.speaks())})
		return
	}
	a.say(speech.Say("%d certain, %d moved, %d doubtful, %d gone, %d not met", "%d sicher, %d verschoben, %d zweifelhaft, %d fehlen, %d nicht angetroffen",
		counts[act.Certain], counts[act.Moved], counts[act.Doubtful], counts[act.Missing], counts[notMet]))
	if end != nil {
		a.say(speech.Say("the way ended early: %s", "der Weg endete vorzeitig: %s", described(end, a.speaks())))
	}
}

// recorded are all elements of a scenario, none met so far.
func recorded(s *scenarios.Scenario) (out []robot.Found) {
	for _, sys := range s.Systems {
		if s.Elements[sys.Name] == nil {
			continue
		}
		for _, screen := range s.Elements[sys.Name].Screens {
			for _, e := range screen.Elements {
				out = append(out, robot.Found{System: sys.Name, Screen: screen.Name, Element: e.Name, Finding: act.Finding{State: notMet}})
			}
		}
	}
	return out
}

// notMet is the state of elements whose screens the case did not come to.
const notMet act.State = "not met"

func described(err error, lang speech.Lang) string {
	if err == nil {
		return ""
	}
	return fault.Describe(err, lang)
}

// element says how one element was found.
func (a *app) element(f robot.Found) {
	now := ""
	if f.Now != nil && f.State != act.Certain {
		now = f.Now.New.Role + " " + f.Now.New.Name
	}
	if a.json {
		a.object(a.out, map[string]any{"system": f.System, "element": f.Screen + "/" + f.Element, "state": f.State, "now": now})
		return
	}
	line := fmt.Sprintf("%-12s %s: %s/%s", stateWord(f.State).In(a.speaks()), f.System, f.Screen, f.Element)
	if now != "" {
		line += " → " + strings.TrimSpace(now)
	}
	fmt.Fprintln(a.out, line)
}

func stateWord(s act.State) speech.Text {
	return map[act.State]speech.Text{
		act.Certain: speech.Say("certain", "sicher"), act.Moved: speech.Say("moved", "verschoben"), act.Doubtful: speech.Say("doubtful", "zweifelhaft"),
		act.Missing: speech.Say("gone", "fehlt"), notMet: speech.Say("not met", "nicht da"),
	}[s]
}
