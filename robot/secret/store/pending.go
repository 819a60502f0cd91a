// SPDX-License-Identifier: EUPL-1.2

// Package store keeps secrets at rest in one encrypted file.
package store

import (
	"errors"

	"github.com/heinzel-rpa/heinzel/robot/secret"
)

var errPending = errors.New("not yet written")

// Store holds the secrets of one folder.
type Store struct{}

// Open reads the secrets in dir; the first use makes the identity.
func Open(dir string) (*Store, error) { return nil, errPending }

// Get gives a secret by its name.
func (s *Store) Get(name string) (secret.Value, error) { return secret.Value{}, errPending }

// Set keeps a secret under a name.
func (s *Store) Set(name string, v secret.Value) error { return errPending }

// Delete forgets a secret.
func (s *Store) Delete(name string) error { return errPending }

// Names lists the names, sorted.
func (s *Store) Names() []string { return nil }
