// SPDX-License-Identifier: EUPL-1.2

package run

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// The words under which events tell about blocks and intents. They stand in
// journals and do not change.
const (
	aboutBlock  = "in"     // key of the block that an intent stands in
	aboutSystem = "system" // name of the system
	aboutIntent = "intent" // what became of it: done, not done, not needed
	aboutDone   = "block"  // done: the block is over
	aboutWay    = "variant"
)

const (
	isDone    = "done"
	isNotDone = "not done"
)

// past is what the journal tells about an earlier attempt at the case. The
// zero past is a case that begins.
type past struct {
	blocks   map[string]bool   // blocks that are over
	variants map[string]int    // the variant an either had come to
	last     map[string]string // block → key of its last commit that is done
	ids      []string          // of the commits that are done
	doubt    *intent           // an intent without a result
	skipTo   string            // steps are skipped up to and including this one
}

// intent is an announced step whose result is not known.
type intent struct {
	key, block, system, id string
	at                     time.Time
}

func (p *past) blockDone(key string) bool { return p.blocks[key] }

func (p *past) variant(key string) int { return p.variants[key] }

// enter begins a block: what was done in it before its last commit is not
// done again.
func (p *past) enter(block string) { p.skipTo = p.last[block] }

func (p *past) skips(key string) bool {
	if p.skipTo == "" {
		return false
	}
	if p.skipTo == key {
		p.skipTo = ""
	}
	return true
}

func (p *past) committed(block, key, id string) {
	if p.last == nil {
		p.last = map[string]string{}
	}
	p.last[block] = key
	p.ids = append(p.ids, id)
}

// recall reads the past of the case from its journal.
func (w *work) recall() error {
	events, err := w.log.Events()
	if err != nil {
		return err
	}
	if w.vars, err = w.log.Values(); err != nil {
		return err
	}
	p := &past{blocks: map[string]bool{}, variants: map[string]int{}, last: map[string]string{}}
	for _, e := range events {
		p.read(e)
	}
	w.past, w.commits = p, p.ids
	return nil
}

func (p *past) read(e journal.Event) {
	key := e.Step
	switch {
	case e.Kind == journal.Intent:
		p.doubt = &intent{key: key, block: e.About[aboutBlock], system: e.About[aboutSystem], id: e.ID, at: e.At}
	case e.About[aboutIntent] != "":
		if e.About[aboutIntent] == isDone && p.doubt != nil {
			p.committed(p.doubt.block, p.doubt.key, p.doubt.id)
		}
		p.doubt = nil
	case e.About[aboutDone] == isDone:
		p.blocks[key] = true
	case e.About[aboutWay] != "":
		n, _ := strconv.Atoi(e.About[aboutWay])
		p.variants[key] = max(n-1, 0)
	}
}

// settle decides what became of an intent without a result, before anything
// else is done.
func (w *work) settle(ctx context.Context) error {
	d := w.past.doubt
	if d == nil {
		return nil
	}
	step := w.find(d.key)
	if step == nil {
		return inDoubtFault(d.id, errNoStep(d.key))
	}
	w.at, w.system, w.block = step, w.plan.Scenario().System(d.system), d.block
	_, w.loop, _ = strings.Cut(d.key, "#")
	if w.loop != "" {
		w.loop = "#" + w.loop
	}
	err := w.inDoubt(ctx, step, step.Act.(*scenarios.Commit), d.at, nil)
	w.system, w.block, w.loop = nil, "", ""
	return err
}

func (w *work) find(key string) *scenarios.Step {
	number, _, _ := strings.Cut(key, "#")
	var found *scenarios.Step
	scenarios.Walk(w.plan.Scenario().Steps, func(s *scenarios.Step) {
		if _, isCommit := s.Act.(*scenarios.Commit); isCommit && s.Number == number {
			found = s
		}
	})
	return found
}
