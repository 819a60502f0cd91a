// SPDX-License-Identifier: EUPL-1.2

package robot

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/evidence"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Order is a scenario to be performed over many cases.
type Order struct {
	Plan *plan.Plan
	// ID names the order; its folder is Dir.
	ID, Dir string
	// Folder keeps the journal, unless it is Dir itself.
	Folder  journal.Folder
	Keys    *journal.Keys
	Version string
	// Anchor is a folder elsewhere that receives every checkpoint of the
	// journal; empty is none.
	Anchor string
	// StartedBy is who gave the order.
	StartedBy string
	// Cases are the inputs as text, case 1 first. Common holds for all.
	Cases  []map[string]string
	Common map[string]string
	Crew   run.Crew
	// Begun and Finished tell about every case.
	Begun    func(number int, reference string)
	Finished func(run.Result)
}

// Summary is how an order ended.
type Summary struct {
	Order   string
	Dir     string
	Results []run.Result
	// Waiting counts the cases that are not over.
	Waiting int
	// Torn is what a crash had left unfinished and a resume cut off.
	Torn []journal.Torn
}

// Run performs an order from its beginning.
func Run(ctx context.Context, o Order) (Summary, error) {
	j, err := journal.Create(o.folder(), o.identity(), o.Keys, time.Now)
	if err != nil {
		return Summary{}, err
	}
	var states []journal.CaseFound
	for n := range o.Cases {
		states = append(states, journal.CaseFound{Number: n + 1, State: journal.NotBegun})
	}
	return o.perform(ctx, j, states, nil)
}

// Resume goes on with an order: cases that have ended are left alone, those
// that were interrupted or wait are taken up, those not begun are begun.
func Resume(ctx context.Context, o Order) (Summary, error) {
	j, found, err := journal.Open(o.folder(), o.Keys, time.Now)
	if err != nil {
		return Summary{}, err
	}
	if err := o.same(found); err != nil {
		return Summary{}, errors.Join(err, j.Close())
	}
	o.ID = found.Order.ID
	return o.perform(ctx, j, found.Cases, found.Torn)
}

func (o Order) folder() journal.Folder {
	if o.Folder != nil {
		return o.Folder
	}
	return disk.At(o.Dir)
}

// same refuses to go on with another scenario than the one that was begun.
func (o Order) same(found journal.Found) error {
	if found.Order.Scenario.Hash != o.Plan.Scenario().Hash {
		return fault.New(fault.Usage, "robot.resume", speech.Say("the order was begun with another version of the scenario", "der Auftrag wurde mit einer anderen Fassung des Ablaufs begonnen")).
			WithHint(speech.Say("resume with the version %.12s, or begin a new order", "setzen Sie mit der Fassung %.12s fort oder beginnen Sie einen neuen Auftrag", found.Order.Scenario.Hash))
	}
	if found.Order.Environment.Hash != o.Plan.Environment().Hash {
		return fault.New(fault.Usage, "robot.resume", speech.Say("the order was begun in another environment, or it was changed since", "der Auftrag wurde in einer anderen Umgebung begonnen, oder sie wurde seither geändert")).
			WithHint(speech.Say("resume with the environment %q as it was, or begin a new order", "setzen Sie mit der Umgebung „%s“ fort, wie sie war, oder beginnen Sie einen neuen Auftrag", found.Order.Environment.Name))
	}
	if found.Order.Cases != len(o.Cases) {
		return fault.New(fault.Usage, "robot.resume", speech.Say("the order has %d cases, the file %d", "der Auftrag hat %d Vorgänge, die Datei %d", found.Order.Cases, len(o.Cases))).
			WithHint(speech.Say("give the same --cases as before", "geben Sie dieselbe Datei mit --cases an wie zuvor"))
	}
	return nil
}

func (o Order) identity() journal.Order {
	s, env := o.Plan.Scenario(), o.Plan.Environment()
	return journal.Order{
		ID: o.ID, Scenario: journal.Item{Name: s.Title, Hash: s.Hash}, Environment: journal.Item{Name: env.Name, Hash: env.Hash},
		Rulebooks: o.Plan.Rulebooks(), Version: o.Version, StartedBy: o.StartedBy, Approval: journal.NotApproved,
		Cases: len(o.Cases), KeptFor: o.Plan.KeptFor(),
	}
}

// perform works the cases one after the other; a bad one never stops the
// others. Only a journal that cannot be written does, or a person.
func (o Order) perform(ctx context.Context, j *journal.Journal, cases []journal.CaseFound, torn []journal.Torn) (Summary, error) {
	if o.Anchor != "" {
		if err := j.Anchor(disk.At(o.Anchor)); err != nil {
			return Summary{}, errors.Join(err, j.Close())
		}
	}
	store := evidence.At(filepath.Join(o.Dir, "evidence"))
	o.Crew.Evidence = &store
	robot := run.New(o.Plan, o.ID, o.Crew)
	summary := Summary{Order: o.ID, Dir: o.Dir, Torn: torn}
	defer robot.Close(context.WithoutCancel(ctx))
	for _, c := range cases {
		if ctx.Err() != nil {
			break
		}
		result, err := o.one(ctx, j, robot, c)
		if err != nil {
			return summary, errors.Join(err, j.Close())
		}
		summary.Results = append(summary.Results, result)
		if result.Waits {
			summary.Waiting++
		}
		if o.Finished != nil {
			o.Finished(result)
		}
	}
	if ctx.Err() != nil || summary.Waiting > 0 {
		return summary, errors.Join(ctx.Err(), j.Close())
	}
	return summary, j.End(journal.Summary{Outcome: journal.Done})
}

// one performs a case as far as it has not been performed.
func (o Order) one(ctx context.Context, j *journal.Journal, robot *run.Robot, c journal.CaseFound) (run.Result, error) {
	switch c.State {
	case journal.Finished:
		return run.Result{Number: c.Number, Outcome: c.Outcome}, nil
	case journal.NotBegun:
		return o.begin(ctx, j, robot, c.Number)
	}
	log, err := j.Resume(c.Number)
	if err != nil {
		return run.Result{}, err
	}
	o.tell(c.Number, "")
	result := robot.Resume(ctx, c.Number, log)
	return result, broken(result.Err)
}

func (o Order) begin(ctx context.Context, j *journal.Journal, robot *run.Robot, number int) (run.Result, error) {
	given := maps.Clone(o.Cases[number-1])
	for name, text := range o.Common {
		given[name] = text
	}
	inputs, wrong := o.Plan.Inputs(given)
	reference := o.Plan.Reference(inputs)
	log, err := j.Begin(number, reference, present(inputs))
	if err != nil {
		return run.Result{}, err
	}
	o.tell(number, reference)
	result := run.Result{}
	if wrong != nil {
		result = robot.Refuse(ctx, number, log, wrong)
	} else {
		result = robot.Case(ctx, number, log, inputs)
	}
	return result, broken(result.Err)
}

// present leaves out what nobody gave.
func present(inputs map[string]value.Value) map[string]value.Value {
	out := map[string]value.Value{}
	for name, v := range inputs {
		if !v.IsMissing() {
			out[name] = v
		}
	}
	return out
}

func (o Order) tell(number int, reference string) {
	if o.Begun != nil {
		o.Begun(number, reference)
	}
}

// broken recognises a journal that can no longer be written: then nothing more
// may happen.
func broken(err error) error {
	for f, ok := errors.AsType[*fault.Fault](err); ok; f, ok = errors.AsType[*fault.Fault](f.Err) {
		if strings.HasPrefix(f.Op, "journal.") || strings.HasPrefix(f.Op, "disk.") {
			return err
		}
		if f.Err == nil {
			break
		}
	}
	return nil
}

// Latest finds the newest order in the home.
func (h Home) Latest() (string, error) {
	entries, err := os.ReadDir(h.Orders())
	if err == nil && len(entries) > 0 {
		return filepath.Join(h.Orders(), entries[len(entries)-1].Name()), nil
	}
	return "", fault.New(fault.Usage, "robot.latest", speech.Say("there is no order yet in %s", "in %s gibt es noch keinen Auftrag", h.Orders()))
}
