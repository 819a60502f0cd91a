// SPDX-License-Identifier: EUPL-1.2

package revision

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
)

// steps proposes the steps that the old scenario does not have, where the
// recording did them.
func (r *reviser) steps() {
	stay := func(system string, t scenarios.Target) (string, scenarios.Target) { return system, t }
	old, fresh := leaves(r.old.Steps, stay), leaves(r.fresh.Steps, r.where)
	same := common(old, fresh)
	seen := map[int]bool{}
	for j, i := range same {
		seen[i] = true
		r.learn(old[i].step.Act, fresh[j].step.Act)
	}
	r.commits(old, fresh, same)
	r.newSystems()
	before := -1 // the old leaf that the last one was found as
	done := map[*scenarios.Step]bool{}
	for j, f := range fresh {
		if i, ok := same[j]; ok {
			before = i
			continue
		}
		r.insert(f, old, before, next(same, j, len(fresh)), done)
	}
	for i, o := range old {
		if !seen[i] && r.isRecorded(o.system) {
			r.say(Unseen, "step %s was not done in the recording, and stays: %s", "der Schritt %s kam in der Aufzeichnung nicht vor und bleibt: %s", o.step.Number, line(*o.step))
		}
	}
}

// commits says where the recording proposes a commit and a click stands.
func (r *reviser) commits(old, fresh []leaf, same map[int]int) {
	for j := range fresh {
		i, ok := same[j]
		if !ok {
			continue
		}
		_, proposed := fresh[j].step.Act.(*scenarios.Commit)
		if click, is := old[i].step.Act.(*scenarios.Click); is && proposed {
			r.say(ByHand, "step %s is a click, and the recording proposes a commit: %s", "der Schritt %s ist ein click, und die Aufzeichnung schlägt ein commit vor: %s", old[i].step.Number, click.Target.String())
		}
	}
}

func (r *reviser) isRecorded(system string) bool {
	for _, old := range r.systems {
		if old == system {
			return true
		}
	}
	return false
}

// next is the old leaf of the next one that was found, or -1.
func next(same map[int]int, j, all int) int {
	for ; j < all; j++ {
		if i, ok := same[j]; ok {
			return i
		}
	}
	return -1
}

// insert puts a new step behind the one that it followed, or in front of the
// next; a block of which nothing is known comes at the end.
func (r *reviser) insert(f leaf, old []leaf, before, after int, done map[*scenarios.Step]bool) {
	system := r.systems[f.system]
	step := *f.step
	switch {
	case done[f.block]:
	case f.loop:
		r.say(ByHand, "new in a loop: %s", "neu in einer Schleife: %s", line(step))
	case before >= 0 && old[before].system == system && system != "":
		r.rename(f.system, &step)
		r.put(old[before].step, step, true)
	case after >= 0 && old[after].system == system && system != "":
		r.rename(f.system, &step)
		r.put(old[after].step, step, false)
	default:
		done[f.block] = true
		whole := *f.block
		in := whole.Act.(*scenarios.In)
		if system == "" {
			system = f.system
		}
		r.rename(f.system, &whole)
		r.putLast(scenarios.Step{Act: &scenarios.In{System: system, Do: in.Do}})
	}
}

// put writes a step behind another, or in front of it.
func (r *reviser) put(at *scenarios.Step, s scenarios.Step, behind bool) {
	lines := linesOf(r.files[format.ScenarioFile])
	from := at.At.Line
	dash := strings.LastIndex(upTo(lines[from-1], at.At.Column-1), "-")
	if dash < 0 || strings.Trim(lines[from-1][:dash], " -") != "" {
		r.say(ByHand, "new behind step %s: %s", "neu nach Schritt %s: %s", at.Number, line(s))
		return
	}
	text := format.Steps([]scenarios.Step{s}, dash)
	if behind {
		r.edit(format.ScenarioFile).before(endOf(lines, from, dash)+1, text)
		r.say(Added, "new behind step %s: %s", "neu nach Schritt %s: %s", at.Number, line(s))
		return
	}
	if strings.Contains(lines[from-1][:dash], "-") {
		r.say(ByHand, "new before step %s: %s", "neu vor Schritt %s: %s", at.Number, line(s))
		return
	}
	r.edit(format.ScenarioFile).before(from, text)
	r.say(Added, "new before step %s: %s", "neu vor Schritt %s: %s", at.Number, line(s))
}

func upTo(line string, column int) string {
	runes := []rune(line)
	return string(runes[:min(max(column, 0), len(runes))])
}

// line is a step as the file writes it, on one line.
func line(s scenarios.Step) string {
	first, rest, _ := strings.Cut(strings.TrimPrefix(format.Steps([]scenarios.Step{s}, 0), "- "), "\n")
	if strings.TrimSpace(rest) != "" {
		first += " …"
	}
	return first
}

// putLast writes a block behind all steps.
func (r *reviser) putLast(s scenarios.Step) {
	last := r.old.Steps[len(r.old.Steps)-1]
	r.put(&last, s, true)
}

// newSystems adds the systems that only the recording knows.
func (r *reviser) newSystems() {
	for _, sys := range r.fresh.Systems {
		if r.systems[sys.Name] != "" {
			continue
		}
		used := false
		scenarios.Walk(r.fresh.Steps, func(s *scenarios.Step) {
			in, ok := s.Act.(*scenarios.In)
			used = used || ok && in.System == sys.Name
		})
		if !used || r.old.System(sys.Name) != nil {
			r.say(ByHand, "the system %q of the recording is not in the scenario", "das System „%s“ der Aufzeichnung ist nicht im Ablauf", sys.Title)
			continue
		}
		for i := range sys.LogIn {
			r.rename(sys.Name, &sys.LogIn[i])
		}
		r.addBelow("systems", func(indent int) string { return format.System(sys, indent) })
		files := format.Write(&scenarios.Scenario{Elements: map[string]*scenarios.Elements{sys.Name: r.fresh.Elements[sys.Name]}})
		name := "elements/" + sys.Name + ".yaml"
		r.files[name] = nil
		r.edit(name).before(1, string(files[name]))
		r.say(Added, "the system %q is new", "das System „%s“ ist neu", sys.Title)
	}
}

func (r *reviser) addInput(in scenarios.Input) {
	r.addBelow("inputs", func(indent int) string { return format.Input(in, indent) })
	r.say(Added, "the input %q is new: %s", "die Eingabe „%s“ ist neu: %s", in.Label, in.Name)
}

// addBelow writes lines behind the last entry of a section of the scenario; a
// section that is not there is begun.
func (r *reviser) addBelow(section string, text func(indent int) string) {
	data := r.files[format.ScenarioFile]
	var report source.Report
	n := yaml.Read(&report, format.ScenarioFile, data)
	if n == nil || n.Kind != yaml.Mapping {
		return
	}
	lines := linesOf(data)
	for _, e := range n.Entries {
		if e.Key == section && e.Value != nil && len(e.Value.Entries) > 0 {
			last := e.Value.Entries[len(e.Value.Entries)-1]
			r.edit(format.ScenarioFile).before(endOf(lines, last.KeyAt.Line, last.KeyAt.Column-1)+1, text(last.KeyAt.Column-1))
			return
		}
	}
	for _, e := range n.Entries {
		if e.Key == "systems" || e.Key == "steps" {
			heading := ""
			if !r.taken["section "+section] {
				heading = section + ":\n"
			}
			r.taken["section "+section] = true
			r.edit(format.ScenarioFile).before(e.KeyAt.Line, heading+text(2))
			return
		}
	}
}
