// SPDX-License-Identifier: EUPL-1.2

package trouble_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
)

func TestErrorsAreCountedDown(t *testing.T) {
	t.Parallel()
	x := trouble.New(trouble.Switches{FailLoading: map[string]int{"a": 2, "b": -1}})
	for i, want := range []bool{true, true, false, false} {
		if got := x.FailsLoading("a"); got != want {
			t.Errorf("a, time %d: fails %v", i+1, got)
		}
		if !x.FailsLoading("b") || x.FailsLoading("c") || x.FailsBeforeSave("a") {
			t.Errorf("time %d: b must always fail, c and saving never", i+1)
		}
	}
}

func TestSecondLayout(t *testing.T) {
	t.Parallel()
	x := trouble.New(trouble.Switches{SecondLayoutFor: []string{"a"}})
	if !x.Second("a") || x.Second("b") {
		t.Error("only a has drifted")
	}
}

func TestHangEndsWithTheClientOrTheApplication(t *testing.T) {
	t.Parallel()
	x := trouble.New(trouble.Switches{Hang: []string{"a"}})
	if x.Hang(t.Context(), "b") {
		t.Error("b must not hang")
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if !x.Hang(gone, "a") {
		t.Error("a must hang")
	}
	x.Stop()
	x.Stop()
	if !x.Hang(t.Context(), "a") {
		t.Error("a must hang until the stop")
	}
}

func TestDelayStaysInItsRange(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := trouble.New(trouble.Switches{Delay: trouble.UsualDelay(), Seed: 7}).Slow(http.NotFoundHandler())
		for range 50 {
			start := time.Now()
			h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
			took := time.Since(start)
			if took < 200*time.Millisecond || took >= 800*time.Millisecond {
				t.Fatalf("took %v", took)
			}
		}
	})
}
