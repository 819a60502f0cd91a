// SPDX-License-Identifier: EUPL-1.2

package trouble

import (
	"context"
	"maps"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"time"
)

// Trouble applies switches while an application runs; it counts down the
// errors that are still to come.
type Trouble struct {
	switches Switches
	stop     func()
	stopped  chan struct{}

	mu                     sync.Mutex
	random                 *rand.Rand
	loading, before, after map[string]int
}

// New starts with all errors still to come.
func New(s Switches) *Trouble {
	stopped := make(chan struct{})
	return &Trouble{
		switches: s,
		stop:     sync.OnceFunc(func() { close(stopped) }),
		stopped:  stopped,
		random:   rand.New(rand.NewPCG(s.Seed, 1)),
		loading:  maps.Clone(s.FailLoading),
		before:   maps.Clone(s.FailBeforeSave),
		after:    maps.Clone(s.FailAfterSave),
	}
}

// Second says whether the record is shown in the second layout.
func (t *Trouble) Second(key string) bool {
	return t.switches.SecondLayout || slices.Contains(t.switches.SecondLayoutFor, key)
}

// FailsLoading says whether loading the record fails this time.
func (t *Trouble) FailsLoading(key string) bool { return t.fails(t.loading, key) }

// FailsBeforeSave says whether saving fails this time with nothing stored.
func (t *Trouble) FailsBeforeSave(key string) bool { return t.fails(t.before, key) }

// FailsAfterSave says whether saving fails this time although it was stored.
func (t *Trouble) FailsAfterSave(key string) bool { return t.fails(t.after, key) }

func (t *Trouble) fails(left map[string]int, key string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := left[key]
	if n > 0 {
		left[key] = n - 1
	}
	return n != 0
}

// Hang blocks for a listed record until the client gives up or the
// application stops; it answers whether it did.
func (t *Trouble) Hang(ctx context.Context, key string) bool {
	if !slices.Contains(t.switches.Hang, key) {
		return false
	}
	select {
	case <-ctx.Done():
	case <-t.stopped:
	}
	return true
}

// Slow delays every answer of the handler.
func (t *Trouble) Slow(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if t.Pause(r.Context()) {
			next.ServeHTTP(w, r)
		}
	})
}

// Pause lasts as long as an answer takes; it is false when the client went away
// meanwhile.
func (t *Trouble) Pause(ctx context.Context) bool {
	timer := time.NewTimer(t.delay())
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-t.stopped:
	case <-ctx.Done():
		return false
	}
	return true
}

func (t *Trouble) delay() time.Duration {
	d := t.switches.Delay
	if d.Max <= d.Min {
		return d.Min
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return d.Min + time.Duration(t.random.Int64N(int64(d.Max-d.Min)))
}

// Stop lets everything that hangs or waits go on at once.
func (t *Trouble) Stop() { t.stop() }
