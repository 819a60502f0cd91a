// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"errors"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Rotate makes a new identity, seals all secrets to it, and forgets the old
// one; it gives their number. Between the steps both identities are kept, so
// that a crash anywhere loses nothing, and the next Rotate cleans up.
func (s *Store) Rotate() (count int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if ring, err := s.handedOver(); err != nil {
		return 0, err
	} else if ring != nil {
		return 0, notOurs()
	}
	lock, err := s.folder.Lock()
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	all, ring, err := s.read()
	if err != nil {
		return 0, err
	}
	return len(all), s.replace(all, ring)
}

func (s *Store) replace(all map[string]string, old keyring) error {
	identity, err := newIdentity()
	if err != nil {
		return err
	}
	if err := s.keep(append(keyring{identity}, old...)); err != nil {
		return err
	}
	fresh := keyring{identity}
	if err := s.write(all, fresh); err != nil {
		return err
	}
	return s.keep(fresh)
}

// notOurs refuses to rotate what the service manager keeps.
func notOurs() error {
	return fault.New(fault.Usage, "secret.rotate", speech.Say("the key of the secrets comes from the service manager, and is not Heinzel's to replace",
		"der Schlüssel der Geheimnisse kommt vom Dienstverwalter; Heinzel kann ihn nicht ersetzen")).
		WithHint(speech.Say("stop the service, put the key into secrets.key, rotate, and hand the new key over with systemd-creds encrypt",
			"Dienst anhalten, den Schlüssel als secrets.key ablegen, erneuern und den neuen Schlüssel mit systemd-creds encrypt übergeben"))
}
