// SPDX-License-Identifier: EUPL-1.2

package practice

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/bibliothek"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/kasse"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/melderegister"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/zehnrunden"
)

// Town is its applications, running.
type Town struct {
	dir                                          string
	melderegister, bibliothek, zehnRunden, kasse *house
}

// Start opens the applications. They run until Close, or until ctx ends. A
// port that is taken returns the error of package net as it is.
func Start(ctx context.Context, o Options) (*Town, error) {
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return nil, err
	}
	known, err := people()
	if err != nil {
		return nil, err
	}
	t := &Town{dir: o.Dir}
	if t.melderegister, err = openMelderegister(ctx, t, o, known.persons); err != nil {
		return nil, err
	}
	if t.bibliothek, err = openBibliothek(ctx, t, o, known.readers); err != nil {
		return nil, errors.Join(err, t.melderegister.close())
	}
	if t.zehnRunden, err = openZehnRunden(ctx, o); err != nil {
		return nil, errors.Join(err, t.melderegister.close(), t.bibliothek.close())
	}
	if t.kasse, err = openKasse(ctx, t, o, known.accounts); err != nil {
		return nil, errors.Join(err, t.melderegister.close(), t.bibliothek.close(), t.zehnRunden.close())
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
	return open(ctx, visited{app}, "http", o.MelderegisterPort)
}

func openBibliothek(ctx context.Context, t *Town, o Options, readers []bibliothek.Reader) (*house, error) {
	app, err := bibliothek.New(bibliothek.Options{
		Readers: readers, User: BibliothekUser, Password: BibliothekPassword, Token: BibliothekToken,
		Ledger: t.BibliothekLedger(), Switches: o.Switches.Bibliothek, APIOff: o.Switches.APIOff, Now: o.Now,
	})
	if err != nil {
		return nil, err
	}
	return open(ctx, visited{app}, "http", o.BibliothekPort)
}

func openZehnRunden(ctx context.Context, o Options) (*house, error) {
	app, err := zehnrunden.New(o.Now)
	if err != nil {
		return nil, err
	}
	return open(ctx, visited{app}, "http", o.ZehnRundenPort)
}

func openKasse(ctx context.Context, t *Town, o Options, accounts []kasse.Account) (*house, error) {
	app, err := kasse.New(kasse.Options{
		Accounts: accounts, User: KasseUser, Password: KassePassword,
		Ledger: t.KasseLedger(), Switches: o.Switches.Kasse, Now: o.Now,
	})
	if err != nil {
		return nil, err
	}
	return open(ctx, app, "tn3270", o.KassePort)
}

// MelderegisterURL is the address of the residents' register, without a slash
// at the end.
func (t *Town) MelderegisterURL() string { return t.melderegister.url }

// BibliothekURL is the address of the library, without a slash at the end.
func (t *Town) BibliothekURL() string { return t.bibliothek.url }

// ZehnRundenURL is the address of the game of ten rounds, without a slash at
// the end.
func (t *Town) ZehnRundenURL() string { return t.zehnRunden.url }

// KasseURL is the address of the treasury for a terminal, with its code page.
func (t *Town) KasseURL() string { return t.kasse.url + "?codepage=cp273" }

// MelderegisterLedger is the path of the register's ledger.
func (t *Town) MelderegisterLedger() string {
	return filepath.Join(t.dir, "melderegister.ledger.jsonl")
}

// BibliothekLedger is the path of the library's ledger.
func (t *Town) BibliothekLedger() string { return filepath.Join(t.dir, "bibliothek.ledger.jsonl") }

// KasseLedger is the path of the treasury's ledger.
func (t *Town) KasseLedger() string { return filepath.Join(t.dir, "kasse.ledger.jsonl") }

// Wait blocks until all applications have ended and answers why, nil after an
// ordinary end.
func (t *Town) Wait() error {
	return errors.Join(t.melderegister.wait(), t.bibliothek.wait(), t.zehnRunden.wait(), t.kasse.wait())
}

// Close ends all applications; requests being answered may finish. It may be
// called more than once.
func (t *Town) Close() error {
	return errors.Join(t.melderegister.close(), t.bibliothek.close(), t.zehnRunden.close(), t.kasse.close())
}
