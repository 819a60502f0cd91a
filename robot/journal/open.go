// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"encoding/json"
	"errors"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Open continues the journal of an order and tells what it found there. An
// order's log that does not verify is not continued.
func Open(f Folder, keys *Keys, clock func() time.Time) (*Journal, Found, error) {
	lock, err := f.Lock()
	if err != nil {
		return nil, Found{}, err
	}
	j := newJournal(f, keys, clock, lock)
	found, err := j.open()
	if err != nil {
		return nil, Found{}, errors.Join(err, lock.Close())
	}
	return j, found, nil
}

func (j *Journal) open() (Found, error) {
	lines, torn, err := j.verified()
	if err != nil {
		return Found{}, err
	}
	found := Found{Torn: tornOf(proof.OrderLog, torn)}
	for _, raw := range lines {
		j.log.take(raw)
		if err := j.recall(raw, &found); err != nil {
			return Found{}, err
		}
	}
	j.first, found.Order = proof.LineHash(lines[0]), j.order
	if err := j.repair(&found); err != nil {
		return Found{}, err
	}
	if err := j.write(&j.log, line{Event: Resumed}, true); err != nil {
		return Found{}, err
	}
	if err := j.changeKey(); err != nil {
		return Found{}, err
	}
	j.list(&found)
	return found, j.sign()
}

// verified reads the order's log and holds it against its checkpoint.
func (j *Journal) verified() (lines [][]byte, torn []byte, err error) {
	log, err := j.folder.Read(proof.OrderLog)
	if err != nil {
		return nil, nil, err
	}
	if lines, torn = proof.Lines(log); len(lines) == 0 {
		return nil, nil, fault.New(fault.Usage, "journal.open", speech.Say("there is no order here", "hier gibt es keinen Auftrag"))
	}
	report, err := proof.CheckOrder(j.folder.Read, j.keys.Verifiers())
	if err != nil {
		return nil, nil, err
	}
	if report.Order.State == proof.Unsigned && len(lines) == 1 && report.NoCheckpoint {
		return lines, torn, nil // a crash within Create
	}
	return lines, torn, orderFault(report)
}

// recall takes over what a line of the order's log says.
func (j *Journal) recall(raw []byte, found *Found) error {
	var l line
	if err := json.Unmarshal(raw, &l); err != nil {
		return evidence(speech.Say("a line of the order's log cannot be read", "eine Zeile des Auftragsjournals ist nicht lesbar"))
	}
	found.Closed = l.Event == Closed
	if l.Event == Created && l.Order != nil {
		j.order, j.key = *l.Order, l.Order.Key
	}
	if l.Event == NewKey {
		j.key = l.About["to"]
	}
	if l.Case == 0 {
		return nil
	}
	c := j.cases[l.Case]
	if c == nil {
		c = &CaseFound{Number: l.Case, State: NotBegun}
		j.cases[l.Case] = c
	}
	j.last = max(j.last, l.Case)
	c.recall(l)
	return nil
}

// recall takes over what a line of the order's log says about the case.
func (c *CaseFound) recall(l line) {
	switch {
	case l.Event == Erased:
		c.Erased = true
	case l.Event == Ended:
		c.State, c.Outcome, c.Lines = Finished, l.Outcome, l.Size
	case l.Root != "":
		c.State, c.Lines = Waiting, l.Size
	}
}

// changeKey notes that the keys were changed since the last line.
func (j *Journal) changeKey() error {
	if j.key == "" || j.key == j.keys.public {
		return nil
	}
	return j.write(&j.log, line{Event: NewKey, About: map[string]string{"from": j.key, "to": j.keys.public}}, true)
}

// list gives all cases, with those that the order knows of but never began.
func (j *Journal) list(found *Found) {
	for n := 1; n <= max(j.last, j.order.Cases); n++ {
		if c := j.cases[n]; c != nil {
			found.Cases = append(found.Cases, *c)
			continue
		}
		found.Cases = append(found.Cases, CaseFound{Number: n, State: NotBegun})
	}
}

func tornOf(log string, torn []byte) []Torn {
	if len(torn) == 0 {
		return nil
	}
	return []Torn{{log, len(torn)}}
}
