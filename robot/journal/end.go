// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"errors"
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Summary is how an order ended; the journal adds the counts.
type Summary struct {
	Outcome Outcome
	Text    speech.Text // in clear: no personal data
}

// seal writes size and root of a case's log into the order's log.
func (j *Journal) seal(c *Case, state State, e Event) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	found := &CaseFound{Number: c.number, State: state, Outcome: e.Outcome, Lines: c.chain.lines()}
	return j.sealLocked(found, e.Kind, &c.chain)
}

func (j *Journal) sealLocked(found *CaseFound, kind Kind, log *chain) error {
	delete(j.live, found.Number)
	j.cases[found.Number] = found
	l := line{
		Event: kind, Case: found.Number, Outcome: found.Outcome, Waits: found.State == Waiting,
		Size: log.lines(), Root: proof.Hex(log.tree.Root()),
	}
	if err := j.write(&j.log, l, true); err != nil {
		return err
	}
	return j.sign()
}

// Erase deletes the key of a case, and with it everything sealed about it, and
// notes who wished it and why. The journal still verifies. A case that has not
// ended is refused; one that is erased already is left as it is.
func (j *Journal) Erase(number int, by, reason string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	switch c := j.cases[number]; {
	case c == nil || j.live[number] || c.State != Finished:
		return numberFault("case %d has not ended", "Vorgang %d ist nicht beendet", number)
	case c.Erased:
		return nil
	}
	// The line first: after a crash the deletion is repeated, not forgotten.
	if err := j.write(&j.log, line{Event: Erased, Case: number, About: about(by, reason)}, true); err != nil {
		return err
	}
	if err := j.keep(j.folder.Remove(proof.CaseKey(number))); err != nil {
		return err
	}
	j.cases[number].Erased = true
	return j.sign()
}

// Opened notes who looked at the sealed values of a case, and why.
func (j *Journal) Opened(number int, by, reason string) error {
	return j.remark(line{Event: Opened, Case: number, About: about(by, reason)})
}

// Exported notes who took what of a case out, and why.
func (j *Journal) Exported(number int, what, by, reason string) error {
	words := about(by, reason)
	words["what"] = what
	return j.remark(line{Event: Exported, Case: number, About: words})
}

func about(by, reason string) map[string]string {
	words := map[string]string{"by": by}
	if reason != "" {
		words["reason"] = reason
	}
	return words
}

// remark writes a line about a case that rests, and signs it.
func (j *Journal) remark(l line) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if l.Case > 0 && j.cases[l.Case] == nil {
		return numberFault("there is no case %d in this order", "in diesem Auftrag gibt es keinen Vorgang %d", l.Case)
	}
	if err := j.write(&j.log, l, true); err != nil {
		return err
	}
	return j.sign()
}

// End writes the order's last line, with how many cases came to which end and
// which numbers never began, and gives the folder free.
func (j *Journal) End(s Summary) error {
	j.mu.Lock()
	l := line{Event: Closed, Outcome: s.Outcome, Text: sentenceOf(s.Text), About: j.counts()}
	err := j.write(&j.log, l, true)
	j.mu.Unlock()
	return errors.Join(err, j.Close())
}

// Close signs what is not yet signed and gives the folder free. The order may
// be opened again.
func (j *Journal) Close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.lock == nil {
		return nil
	}
	var err error
	if j.broken() == nil && (j.signed < j.log.lines() || j.away != nil) {
		err = j.sign()
	}
	err = errors.Join(err, j.arrived(), j.lock.Close())
	j.lock = nil
	j.keepClosed()
	return err
}

func (j *Journal) counts() map[string]string {
	number := map[string]int{}
	var missing []string
	for n := 1; n <= max(j.last, j.order.Cases); n++ {
		switch c := j.cases[n]; {
		case c == nil || c.State == NotBegun:
			missing = append(missing, strconv.Itoa(n))
		case c.State == Finished:
			number[string(c.Outcome)]++
		default:
			number[string(c.State)]++
		}
	}
	counts := map[string]string{}
	for word, n := range number {
		counts[word] = strconv.Itoa(n)
	}
	if len(missing) > 0 {
		counts[string(NotBegun)] = strings.Join(missing, " ")
	}
	return counts
}
