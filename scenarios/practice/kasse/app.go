// SPDX-License-Identifier: EUPL-1.2

package kasse

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
)

// System is the treasury's name in its ledger.
const System = "kasse"

// Options says who works here, on which accounts, and what goes wrong.
type Options struct {
	Accounts       []Account
	User, Password string
	Ledger         string // path
	Switches       trouble.Switches
	Now            func() time.Time // the clock; nil means the real one
}

// App is a running treasury; its state is in memory and in the ledger.
type App struct {
	options Options
	trouble *trouble.Trouble
	book    *ledger.Book

	mu       sync.Mutex
	records  map[string]record
	sessions int
	dropped  int
	open     map[net.Conn]context.CancelFunc
	stopped  bool
	desks    sync.WaitGroup
}

// New opens the ledger and brings the treasury to where it was.
func New(o Options) (*App, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	book, before, err := ledger.Open(o.Ledger)
	if err != nil {
		return nil, err
	}
	a := &App{options: o, book: book, trouble: trouble.New(o.Switches), records: map[string]record{}, open: map[net.Conn]context.CancelFunc{}}
	for _, account := range o.Accounts {
		a.records[account.Number] = account.record()
	}
	for _, e := range before {
		for _, c := range e.Changes {
			if r := a.records[e.Key]; r != nil {
				r[c.Field] = c.New
			}
		}
	}
	return a, nil
}

// Serve answers terminals until ctx ends, and closes the listener.
func (a *App) Serve(ctx context.Context, l net.Listener) error {
	defer a.stop()
	end := context.AfterFunc(ctx, func() { _ = l.Close() })
	defer end()
	for {
		conn, err := l.Accept()
		switch {
		case err != nil && errors.Is(err, net.ErrClosed):
			return nil
		case err != nil:
			return err
		}
		ctx, cancel := context.WithCancel(ctx)
		if !a.keep(conn, cancel) {
			continue
		}
		a.desks.Go(func() {
			defer a.drop(conn)
			a.seat(ctx, conn)
		})
	}
}

func (a *App) keep(conn net.Conn, cancel context.CancelFunc) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.stopped {
		cancel()
		_ = conn.Close()
		return false
	}
	a.open[conn] = cancel
	return true
}

func (a *App) drop(conn net.Conn) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.open[conn]()
	delete(a.open, conn)
	_ = conn.Close()
}

// begin names a new session.
func (a *App) begin() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.sessions++
	return fmt.Sprintf("T-%04d", a.sessions)
}

// drops says whether a session ends now, after so many masks.
func (a *App) drops(seen int) bool {
	o := a.options.Switches
	a.mu.Lock()
	defer a.mu.Unlock()
	if o.LogOutAfter == 0 || seen <= o.LogOutAfter || o.LogOutTimes > 0 && a.dropped >= o.LogOutTimes {
		return false
	}
	a.dropped++
	return true
}

// stop ends all terminals' sessions, and everything that waits.
func (a *App) stop() {
	a.trouble.Stop()
	a.mu.Lock()
	a.stopped = true
	for conn, cancel := range a.open {
		cancel()
		_ = conn.Close()
	}
	a.mu.Unlock()
	a.desks.Wait()
}

// Close closes the ledger; nobody may be served any more.
func (a *App) Close() error { return a.book.Close() }
