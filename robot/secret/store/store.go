// SPDX-License-Identifier: EUPL-1.2

// Package store keeps secrets at rest: all of them in one file, secrets.age,
// encrypted to the age identity in secrets.key beside it. Both are for the
// robot's account alone; files that others may read, or that belong to someone
// else, are refused.
//
// The files are read anew for every use, so that a secret that was replaced
// takes effect with the next step, and nothing is kept in memory. They are
// replaced as a whole: a crash leaves the old secrets or the new ones.
//
// Names stand in scenarios and journals; only what they stand for is secret.
// Whoever can read both files can read the secrets. Better than the file is an
// identity that the service manager hands over for as long as the service runs
// ($CREDENTIALS_DIRECTORY/heinzel-secrets.key, systemd): where it is there,
// secrets.key is not looked at. On Windows secrets.key is sealed to the
// robot's account (DPAPI).
package store

import (
	"io"
	"maps"
	"regexp"
	"slices"
	"sync"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Store holds the secrets of one folder. Its methods may be called at the
// same time, by several processes too.
type Store struct {
	folder      folder
	credentials *disk.Folder // from the service manager; nil where there is none
	mu          sync.Mutex   // one change at a time
}

// folder is where the files lie.
type folder interface {
	ReadPrivate(name string) ([]byte, error)
	Put(name string, data []byte) error
	Lock() (io.Closer, error)
}

// Open opens the secrets in a folder, and checks that they can be read. The
// first use makes the identity, unless the service manager hands it over.
func Open(dir string) (*Store, error) {
	s := &Store{folder: disk.At(dir)}
	if handed, ok := disk.Credentials(); ok {
		s.credentials = &handed
	}
	return s, s.open()
}

func (s *Store) open() error {
	ring, err := s.keys()
	if err != nil {
		return err
	}
	if ring == nil {
		if err := s.firstUse(); err != nil {
			return err
		}
	}
	_, _, err = s.read()
	return err
}

// Get gives the secret of a name.
func (s *Store) Get(name string) (secret.Value, error) {
	all, _, err := s.read()
	if err != nil {
		return secret.Value{}, err
	}
	content, ok := all[name]
	if !ok {
		return secret.Value{}, unknown(name)
	}
	return secret.New(content), nil
}

// Set keeps a secret under a name, in place of the one before.
func (s *Store) Set(name string, v secret.Value) error {
	if !namePattern.MatchString(name) {
		return fault.New(fault.Usage, "secret.set", speech.Say("%q cannot name a secret", "„%s“ kann kein Geheimnis benennen", name)).
			WithHint(speech.Say("letters, digits, and . _ / - between them", "Buchstaben, Ziffern, dazwischen . _ / -"))
	}
	return s.change(func(all map[string]string) error {
		all[name] = v.Reveal()
		return nil
	})
}

// Delete forgets a secret. Backups may still hold it: replace it where it is
// used.
func (s *Store) Delete(name string) error {
	return s.change(func(all map[string]string) error {
		if _, ok := all[name]; !ok {
			return unknown(name)
		}
		delete(all, name)
		return nil
	})
}

// Names lists the names, sorted.
func (s *Store) Names() ([]string, error) {
	all, _, err := s.read()
	return slices.Sorted(maps.Keys(all)), err
}

var namePattern = regexp.MustCompile(`^[\p{L}\p{N}]([\p{L}\p{N}._/-]{0,198}[\p{L}\p{N}])?$`)

func unknown(name string) error {
	return fault.New(fault.Usage, "secret.get", speech.Say("there is no secret %q", "es gibt kein Geheimnis „%s“", name)).
		WithHint(speech.Same("heinzel secret set " + name))
}
