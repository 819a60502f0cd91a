// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"path/filepath"
	"slices"
	"time"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/robot/report"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// reportFile is the report's name in the folder of its order.
const reportFile = "report.html"

// reportOptions are what a report may say beyond the order itself.
type reportOptions struct {
	values bool // readers may see values of cases
	ledger *report.Ledger
}

// report leaves the report in the order's folder and says where.
func (a *app) report(order robot.Order, s robot.Summary, values bool) error {
	path := filepath.Join(order.Dir, reportFile)
	if err := a.writeReport(path, order, s, reportOptions{values: values}); err != nil {
		return err
	}
	if !a.json {
		a.say(speech.Say("report   %s", "Bericht  %s", path))
	}
	return nil
}

// writeReport writes the report of an order as one HTML file for the robot's
// user alone.
func (a *app) writeReport(path string, order robot.Order, s robot.Summary, o reportOptions) error {
	r, err := a.reportOn(order, s, o)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := report.HTML(r, &b); err != nil {
		return err
	}
	return disk.At(filepath.Dir(path)).Put(filepath.Base(path), b.Bytes())
}

// reportOn gathers what came of an order: who and when from the journal, the
// cases from the summary.
func (a *app) reportOn(order robot.Order, s robot.Summary, o reportOptions) (report.Report, error) {
	folder := disk.At(order.Dir)
	events, err := journal.Show(folder, 0, nil)
	if err != nil {
		return report.Report{}, err
	}
	r := report.Report{Lang: a.speaks(), ShowValues: o.values, Ledger: o.ledger, NotBegun: len(order.Cases) - len(s.Results)}
	took := map[int]time.Duration{}
	begun := map[int]time.Time{}
	for _, e := range events {
		if slices.Contains([]journal.Kind{journal.Opened, journal.Exported, journal.Erased, journal.NewKey}, e.Kind) {
			continue // what people did afterwards
		}
		if e.Order != nil {
			identify(&r, e)
		}
		if _, known := begun[e.Case]; !known {
			begun[e.Case] = e.At
		}
		r.Ended, took[e.Case] = e.At.Local(), e.At.Sub(begun[e.Case])
	}
	w := wordingOf(order.Plan.Checked(), r.Lang)
	for _, result := range s.Results {
		c, err := w.reportCase(folder, order, result, o.values)
		if err != nil {
			return r, err
		}
		c.Begun, c.Took = begun[result.Number].Local(), took[result.Number]
		r.Cases = append(r.Cases, c)
	}
	r.Proof, err = proofOf(folder, order.Dir, order.Keys)
	return r, err
}

// identify takes what the order says of itself in its first line.
func identify(r *report.Report, e journal.Event) {
	o := e.Order
	r.Title, r.Order, r.Begun, r.StartedBy, r.Environment = o.Scenario.Name, o.ID, e.At.Local(), o.StartedBy, o.Environment.Name
	r.Approval = speech.Same(o.Approval)
	if o.Approval == journal.NotApproved {
		r.Approval = notApproved()
	}
	r.Versions = versions(o)
}

func notApproved() speech.Text {
	return speech.Say("not approved: test operation", "nicht freigegeben: Testbetrieb")
}

func proofOf(folder disk.Folder, dir string, keys *journal.Keys) (report.Proof, error) {
	checkpoint, err := folder.Read(proof.CheckpointFile)
	if absolute, absErr := filepath.Abs(dir); absErr == nil {
		dir = absolute
	}
	key := signer(checkpoint, keys)
	return report.Proof{Command: `heinzel journal verify --key "` + key + `" "` + dir + `"`, PublicKey: key, Checkpoint: string(checkpoint)}, err
}

// signer is the public key that signed a checkpoint: an earlier one, where the
// key was changed since.
func signer(checkpoint []byte, keys *journal.Keys) string {
	for _, e := range keys.History() {
		by, err := proof.Verifiers(e.Key)
		if err != nil {
			continue
		}
		if _, err := proof.OpenCheckpoint(checkpoint, by); err == nil {
			return e.Key
		}
	}
	return keys.Public()
}
