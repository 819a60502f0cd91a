// SPDX-License-Identifier: EUPL-1.2

// Package session keeps the log-ins of a practice application in cookies, ends
// them when they idle, and drops them in mid-work when asked to.
package session

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// Options says how sessions live.
type Options struct {
	Cookie    string           // name of the cookie
	Path      string           // where the cookie holds; empty means everywhere
	Idle      time.Duration    // end after so long without request; 0 means 20 minutes
	DropAfter int              // end after so many requests; 0 means never
	DropTimes int              // how many sessions are dropped so; 0 means all
	Now       func() time.Time // the clock; nil means the real one
}

// Session is one log-in.
type Session struct {
	Name  string // public name for logs and ledgers
	Nonce string // part of element ids that change with the session

	seen     time.Time
	requests int
}

// Store holds the sessions of one application.
type Store struct {
	options Options

	mu      sync.Mutex
	open    map[string]*Session
	begun   int
	dropped int
}

// New answers an empty store.
func New(o Options) *Store {
	if o.Idle == 0 {
		o.Idle = 20 * time.Minute
	}
	if o.Path == "" {
		o.Path = "/"
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Store{options: o, open: map[string]*Session{}}
}

// Begin logs in and sets the cookie.
func (s *Store) Begin(w http.ResponseWriter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.begun++
	id, nonce := rand.Text(), rand.Text()[:5]
	s.open[id] = &Session{Name: fmt.Sprintf("S-%04d", s.begun), Nonce: nonce, seen: s.options.Now()}
	s.setCookie(w, id, 0)
}

// Find answers the session of a request, nil if there is none (any more).
// Each call counts as one request of the session.
func (s *Store) Find(r *http.Request) *Session {
	cookie, err := r.Cookie(s.options.Cookie)
	if err != nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	found := s.open[cookie.Value]
	if found == nil || s.ends(found) {
		delete(s.open, cookie.Value)
		return nil
	}
	return found
}

// ends counts the request and says whether it came too late.
func (s *Store) ends(x *Session) bool {
	now := s.options.Now()
	if now.Sub(x.seen) > s.options.Idle {
		return true
	}
	x.seen = now
	x.requests++
	return s.drops(x)
}

func (s *Store) drops(x *Session) bool {
	o := s.options
	if o.DropAfter == 0 || x.requests <= o.DropAfter {
		return false
	}
	if o.DropTimes > 0 && s.dropped >= o.DropTimes {
		return false
	}
	s.dropped++
	return true
}

// Known says whether the browser still shows a cookie of ours, alive or not:
// the difference between a stranger and somebody whose session has ended.
func (s *Store) Known(r *http.Request) bool {
	_, err := r.Cookie(s.options.Cookie)
	return err == nil
}

// End logs out and takes the cookie away.
func (s *Store) End(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if cookie, err := r.Cookie(s.options.Cookie); err == nil {
		delete(s.open, cookie.Value)
	}
	s.setCookie(w, "", -1)
}

func (s *Store) setCookie(w http.ResponseWriter, value string, age int) {
	http.SetCookie(w, &http.Cookie{
		Name: s.options.Cookie, Value: value, Path: s.options.Path, MaxAge: age, HttpOnly: true,
	})
}
