// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/drivers/host/s3270"
	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/cases"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/robot/secret/store"
	"github.com/heinzel-rpa/heinzel/scenarios/examples"
	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// demoOptions are the flags of the demonstration.
type demoOptions struct {
	dir, notices, browser string
	headful, slow         bool
}

// The demonstration's scenario, and the day on which its clerk works.
const (
	demoScenario = "namensaenderung"
	demoDay      = "2026-07-15"
)

func (a *app) demo() *cobra.Command {
	o := demoOptions{}
	cmd := &cobra.Command{
		Use: "demo", Short: "the whole story on the practice applications", Args: cobra.NoArgs,
		Long: "Starts the practice applications and enters 25 notices of changed names: rules decide per notice which systems are concerned, " +
			"the robot enters the change, reads back, and stops where it must not guess. Judged by the ledgers of the applications." +
			exitStatus("0 everything is as expected", "2 wrong use: no browser, no terminal, a folder that cannot be written", "4 something is not as expected", "7 the journal does not verify"),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.demonstrate(cmd.Context(), o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.dir, "dir", "", "folder for ledgers, journal and report (default: a new temporary one, which is kept)")
	f.StringVar(&o.notices, "notices", "utf-8", "encoding of the notices: utf-8 or windows-1252")
	f.StringVar(&o.browser, "browser", "", browserHelp)
	f.BoolVar(&o.headful, "headful", false, "show the browser's windows")
	f.BoolVar(&o.slow, "slow", true, "let the old systems answer after 200 to 800 ms")
	return cmd
}

func (a *app) demonstrate(ctx context.Context, o demoOptions) error {
	if _, err := page.Find(o.browser); err != nil {
		return err
	}
	if _, err := s3270.Find(); err != nil {
		return err
	}
	if err := o.folder(); err != nil {
		return err
	}
	town, err := a.startTown(ctx, o)
	if err != nil {
		return err
	}
	defer town.stop()
	order, err := a.demoOrder(o, town)
	if err != nil {
		return err
	}
	printer := a.demoPrinter(len(order.Cases))
	order.Begun, order.Crew.Tell, order.Finished = printer.begun, printer.step, printer.finished
	summary, err := robot.Run(ctx, order)
	if err != nil {
		return err
	}
	return a.judge(o, order, town, summary)
}

// demoPrinter shows values even in a pipe: the citizens are made up.
func (a *app) demoPrinter(total int) printer {
	if a.json {
		return &wordPrinter{w: a.err, progress: a.err, lang: a.speaks(), total: total, values: true}
	}
	return &wordPrinter{w: a.out, progress: a.err, lang: a.speaks(), total: total, live: isTerminal(a.err), values: true}
}

func (o *demoOptions) folder() error {
	var err error
	if o.dir == "" {
		o.dir, err = os.MkdirTemp("", "heinzel-demo-")
	} else {
		err = os.MkdirAll(o.dir, 0o700)
	}
	if err == nil {
		o.dir, err = filepath.Abs(o.dir)
	}
	return disk.Trouble("demo.folder", o.dir, err)
}

func (a *app) demoOrder(o demoOptions, town *town) (robot.Order, error) {
	p, err := a.demoPlan(o, town)
	if err != nil {
		return robot.Order{}, err
	}
	order := robot.Order{Plan: p, ID: "demo", Dir: o.journal(), Version: programVersion(), StartedBy: "demo", Common: map[string]string{"stichtag": demoDay}}
	if order.Keys, err = journal.LoadOrCreateKeys(filepath.Join(o.dir, "keys")); err != nil {
		return order, err
	}
	if order.Cases, err = o.cases(p); err != nil {
		return order, err
	}
	secrets, err := o.secrets()
	if err != nil {
		return order, err
	}
	order.Crew = robot.Crew(secrets.Get, page.Options{Path: o.browser, Headful: o.headful}, nil)
	return order, nil
}

func (o demoOptions) journal() string { return filepath.Join(o.dir, "order") }

// demoPlan binds the embedded scenario to where the practice town is now.
func (a *app) demoPlan(o demoOptions, town *town) (*plan.Plan, error) {
	scenario, err := fs.Sub(examples.Files, demoScenario)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(o.dir, "demo.yaml"), []byte(town.environment()), 0o600); err != nil {
		return nil, disk.Trouble("demo.environment", o.dir, err)
	}
	var report source.Report
	p, err := robot.Load(&report, robot.Source{Scenario: scenario, Shown: demoScenario, Environment: os.DirFS(o.dir), EnvironmentFile: "demo.yaml"})
	if err != nil {
		return nil, err
	}
	return p, a.diagnose(&report)
}

// cases reads the notices, in the encoding that was asked for.
func (o demoOptions) cases(p *plan.Plan) ([]map[string]string, error) {
	file := map[string]string{"utf-8": "notices.csv", "windows-1252": "notices-windows-1252.csv"}[o.notices]
	if file == "" {
		return nil, fault.New(fault.Usage, "demo", speech.Say("--notices is utf-8 or windows-1252, not %q", "--notices ist utf-8 oder windows-1252, nicht „%s“", o.notices))
	}
	data, err := fs.ReadFile(examples.Files, demoScenario+"/"+file)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(o.dir, file)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return nil, disk.Trouble("demo.notices", path, err)
	}
	list, err := cases.Read(path, cases.Given(p.Scenario().Inputs, "stichtag"))
	var out []map[string]string
	for _, c := range list {
		out = append(out, c.Values)
	}
	return out, err
}

// secrets keeps the practice log-ins as real ones are kept.
func (o demoOptions) secrets() (*store.Store, error) {
	s, err := store.Open(filepath.Join(o.dir, "secrets"))
	if err != nil {
		return nil, err
	}
	for name, text := range map[string]string{
		"melderegister.kennung": practice.MelderegisterUser, "melderegister.kennwort": practice.MelderegisterPassword,
		"bibliothek.zugang": practice.BibliothekToken, "bibliothek.benutzer": practice.BibliothekUser, "bibliothek.passwort": practice.BibliothekPassword,
		"kasse.kennung": practice.KasseUser, "kasse.kennwort": practice.KassePassword,
	} {
		if err := s.Set(name, secret.New(text)); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (t *town) environment() string {
	return fmt.Sprintf(`environment: 1
title: Übungsstadt Kleinsiedel
systems:
  melderegister:
    address: %s/
    secrets: {kennung: melderegister.kennung, kennwort: melderegister.kennwort}
  bibliothek:
    address: %s
    bearer: bibliothek.zugang
  bibliothek_alt:
    address: %s/alt/
    secrets: {benutzer: bibliothek.benutzer, passwort: bibliothek.passwort}
  kasse:
    address: %s
    secrets: {kassenkennung: kasse.kennung, kassenkennwort: kasse.kennwort}
limits: {answer: 15 s, retries: 3, pause: 500 ms}
`, t.Register, t.Library, t.Library, t.Treasury)
}
