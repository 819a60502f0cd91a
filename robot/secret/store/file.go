// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"filippo.io/age"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// The files of a folder of secrets, and what a service manager hands over in
// place of the second.
const (
	secretsFile    = "secrets.age"
	identityFile   = "secrets.key"
	credentialFile = "heinzel-secrets.key"
)

// change replaces the secrets, under a lock that other processes heed.
func (s *Store) change(edit func(map[string]string) error) (err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	lock, err := s.folder.Lock()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	all, ring, err := s.read()
	if err != nil {
		return err
	}
	if err := edit(all); err != nil {
		return err
	}
	return s.write(all, ring)
}

// read gives the secrets and the identities that opened them. Where another
// process rotates these between two glances, it looks again.
func (s *Store) read() (map[string]string, keyring, error) {
	ring, err := s.keys()
	for {
		if err != nil {
			return nil, nil, err
		}
		all, broken := s.readWith(ring)
		if broken == nil {
			return all, ring, nil
		}
		var now keyring
		if now, err = s.keys(); err == nil && now.text() == ring.text() {
			return nil, nil, broken
		}
		ring = now
	}
}

func (s *Store) readWith(ring keyring) (map[string]string, error) {
	all := map[string]string{}
	closed, err := s.folder.ReadPrivate(secretsFile)
	if err != nil || len(closed) == 0 {
		return all, err
	}
	var identities []age.Identity
	for _, identity := range ring {
		identities = append(identities, identity)
	}
	if len(identities) == 0 {
		return nil, unreadable(identityFile)
	}
	r, err := age.Decrypt(bytes.NewReader(closed), identities...)
	if err != nil {
		return nil, unreadable(secretsFile)
	}
	plain, err := io.ReadAll(r)
	if err != nil || json.Unmarshal(plain, &all) != nil {
		return nil, unreadable(secretsFile)
	}
	return all, nil
}

func (s *Store) write(all map[string]string, ring keyring) error {
	if len(ring) == 0 {
		return unreadable(identityFile)
	}
	plain, err := json.Marshal(all)
	if err != nil {
		return unreadable(secretsFile)
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, ring[0].Recipient())
	if err == nil {
		_, err = w.Write(plain)
		err = errors.Join(err, w.Close())
	}
	if err != nil {
		return fault.Wrap(fault.Internal, "secret.write", speech.Say("the secrets cannot be encrypted", "die Geheimnisse lassen sich nicht verschlüsseln"), err)
	}
	return s.folder.Put(secretsFile, out.Bytes())
}

// unreadable never tells what stands in the file.
func unreadable(name string) error {
	return fault.New(fault.Usage, "secret.read", speech.Say("%s is missing or cannot be used", "%s fehlt oder ist nicht benutzbar", name)).
		WithHint(speech.Say("bring both files back from one backup, or set every secret anew in an empty folder",
			"beide Dateien aus derselben Sicherung zurückholen oder alle Geheimnisse in einem leeren Ordner neu setzen"))
}
