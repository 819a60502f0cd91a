// SPDX-License-Identifier: EUPL-1.2

package session_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/session"
)

// logIn answers a request that carries the cookie of a new session.
func logIn(s *session.Store) *http.Request {
	w := httptest.NewRecorder()
	s.Begin(w)
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	for _, c := range w.Result().Cookies() {
		r.AddCookie(c)
	}
	return r
}

func TestSessionEndsWhenItIdles(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 7, 1, 8, 0, 0, 0, time.UTC)
	s := session.New(session.Options{Cookie: "x", Now: func() time.Time { return now }})
	r := logIn(s)
	now = now.Add(19 * time.Minute)
	if s.Find(r) == nil {
		t.Fatal("ended too early")
	}
	now = now.Add(21 * time.Minute)
	if s.Find(r) != nil || !s.Known(r) {
		t.Fatal("the session must be over, its cookie still known")
	}
}

func TestSessionIsDroppedSoManyTimes(t *testing.T) {
	t.Parallel()
	s := session.New(session.Options{Cookie: "x", DropAfter: 2, DropTimes: 1})
	first, second := logIn(s), logIn(s)
	for i, want := range []bool{true, true, false} {
		if got := s.Find(first) != nil; got != want {
			t.Errorf("first session, request %d: alive %v", i+1, got)
		}
	}
	for range 5 {
		if s.Find(second) == nil {
			t.Fatal("the second session must live on")
		}
	}
}

func TestLogOut(t *testing.T) {
	t.Parallel()
	s := session.New(session.Options{Cookie: "x"})
	r := logIn(s)
	s.End(httptest.NewRecorder(), r)
	if s.Find(r) != nil {
		t.Fatal("still logged in")
	}
}
