// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Begin begins a case with its file number and inputs, both sealed. Number 0
// takes the next number. Numbers leave no gap: an order that knows how many
// cases it has may begin them in any order, else each is one more than the
// last.
func (j *Journal) Begin(number int, reference string, inputs map[string]value.Value) (*Case, error) {
	number, err := j.claim(number)
	if err != nil {
		return nil, err
	}
	key, err := makeKey(j.folder, number, j.keys)
	if err != nil {
		return nil, j.keep(err)
	}
	c := &Case{journal: j, number: number, key: key, chain: chain{name: proof.CaseLog(number), prev: j.first}}
	if err := c.write(Event{Kind: Begun, Case: number, Reference: reference, Values: inputs}, true); err != nil {
		j.mark(number, NotBegun)
		j.release(number)
		return nil, err
	}
	return c, nil
}

// claim writes the order's line about a case that begins.
func (j *Journal) claim(number int) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if number == 0 {
		number = j.last + 1
	}
	if err := j.mayBegin(number); err != nil {
		return 0, err
	}
	if j.cases[number] == nil { // else a crash left the line, but no more
		if err := j.write(&j.log, line{Event: Begun, Case: number}, true); err != nil {
			return 0, err
		}
	}
	j.cases[number] = &CaseFound{Number: number, State: Running}
	j.live[number] = true
	j.last = max(j.last, number)
	return number, nil
}

func (j *Journal) mayBegin(number int) error {
	limit := j.order.Cases
	if limit == 0 {
		limit = j.last + 1
	}
	if number < 1 || number > limit {
		return numberFault("case %d would leave a gap: at most %d may begin now", "Vorgang %d ließe eine Lücke: höchstens %d darf jetzt beginnen", number, limit)
	}
	if found := j.cases[number]; j.live[number] || found != nil && found.State != NotBegun {
		return numberFault("case %d has already begun", "Vorgang %d hat schon begonnen", number)
	}
	return nil
}

func (j *Journal) mark(number int, state State) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.cases[number].State = state
}

func (j *Journal) release(number int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	delete(j.live, number)
}

func numberFault(en, de string, args ...any) error {
	return fault.New(fault.Usage, "journal.case", speech.Say(en, de, args...))
}
