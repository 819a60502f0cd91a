// SPDX-License-Identifier: EUPL-1.2

package revision

import (
	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Renew writes how one element is found now, and leaves everything else in the
// files of a scenario's folder as it stands. The element bears its old name.
func Renew(files map[string][]byte, system, screen string, now scenarios.Element) (*Revision, error) {
	old, err := read(files)
	if err != nil {
		return nil, err
	}
	s, known := old.Elements[system].Find(scenarios.Target{Screen: screen, Element: now.Name})
	if known == nil {
		return nil, fault.New(fault.Usage, "revision.renew", speech.Say("there is no element %s/%s in %s any more", "es gibt kein Element %s/%s mehr in %s", screen, now.Name, system)).
			WithHint(speech.Say("the scenario was changed since; reject the proposal", "der Ablauf wurde seither geändert; lehnen Sie den Vorschlag ab"))
	}
	r := newReviser(old, files, &draft.Draft{Scenario: &scenarios.Scenario{}})
	name := "elements/" + system + ".yaml"
	var report source.Report
	n := yaml.Read(&report, name, files[name])
	r.renewElement(name, n.Get("screens").Get(screen).Get("elements"), s, known, now)
	return r.finished()
}
