// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"sync"

	"filippo.io/age"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Case writes the log of one case, until it waits, ends or is left.
type Case struct {
	journal *Journal
	number  int
	key     *age.X25519Identity

	mu     sync.Mutex
	chain  chain
	behind bool // sealed values were written and not yet made durable
	over   bool // nothing more may be written
}

// Number is the number of the case in its order.
func (c *Case) Number() int { return c.number }

// Note writes an event; it need not be durable when Note returns.
func (c *Case) Note(e Event) error { return c.write(e, false) }

// Intend writes an event and makes it durable, with its values and all that
// was noted before.
func (c *Case) Intend(e Event) error { return c.write(e, true) }

// Wait writes an event, a Question unless it says otherwise, seals the case so
// far and lets it go: Resume goes on when a person has answered.
func (c *Case) Wait(e Event) error {
	if e.Kind == "" {
		e.Kind = Question
	}
	return c.finish(e, Waiting)
}

// End ends the case for good. Reason may quote values: it is sealed.
func (c *Case) End(outcome Outcome, reason speech.Text) error {
	return c.finish(Event{Kind: Ended, Outcome: outcome, Reason: reason}, Finished)
}

// Leave lets the case go as it is, durably; Resume may go on with it.
func (c *Case) Leave() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.over {
		return nil
	}
	c.over = true
	defer c.journal.release(c.number)
	if err := c.syncValues(); err != nil {
		return err
	}
	return c.journal.append(c.chain.name, nil, true)
}

func (c *Case) finish(e Event, state State) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.writeLocked(e, true, state == Waiting); err != nil {
		return err
	}
	c.over = true
	return c.journal.seal(c, state, e)
}

func (c *Case) write(e Event, sync bool) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.writeLocked(e, sync, false)
}

// writeLocked seals the values first: a line never commits to a value that a
// crash could lose while the line stays.
func (c *Case) writeLocked(e Event, sync, waits bool) error {
	if c.over {
		return fault.New(fault.Internal, "journal.case", speech.Say("case %d is no longer being written", "Vorgang %d wird nicht mehr geschrieben", c.number))
	}
	s := &sealer{to: c.key.Recipient()}
	l, err := encode(e, s)
	if err != nil {
		return fault.Wrap(fault.Internal, "journal.seal", speech.Say("a value cannot be sealed", "ein Wert lässt sich nicht versiegeln"), err)
	}
	l.Waits = waits
	if err := c.writeValues(s.records.Bytes(), sync); err != nil {
		return err
	}
	return c.journal.write(&c.chain, l, sync)
}

func (c *Case) writeValues(records []byte, sync bool) error {
	if len(records) > 0 {
		if err := c.journal.append(proof.CaseValues(c.number), records, sync); err != nil {
			return err
		}
		c.behind = !sync
		return nil
	}
	if sync {
		return c.syncValues()
	}
	return nil
}

func (c *Case) syncValues() error {
	if !c.behind {
		return nil
	}
	c.behind = false
	return c.journal.append(proof.CaseValues(c.number), nil, true)
}

// Events gives what the case has recorded so far, opened.
func (c *Case) Events() ([]Event, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return Show(c.journal.folder, c.number, c.journal.keys)
}

// Values gives the newest value of every variable that was recorded.
func (c *Case) Values() (map[string]value.Value, error) {
	events, err := c.Events()
	if err != nil {
		return nil, err
	}
	newest := map[string]value.Value{}
	for _, e := range events {
		for name, v := range e.Values {
			newest[name] = v
		}
	}
	return newest, nil
}
