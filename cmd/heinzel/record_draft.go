// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/recorder/revision"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// drafted makes a scenario of events, or brings the one that is there up to
// date, and says what a person should look at.
func (a *app) drafted(events []event.Event, dir string, o recordOptions) error {
	d, err := draft.New(events, draft.Options{Title: o.title, Lang: a.speaks()})
	if err != nil {
		return err
	}
	remarks, values := d.Remarks, d.Case
	if _, err := os.Stat(filepath.Join(dir, format.ScenarioFile)); err == nil {
		err = a.revised(d, dir)
		if err != nil {
			return err
		}
	} else if err := a.fresh(d, dir); err != nil {
		return err
	}
	for _, r := range remarks {
		a.notice(string(r.Kind), r.Step, r.Says, r.Hint)
	}
	return o.keep(values)
}

// fresh writes a new scenario and, if there is none, where its systems are.
func (a *app) fresh(d *draft.Draft, dir string) error {
	if err := a.writeFiles(dir, format.Write(d.Scenario)); err != nil {
		return err
	}
	environment := filepath.Join(dir, "..", "environments", filepath.Base(dir)+".yaml")
	if _, err := os.Stat(environment); err == nil {
		return nil
	}
	if err := (target{}).save(environment, d.Environment()); err != nil {
		return err
	}
	a.written(environment)
	return nil
}

// revised writes what a new recording changes, and shows the difference.
func (a *app) revised(d *draft.Draft, dir string) error {
	files, err := filesOf(dir)
	if err != nil {
		return err
	}
	r, err := revision.Of(files, d)
	if err != nil {
		return err
	}
	if err := a.writeFiles(dir, r.Files); err != nil {
		return err
	}
	for _, c := range r.Changes {
		a.notice(string(c.Kind), "", c.Says, speech.Text{})
	}
	return nil
}

// notice says something about the scenario that a person should look at.
func (a *app) notice(kind, step string, says, hint speech.Text) {
	lang := a.speaks()
	if a.json {
		a.object(a.out, map[string]string{"remark": kind, "step": step, "says": says.In(lang), "hint": hint.In(lang)})
		return
	}
	if step != "" {
		step += ": "
	}
	fmt.Fprintln(a.err, "heinzel: "+step+says.In(lang))
	if !hint.IsZero() {
		fmt.Fprintln(a.err, "  "+hint.In(lang))
	}
}
