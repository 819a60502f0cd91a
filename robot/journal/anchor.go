// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Anchor makes a second place receive every checkpoint from now on, the
// present one first. One that cannot be written there is sent again with the
// next; Close fails where the newest has still not arrived.
func (j *Journal) Anchor(place Store) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.anchor = place
	if err := j.sign(); err != nil {
		return err
	}
	return j.arrived()
}

// deliver sends a checkpoint to the second place.
func (j *Journal) deliver(checkpoint []byte) {
	if j.anchor == nil {
		return
	}
	line, err := proof.AnchorLine(checkpoint)
	if err == nil {
		err = j.anchor.Append(proof.AnchorFile(j.order.ID), append(line, '\n'), true)
	}
	j.away = err
}

// arrived is nil when the second place holds the newest checkpoint.
func (j *Journal) arrived() error {
	if j.away == nil {
		return nil
	}
	return fault.Wrap(fault.Technical, "journal.anchor", speech.Say("the second place does not take the checkpoint", "der zweite Ort nimmt den Prüfpunkt nicht an"), j.away).
		WithHint(speech.Say("is the folder of --anchor there, and may it be written to?", "ist der Ordner von --anchor da, und darf darin geschrieben werden?"))
}
