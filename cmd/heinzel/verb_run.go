// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/cases"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// runOptions are the flags of run.
type runOptions struct {
	one, many, environment, order string
	set                           []string
	rehearse, resume, headful     bool
	oneBrowser                    bool
	browser                       string
	showValues                    bool
	anchor                        string
}

func (a *app) run() *cobra.Command {
	o := runOptions{}
	cmd := &cobra.Command{
		Use: "run DIR", Short: "perform a scenario over one case or many", Args: cobra.ExactArgs(1),
		Long: "Performs a scenario. One bad case never stops the others. Every order keeps a journal in a folder of its own.\n" +
			"What is shown of a case's values goes to a terminal only, unless --show-values is given." +
			exitStatus("0 every case is done", "2 wrong use or an invalid file", "3 a case ended in a business fault", "4 a case ended in a technical fault",
				"5 a case halted: a person is needed", "6 not approved"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.perform(cmd.Context(), args[0], o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.one, "case", "", "JSON file with one case")
	f.StringVar(&o.many, "cases", "", "CSV, XLSX or JSON file with cases")
	f.StringVar(&o.environment, "environment", "", "name or path of the environment")
	f.StringArrayVar(&o.set, "set", nil, "name=value for every case")
	f.StringVar(&o.order, "order", "", "folder of the order's journal (default: a new one in Heinzel's home; with --resume the newest)")
	f.BoolVar(&o.rehearse, "rehearse", false, "touch nothing: every screen is imaginary")
	f.BoolVar(&o.resume, "resume", false, "go on with an order that was interrupted")
	f.BoolVar(&o.headful, "headful", false, "show the browser's windows")
	f.StringVar(&o.browser, "browser", "", browserHelp)
	f.BoolVar(&o.oneBrowser, "one-browser", false, "let all systems share one browser process, each with its own cookies; saves memory")
	f.StringVar(&o.anchor, "anchor", "", "a second place, such as a folder of the audit office, that receives every signed checkpoint of the journal")
	f.BoolVar(&o.showValues, "show-values", false, "show values of cases even where no terminal is")
	return cmd
}

func (a *app) perform(ctx context.Context, dir string, o runOptions) error {
	p, err := a.load(dir, o.environment)
	if err != nil {
		return err
	}
	if !o.rehearse && !a.json {
		fmt.Fprintln(a.err, "heinzel: "+speech.Say("not approved: test operation", "nicht freigegeben: Testbetrieb").In(a.speaks()))
	}
	order, err := a.orderOf(dir, p, o)
	if err != nil {
		return err
	}
	if o.rehearse {
		defer os.RemoveAll(order.Dir)
	}
	printer := a.printer(p, o, len(order.Cases))
	order.Begun, order.Crew.Tell, order.Finished = printer.begun, printer.step, printer.finished
	perform := robot.Run
	if o.resume {
		perform = robot.Resume
	}
	summary, err := perform(ctx, order)
	printer.summary(summary, p)
	if summary.Dir != "" && !o.rehearse {
		err = errors.Join(err, a.report(order, summary, o.showValues))
	}
	if err != nil {
		return err
	}
	return worst(summary.Results)
}

// load reads a plan and prints what is wrong with it.
func (a *app) load(dir, environment string) (*plan.Plan, error) {
	src, err := robot.FromDisk(dir, environment)
	if err != nil {
		return nil, err
	}
	var report source.Report
	p, err := robot.Load(&report, src)
	if err != nil {
		return nil, err
	}
	return p, a.diagnose(&report)
}

func (a *app) orderOf(dir string, p *plan.Plan, o runOptions) (robot.Order, error) {
	order := robot.Order{Plan: p, Version: programVersion(), StartedBy: userName(), Anchor: o.anchor}
	home, err := robot.FindHome()
	if err != nil {
		return order, err
	}
	if order.Keys, err = journal.LoadOrCreateKeys(home.Keys()); err != nil {
		return order, err
	}
	if order.Common, err = settings(o.set); err != nil {
		return order, err
	}
	if order.Cases, err = readCases(p, o, order.Common); err != nil {
		return order, err
	}
	if order.Crew, err = a.crew(dir, p, o); err != nil {
		return order, err
	}
	order.Crew.Files = run.Files{Scenario: dir, Cases: filepath.Dir(o.file())}
	if o.file() == "" {
		order.Crew.Files.Cases = dir
	}
	order.ID, order.Dir, err = orderFolder(home, o)
	return order, err
}

// worksBrowser reports whether the plan needs a browser.
func worksBrowser(p *plan.Plan) bool {
	return slices.ContainsFunc(p.Scenario().Systems, func(s scenarios.System) bool { return s.Kind == scenarios.Browser })
}

func (a *app) crew(dir string, p *plan.Plan, o runOptions) (run.Crew, error) {
	if o.rehearse {
		return robot.Rehearsal(nil), nil
	}
	if _, err := page.Find(o.browser); err != nil && worksBrowser(p) {
		return run.Crew{}, err
	}
	secrets, err := openSecrets()
	if err != nil {
		return run.Crew{}, err
	}
	options := page.Options{Path: o.browser, Headful: o.headful}
	if o.oneBrowser {
		options.Host = &page.Host{}
	}
	propose, err := a.proposer(dir)
	if err != nil {
		return run.Crew{}, err
	}
	crew := robot.Crew(robot.Kept(p.Environment(), secrets.Get), options, propose)
	if isTerminal(a.in) {
		crew.Ask = a.ask
	}
	return crew, nil
}

// ask puts a question on the terminal.
func (a *app) ask(_ context.Context, question string, answers []string) (string, error) {
	fmt.Fprintln(a.err, question)
	for i, answer := range answers {
		fmt.Fprintf(a.err, "  %d  %s\n", i+1, answer)
	}
	line, err := bufio.NewReader(a.in).ReadString('\n')
	line = strings.TrimSpace(line)
	for i, answer := range answers {
		if line == fmt.Sprint(i+1) {
			return answer, nil
		}
	}
	return line, err
}

func settings(set []string) (map[string]string, error) {
	out := map[string]string{}
	for _, s := range set {
		name, text, ok := strings.Cut(s, "=")
		if !ok {
			return nil, fault.New(fault.Usage, "run.set", speech.Say("--set wants name=value, not %q", "--set erwartet name=wert, nicht „%s“", s))
		}
		out[name] = text
	}
	return out, nil
}

// file holds the cases; there may be none.
func (o runOptions) file() string {
	if o.one != "" {
		return o.one
	}
	return o.many
}

// readCases reads the cases; without a file there is one, made of --set alone.
func readCases(p *plan.Plan, o runOptions, common map[string]string) ([]map[string]string, error) {
	file := o.file()
	if file == "" {
		return []map[string]string{{}}, nil
	}
	list, err := cases.Read(file, cases.Given(p.Scenario().Inputs, slices.Collect(maps.Keys(common))...))
	if err != nil {
		return nil, err
	}
	var out []map[string]string
	for _, c := range list {
		out = append(out, c.Values)
	}
	return out, nil
}

// orderFolder is where the order's journal lies, and the order's id.
func orderFolder(home robot.Home, o runOptions) (id, dir string, err error) {
	suffix := make([]byte, 3)
	_, _ = rand.Read(suffix)
	id = time.Now().UTC().Format("20060102-150405-") + hex.EncodeToString(suffix)
	switch {
	case o.rehearse:
		dir, err = os.MkdirTemp("", "heinzel-rehearsal-")
	case o.order != "":
		dir = o.order
	case o.resume:
		dir, err = home.Latest()
	default:
		dir = filepath.Join(home.Orders(), id)
	}
	if o.resume && err == nil {
		if _, statErr := os.Stat(filepath.Join(dir, "order.jsonl")); statErr != nil {
			err = fault.New(fault.Usage, "run.resume", speech.Say("there is no order in %s", "in %s liegt kein Auftrag", dir))
		}
	}
	return id, dir, err
}

func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

// worst gives the exit code of an order: a person is needed before anything
// else, then technical, then business faults.
func worst(results []run.Result) error {
	code := 0
	for _, kind := range []fault.Kind{fault.Business, fault.Technical, fault.Halted, fault.Interrupted} {
		for _, r := range results {
			if r.Outcome == journal.Outcome(kind) {
				code = kind.ExitCode()
			}
		}
	}
	if code == 0 {
		return nil
	}
	return exit(code)
}

// full is the whole text of a fault and its hint or, where values may not be
// shown, what quotes none.
func full(err error, lang speech.Lang, values bool) (text, hint string) {
	switch {
	case err == nil:
		return "", ""
	case values:
		return fault.Describe(err, lang), fault.HintOf(err).In(lang)
	}
	return fault.Public(err, lang), fault.PublicHint(err).In(lang)
}
