// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

// witness hears of everything that real input does to the page, in the page's
// own words: "fill Ash", "click Take Elm".
type witness struct {
	mu   sync.Mutex
	seen []string
}

func (w *witness) ServeHTTP(_ http.ResponseWriter, r *http.Request) {
	what, _ := io.ReadAll(r.Body)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seen = append(w.seen, string(what))
}

// hear gives what was seen since the last time.
func (w *witness) hear() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	seen := w.seen
	w.seen = nil
	return seen
}

// TestStorm acts on a form that does not hold still. Nothing but what is meant
// is ever touched, a click happens once or not at all, and nothing hangs. A
// torture run does it 10,000 times: HEINZEL_STORM=10000.
func TestStorm(t *testing.T) {
	t.Parallel()
	actions := 150
	if n, err := strconv.Atoi(os.Getenv("HEINZEL_STORM")); err == nil {
		actions = n
	}
	w := &witness{}
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir("testdata")))
	mux.Handle("/did", w)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	s := openOn(t, server.URL)
	const seed = 20261123
	s.goTo(fmt.Sprintf("storm.html?seed=%d", seed))
	dice, done := rand.New(rand.NewPCG(seed, 1)), 0
	for i := range actions {
		if s.weather(w, dice, i) {
			done++
		}
	}
	t.Logf("%d of %d actions done, the rest halted without touching anything else", done, actions)
	if done < actions*9/10 {
		t.Errorf("only %d of %d actions were done", done, actions)
	}
}

// weather performs one action and compares it with what the page saw.
func (s stage) weather(w *witness, dice *rand.Rand, i int) bool {
	s.Helper()
	names := []string{"Ash", "Birch", "Cedar", "Elm", "Fir", "Larch"}
	name := names[dice.IntN(len(names))]
	at, want, a := "name: Take "+name, "click Take "+name, act.Action{Verb: act.Click}
	if dice.IntN(2) == 0 {
		at, want, a = "label: "+name, "fill "+name, fill(fmt.Sprintf("%s %d", name, i))
	}
	a.Within = 4 * time.Second
	began := time.Now()
	e, err := s.do(at, a)
	if took := time.Since(began); took > time.Minute {
		s.Errorf("action %d hung for %v", i, took)
	}
	seen := w.hear()
	for _, what := range seen {
		if what != want {
			s.Errorf("action %d, %s, touched %q: %v", i, want, what, err)
		}
	}
	switch {
	case err == nil && len(seen) == 0, err == nil && a.Verb == act.Click && len(seen) != 1:
		s.Errorf("action %d, %s, is said to be done, and the page saw %q", i, want, seen)
	case err != nil && !e.Touched && len(seen) > 0, a.Verb == act.Click && len(seen) > 1:
		s.Errorf("action %d, %s, is said to have touched nothing, and the page saw %q: %v", i, want, seen, err)
	case err != nil && fault.KindOf(err) != fault.Halted && fault.KindOf(err) != fault.Technical:
		s.Errorf("action %d ended %q: %v", i, fault.KindOf(err), err)
	}
	if err != nil && os.Getenv("HEINZEL_STORM") != "" {
		s.Logf("action %d, %s: %v", i, want, strings.TrimSpace(err.Error()))
	}
	return err == nil
}
