// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"filippo.io/age"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// The files of a folder of secrets.
const (
	secretsFile  = "secrets.age"
	identityFile = "secrets.key"
)

// identify reads the identity, or makes it where there are no secrets yet.
func (s *Store) identify() error {
	text, err := s.folder.ReadPrivate(identityFile)
	if err != nil {
		return err
	}
	if len(text) == 0 {
		return s.firstUse()
	}
	return s.parseIdentity(text)
}

func (s *Store) parseIdentity(text []byte) (err error) {
	if s.identity, err = age.ParseX25519Identity(strings.TrimSpace(string(text))); err != nil {
		return unreadable(identityFile) // the parser's words may quote the key
	}
	return nil
}

// firstUse makes the identity, unless another process was faster.
func (s *Store) firstUse() (err error) {
	lock, err := s.folder.Lock()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	text, err := s.folder.ReadPrivate(identityFile)
	if err != nil {
		return err
	}
	if len(text) > 0 {
		return s.parseIdentity(text)
	}
	return s.makeIdentity()
}

func (s *Store) makeIdentity() error {
	if closed, err := s.folder.ReadPrivate(secretsFile); err != nil || len(closed) > 0 {
		return errors.Join(err, unreadable(identityFile))
	}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return fault.Wrap(fault.Internal, "secret.key", speech.Say("no key can be made", "es lässt sich kein Schlüssel erzeugen"), err)
	}
	s.identity = identity
	return s.folder.Put(identityFile, []byte(identity.String()+"\n"))
}

// change replaces the secrets, under a lock that other processes heed.
func (s *Store) change(edit func(map[string]string) error) (err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	lock, err := s.folder.Lock()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	all, err := s.read()
	if err != nil {
		return err
	}
	if err := edit(all); err != nil {
		return err
	}
	return s.write(all)
}

func (s *Store) read() (map[string]string, error) {
	all := map[string]string{}
	closed, err := s.folder.ReadPrivate(secretsFile)
	if err != nil || len(closed) == 0 {
		return all, err
	}
	r, err := age.Decrypt(bytes.NewReader(closed), s.identity)
	if err != nil {
		return nil, unreadable(secretsFile)
	}
	plain, err := io.ReadAll(r)
	if err != nil || json.Unmarshal(plain, &all) != nil {
		return nil, unreadable(secretsFile)
	}
	return all, nil
}

func (s *Store) write(all map[string]string) error {
	plain, err := json.Marshal(all)
	if err != nil {
		return unreadable(secretsFile)
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, s.identity.Recipient())
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
