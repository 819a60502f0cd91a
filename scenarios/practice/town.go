// SPDX-License-Identifier: EUPL-1.2

package practice

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/bibliothek"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/melderegister"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/zehnrunden"
)

// Town is its applications, running.
type Town struct {
	dir                                   string
	melderegister, bibliothek, zehnRunden *house
}

// Start opens the applications. They run until Close, or until ctx ends. A
// port that is taken returns the error of package net as it is.
func Start(ctx context.Context, o Options) (*Town, error) {
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return nil, err
	}
	persons, readers, err := people()
	if err != nil {
		return nil, err
	}
	t := &Town{dir: o.Dir}
	if t.melderegister, err = openMelderegister(ctx, t, o, persons); err != nil {
		return nil, err
	}
	if t.bibliothek, err = openBibliothek(ctx, t, o, readers); err != nil {
		return nil, errors.Join(err, t.melderegister.close())
	}
	if t.zehnRunden, err = openZehnRunden(ctx, o); err != nil {
		return nil, errors.Join(err, t.melderegister.close(), t.bibliothek.close())
	}
	return t, nil
}

func openMelderegister(ctx context.Context, t *Town, o Options, persons []melderegister.Person) (*house, error) {
	app, err := melderegister.New(melderegister.Options{
		Persons: persons, User: MelderegisterUser, Password: MelderegisterPassword,
		Ledger: t.MelderegisterLedger(), Switches: o.Switches.Melderegister, Now: o.Now,
	})
	if err != nil {
		return nil, err
	}
	return open(ctx, app, o.MelderegisterPort)
}

func openBibliothek(ctx context.Context, t *Town, o Options, readers []bibliothek.Reader) (*house, error) {
	app, err := bibliothek.New(bibliothek.Options{
		Readers: readers, User: BibliothekUser, Password: BibliothekPassword, Token: BibliothekToken,
		Ledger: t.BibliothekLedger(), Switches: o.Switches.Bibliothek, APIOff: o.Switches.APIOff, Now: o.Now,
	})
	if err != nil {
		return nil, err
	}
	return open(ctx, app, o.BibliothekPort)
}

func openZehnRunden(ctx context.Context, o Options) (*house, error) {
	app, err := zehnrunden.New(o.Now)
	if err != nil {
		return nil, err
	}
	return open(ctx, app, o.ZehnRundenPort)
}

// MelderegisterURL is the address of the residents' register, without a slash
// at the end.
func (t *Town) MelderegisterURL() string { return t.melderegister.url }

// BibliothekURL is the address of the library, without a slash at the end.
func (t *Town) BibliothekURL() string { return t.bibliothek.url }

// ZehnRundenURL is the address of the game of ten rounds, without a slash at
// the end.
func (t *Town) ZehnRundenURL() string { return t.zehnRunden.url }

// MelderegisterLedger is the path of the register's ledger.
func (t *Town) MelderegisterLedger() string {
	return filepath.Join(t.dir, "melderegister.ledger.jsonl")
}

// BibliothekLedger is the path of the library's ledger.
func (t *Town) BibliothekLedger() string { return filepath.Join(t.dir, "bibliothek.ledger.jsonl") }

// Wait blocks until all applications have ended and answers why, nil after an
// ordinary end.
func (t *Town) Wait() error {
	return errors.Join(t.melderegister.wait(), t.bibliothek.wait(), t.zehnRunden.wait())
}

// Close ends all applications; requests being answered may finish. It may be
// called more than once.
func (t *Town) Close() error {
	return errors.Join(t.melderegister.close(), t.bibliothek.close(), t.zehnRunden.close())
}
