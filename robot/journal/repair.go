// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"encoding/json"

	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// repair looks at every case that has not ended, and finishes what a crash
// interrupted: a seal that is missing, a key that was to be deleted.
func (j *Journal) repair(found *Found) error {
	for n := 1; n <= j.last; n++ {
		c := j.cases[n]
		if c == nil {
			continue
		}
		if c.Erased {
			if err := j.keep(j.folder.Remove(proof.CaseKey(n))); err != nil {
				return err
			}
		}
		if c.State == Finished {
			continue
		}
		if err := j.examine(c, found); err != nil {
			return err
		}
	}
	return nil
}

// examine reads the log of a case for its state.
func (j *Journal) examine(c *CaseFound, found *Found) error {
	log, lines, torn, err := j.caseChain(c.Number)
	if err != nil {
		return err
	}
	found.Torn = append(found.Torn, tornOf(log.name, torn)...)
	if len(lines) == 0 {
		c.State = NotBegun
		return nil
	}
	var last line
	if err := json.Unmarshal(lines[len(lines)-1], &last); err != nil {
		return unreadable(c.Number)
	}
	sealed := c.Lines
	c.State, c.Lines, c.Outcome = stateOf(last), len(lines), last.Outcome
	if c.State == Running || sealed == c.Lines {
		return nil
	}
	return j.sealLocked(c, last.Event, &log)
}

func stateOf(last line) State {
	switch {
	case last.Event == Ended:
		return Finished
	case last.Waits:
		return Waiting
	}
	return Running
}

// caseChain reads the log of a case and the chain that goes on from it.
func (j *Journal) caseChain(number int) (log chain, lines [][]byte, torn []byte, err error) {
	log = chain{name: proof.CaseLog(number), prev: j.first}
	data, err := j.folder.Read(log.name)
	if err != nil {
		return log, nil, nil, err
	}
	lines, torn = proof.Lines(data)
	if f := proof.CheckLog(lines, j.first, nil, false); !f.OK() {
		return log, nil, nil, evidence(findingText(speech.Say("the log of case %d", "das Journal des Vorgangs %d", number), f))
	}
	for _, raw := range lines {
		log.take(raw)
	}
	return log, lines, torn, nil
}

func unreadable(number int) error {
	return evidence(speech.Say("the log of case %d cannot be read", "das Journal des Vorgangs %d ist nicht lesbar", number))
}
