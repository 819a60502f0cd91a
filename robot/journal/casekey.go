// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"filippo.io/age"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// makeKey makes the key of a case and keeps it, encrypted to the robot.
func makeKey(f Folder, number int, keys *Keys) (*age.X25519Identity, error) {
	key, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, caseKeyFault(number, err)
	}
	closed, err := encrypt([]byte(key.String()), keys.robot.Recipient())
	if err != nil {
		return nil, caseKeyFault(number, err)
	}
	return key, f.Put(proof.CaseKey(number), closed)
}

// loadKey reads the key of a case; an erased one is nil.
func loadKey(s Store, number int, keys *Keys) (*age.X25519Identity, error) {
	closed, err := s.Read(proof.CaseKey(number))
	if err != nil || len(closed) == 0 {
		return nil, err
	}
	text, err := decrypt(closed, keys.robot)
	if err != nil {
		return nil, caseKeyFault(number, err)
	}
	key, err := age.ParseX25519Identity(string(text))
	if err != nil {
		return nil, caseKeyFault(number, errWrong)
	}
	return key, nil
}

func caseKeyFault(number int, err error) error {
	return fault.Wrap(fault.Usage, "journal.key", speech.Say(
		"the key of case %d cannot be opened", "der Schlüssel des Vorgangs %d lässt sich nicht öffnen", number), err).
		WithHint(speech.Say("use the keys of the robot that ran the order", "die Schlüssel des Roboters verwenden, der den Auftrag ausgeführt hat"))
}
