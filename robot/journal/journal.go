// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Journal writes the log of one order and those of its cases. Its methods may
// be called at the same time.
type Journal struct {
	folder Folder
	keys   *Keys
	clock  func() time.Time
	lock   io.Closer
	order  Order
	key    string     // that the newest line about keys names
	first  proof.Hash // of the order's first line; the cases hang on it

	mu     sync.Mutex // the order's log, its checkpoint and the cases
	log    chain
	signed int   // lines under the checkpoint
	anchor Store // the second place, if any
	away   error // why the newest checkpoint is not there
	cases  map[int]*CaseFound
	live   map[int]bool // cases that a Case writes now
	last   int          // the highest number begun

	troubleMu sync.Mutex
	trouble   error
}

func newJournal(f Folder, keys *Keys, clock func() time.Time, lock io.Closer) *Journal {
	return &Journal{
		folder: f, keys: keys, clock: clock, lock: lock,
		log:   chain{name: proof.OrderLog},
		cases: map[int]*CaseFound{}, live: map[int]bool{},
	}
}

// Create begins the journal of an order in a folder that has none.
func Create(f Folder, order Order, keys *Keys, clock func() time.Time) (*Journal, error) {
	if err := order.check(); err != nil {
		return nil, err
	}
	lock, err := f.Lock()
	if err != nil {
		return nil, err
	}
	j := newJournal(f, keys, clock, lock)
	if err := j.create(order); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return j, nil
}

func (j *Journal) create(order Order) error {
	have, err := j.folder.Read(proof.OrderLog)
	if err != nil {
		return err
	}
	if lines, _ := proof.Lines(have); len(lines) > 0 {
		return fault.New(fault.Usage, "journal.create", speech.Say("there is already an order here", "hier gibt es schon einen Auftrag")).
			WithHint(speech.Say("go on with it with --resume, or choose another folder", "ihn mit --resume fortsetzen oder einen anderen Ordner wählen"))
	}
	if order.Approval == "" {
		order.Approval = NotApproved
	}
	order.Key = j.keys.public
	j.order = order
	if err := j.write(&j.log, line{Event: Created, Order: &order}, true); err != nil {
		return err
	}
	j.first = j.log.prev
	return j.sign()
}

// Order is the identity of the order.
func (j *Journal) Order() Order { return j.order }

// append hands data to the folder. The first error is kept and given ever
// after: nobody knows what reached the disk.
func (j *Journal) append(name string, data []byte, sync bool) error {
	if err := j.broken(); err != nil {
		return err
	}
	return j.keep(j.folder.Append(name, data, sync))
}

func (j *Journal) broken() error { return j.keep(nil) }

func (j *Journal) keep(err error) error {
	j.troubleMu.Lock()
	defer j.troubleMu.Unlock()
	if j.trouble == nil && err != nil {
		j.trouble = err
	}
	return j.trouble
}

// keepClosed lets every later call fail; an earlier trouble stays the one
// that is told.
func (j *Journal) keepClosed() {
	_ = j.keep(fault.New(fault.Internal, "journal.closed", speech.Say("the journal is closed", "das Journal ist geschlossen")))
}

// write appends a line to a log; whoever calls it holds the log's mutex.
func (j *Journal) write(c *chain, l line, sync bool) error {
	raw, err := c.render(l, j.clock())
	if err != nil {
		return fault.Wrap(fault.Internal, "journal.write", speech.Say("an event cannot be written", "ein Ereignis lässt sich nicht schreiben"), err)
	}
	if err := j.append(c.name, raw, sync); err != nil {
		return err
	}
	c.take(bytes.TrimSuffix(raw, []byte{'\n'}))
	return nil
}

// sign replaces the checkpoint by one over all lines of the order's log.
func (j *Journal) sign() error {
	if err := j.broken(); err != nil {
		return err
	}
	seal := proof.Seal{Size: j.log.tree.Size(), Root: j.log.tree.Root()}
	text, err := proof.Checkpoint{Origin: proof.Origin(j.order.ID), Seal: seal}.Sign(j.keys.signer)
	if err != nil {
		return keyFault(err)
	}
	if err := j.keep(j.folder.Put(proof.CheckpointFile, text)); err != nil {
		return err
	}
	j.signed = j.log.lines()
	j.deliver(text)
	return nil
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
