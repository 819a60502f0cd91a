// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// statementOptions are the flags of statement.
type statementOptions struct {
	caseOptions
	values         bool
	into, scenario string
}

// journalStatement states one case on one sheet, for the file.
func (a *app) journalStatement(common *journalOptions) *cobra.Command {
	o := statementOptions{caseOptions: caseOptions{journalOptions: common}}
	cmd := &cobra.Command{
		Use: "statement DIR", Short: "state one case on one sheet, for the file", Args: cobra.ExactArgs(1),
		Long: "Verifies the journal and writes what was decided and done in one case as one page of HTML that prints on one sheet of A4. " +
			"With --scenario, the folder that ran, steps and rules stand there in its words and with their legal bases. " +
			"Values and the reference are opened with --values; who looked and why is noted in the journal, in clear." +
			exitStatus("0 written", "2 there is no journal or no such case, no reason, or a file of that name is there already", "7 the journal does not verify"),
		RunE: func(_ *cobra.Command, args []string) error { return a.issue(args[0], o) },
	}
	o.asks(cmd)
	cmd.Flags().BoolVar(&o.values, "values", false, "open sealed values; needs --reason")
	cmd.Flags().StringVar(&o.into, "into", "", "file that the statement is written into")
	cmd.Flags().StringVar(&o.scenario, "scenario", "", "folder of the scenario that ran")
	return cmd
}

// issue writes a statement of a journal that verifies, and of no other.
func (a *app) issue(dir string, o statementOptions) error {
	if o.into == "" {
		return fault.New(fault.Usage, "journal.statement", speech.Say("--into is missing", "--into fehlt")).
			WithHint(speech.Say("name the file to write, such as --into statement.html", "nennen Sie die Datei, etwa --into nachweis.html"))
	}
	if _, err := os.Lstat(o.into); err == nil { // before anybody looks at values
		return alreadyThere(o.into)
	}
	folder, err := orderAt(dir)
	if err != nil {
		return err
	}
	keys, err := o.load()
	if err != nil {
		return err
	}
	found, err := journal.Verify(folder, journal.VerifyOptions{By: keys.Verifiers()})
	if err != nil {
		return err
	}
	checked, err := a.ran(o.scenario, found.Identity)
	if err != nil {
		return err
	}
	s, err := a.statement(dir, keys, wordingOf(checked, a.speaks()), o)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := s.HTML(&b); err != nil {
		return err
	}
	if err := writeNew(o.into, b.Bytes()); err != nil {
		return err
	}
	if !a.json {
		a.say(speech.Say("statement  %s", "Nachweis  %s", o.into))
	}
	return nil
}

// ran reads the scenario that the order names; another, or another version of
// it, would put words into the robot's mouth.
func (a *app) ran(dir string, order journal.Order) (*check.Checked, error) {
	if dir == "" {
		return nil, nil
	}
	var report source.Report
	c, err := robot.Check(&report, robot.Source{Scenario: os.DirFS(dir), Shown: filepath.ToSlash(dir)})
	if err != nil {
		return nil, err
	}
	if c == nil {
		return nil, a.diagnose(&report)
	}
	if c.Scenario.Hash != order.Scenario.Hash {
		return nil, fault.New(fault.Usage, "journal.statement", speech.Say("%s is not the version that ran", "%s ist nicht die Fassung, die gelaufen ist", dir)).
			WithHint(speech.Say("give the version %.12s, or leave --scenario out", "geben Sie die Fassung %.12s an, oder lassen Sie --scenario weg", order.Scenario.Hash))
	}
	return c, nil
}
