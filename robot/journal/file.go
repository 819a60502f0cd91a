// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"crypto/rand"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// AboutFile is the word under which an event of kind File names the commitment
// of what was kept.
const AboutFile = "file"

// Keep seals a file for the case, durably, and gives its commitment. Like a
// value it can be read with the key of the case alone; unlike one it has a
// file of its own, since it may be large.
func (c *Case) Keep(data []byte) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	record := make([]byte, saltSize, saltSize+len(data))
	if _, err := rand.Read(record); err != nil {
		return "", fileFault(err)
	}
	commitment := commit(record, data)
	closed, err := encrypt(append(record, data...), c.key.Recipient())
	if err != nil {
		return "", fileFault(err)
	}
	return commitment, c.journal.folder.Put(proof.CaseFile(c.number, commitment), closed)
}

// ReadFile opens a file of a case by its commitment. One that is missing or
// was changed is a fault of kind Evidence, and so is one whose key was erased.
func ReadFile(s Store, number int, commitment string, keys *Keys) ([]byte, error) {
	key, err := loadKey(s, number, keys)
	if err != nil {
		return nil, err
	}
	closed, err := s.Read(proof.CaseFile(number, commitment))
	switch {
	case err != nil:
		return nil, err
	case key == nil || len(closed) == 0:
		return nil, fileFault(errLost)
	}
	record, err := decrypt(closed, key)
	if err != nil || len(record) < saltSize || commit(record[:saltSize], record[saltSize:]) != commitment {
		return nil, fileFault(errWrong)
	}
	return record[saltSize:], nil
}

func fileFault(err error) error {
	return fault.Wrap(fault.Evidence, "journal.file", speech.Say("a file of the case cannot be sealed or opened", "eine Datei des Vorgangs lässt sich nicht versiegeln oder öffnen"), err)
}
