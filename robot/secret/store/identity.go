// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"bytes"
	"errors"
	"strings"

	"filippo.io/age"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// keyring are the identities that open the secrets; the first one seals them.
// There is a second one while they are being rotated, and after a crash then.
type keyring []*age.X25519Identity

// handedOver is the identity from the service manager, or none.
func (s *Store) handedOver() (keyring, error) {
	if s.credentials == nil {
		return nil, nil
	}
	text, err := s.credentials.ReadHanded(credentialFile)
	if err != nil || text == nil {
		return nil, err
	}
	return parse(credentialFile, text)
}

// keys gives the identities as they are now: another process may have rotated
// them. It is empty before the first use.
func (s *Store) keys() (keyring, error) {
	if ring, err := s.handedOver(); err != nil || ring != nil {
		return ring, err
	}
	sealed, err := s.folder.ReadPrivate(identityFile)
	if err != nil || len(sealed) == 0 {
		return nil, err
	}
	text, err := unprotect(sealed)
	if err != nil {
		return nil, unreadable(identityFile)
	}
	return parse(identityFile, text)
}

// parse reads an age identity file; its own words may quote the key.
func parse(name string, text []byte) (keyring, error) {
	found, err := age.ParseIdentities(bytes.NewReader(text))
	if err != nil {
		return nil, unreadable(name)
	}
	var ring keyring
	for _, one := range found {
		identity, ok := one.(*age.X25519Identity)
		if !ok {
			return nil, unreadable(name)
		}
		ring = append(ring, identity)
	}
	return ring, nil
}

func (k keyring) text() string {
	var b strings.Builder
	for _, identity := range k {
		b.WriteString(identity.String() + "\n")
	}
	return b.String()
}

// keep stores the identities, as well protected as the system can.
func (s *Store) keep(ring keyring) error {
	sealed, err := protect([]byte(ring.text()))
	if err != nil {
		return fault.Wrap(fault.Technical, "secret.key", speech.Say("the key of the secrets cannot be protected", "der Schlüssel der Geheimnisse lässt sich nicht schützen"), err).
			WithHint(speech.Say("is the profile of the robot's account loaded?", "ist das Profil des Roboterkontos geladen?"))
	}
	return s.folder.Put(identityFile, sealed)
}

// firstUse makes the identity, unless another process was faster.
func (s *Store) firstUse() (err error) {
	lock, err := s.folder.Lock()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	if ring, err := s.keys(); err != nil || ring != nil {
		return err
	}
	if closed, err := s.folder.ReadPrivate(secretsFile); err != nil || len(closed) > 0 {
		return errors.Join(err, unreadable(identityFile))
	}
	identity, err := newIdentity()
	if err != nil {
		return err
	}
	return s.keep(keyring{identity})
}

func newIdentity() (*age.X25519Identity, error) {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, fault.Wrap(fault.Internal, "secret.key", speech.Say("no key can be made", "es lässt sich kein Schlüssel erzeugen"), err)
	}
	return identity, nil
}
