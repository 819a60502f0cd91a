// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/recorder"
	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/recorder/revision"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// drafted makes a scenario of a recording, or brings the one that is there up to
// date, and says what a person should look at.
func (a *app) drafted(log *recorder.Log, dir string, o recordOptions) error {
	d, err := draft.New(log.Events(), draft.Options{Title: o.title, Lang: a.speaks()})
	if err != nil {
		return err
	}
	remarks, values := d.Remarks, d.Case
	if _, err := os.Stat(filepath.Join(dir, format.ScenarioFile)); err == nil {
		err = a.revised(log, d, dir)
		if err != nil {
			return err
		}
	} else if err := a.fresh(log, d, dir); err != nil {
		return err
	}
	for _, r := range remarks {
		a.notice(string(r.Kind), r.Step, r.Says, r.Hint)
	}
	return o.keep(values)
}

// fresh writes a new scenario and, if there is none, where its systems are.
func (a *app) fresh(log *recorder.Log, d *draft.Draft, dir string) error {
	if err := a.writeFiles(dir, format.Write(d.Scenario)); err != nil {
		return err
	}
	for system := range d.Scenario.Elements {
		if err := a.illustrated(log, d, dir, system); err != nil {
			return err
		}
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
func (a *app) revised(log *recorder.Log, d *draft.Draft, dir string) error {
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
	for system := range d.Scenario.Elements {
		if _, changed := r.Files["elements/"+system+".yaml"]; !changed {
			continue // its pictures are part of what was approved
		}
		if err := a.illustrated(log, d, dir, system); err != nil {
			return err
		}
	}
	return nil
}

// illustrated brings the pictures of a system's elements into the scenario's
// folder.
func (a *app) illustrated(log *recorder.Log, d *draft.Draft, dir, system string) error {
	for _, s := range d.Scenario.Elements[system].Screens {
		for _, e := range s.Elements {
			if e.Picture == "" {
				continue
			}
			picture, err := log.Picture(d.Pictures[e.Picture])
			if err == nil && len(picture) > 0 {
				err = (target{force: true}).save(filepath.Join(dir, filepath.FromSlash(e.Picture)), picture)
			}
			if err != nil {
				return err
			}
		}
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
