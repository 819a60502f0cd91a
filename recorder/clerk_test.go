// SPDX-License-Identifier: EUPL-1.2

package recorder_test

import (
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	watch "github.com/heinzel-rpa/heinzel/recorder/browser"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// patience is enough for one action on a busy machine.
const patience = 15 * time.Second

// clerk works with real input in a browser that is recorded, and knows nothing
// of the recording: the robot's own driver, at the browser's DevTools port.
type clerk struct {
	*testing.T
	hands    *browser.Session
	watched  *watch.Session
	devtools string
	events   []event.Event
	over     chan struct{}
}

// watched begins to record a clerk at an address.
func watched(t *testing.T, address, origin string) *clerk {
	t.Helper()
	port := freePort(t)
	c := &clerk{T: t, devtools: fmt.Sprintf("http://127.0.0.1:%d/", port), over: make(chan struct{})}
	var err error
	if c.watched, err = watch.Watch(t.Context(), watch.Options{Headless: true, Port: port, Profiles: t.TempDir(), Twice: true}); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(c.over)
		for e := range c.watched.Events() {
			c.events = append(c.events, e)
		}
	}()
	t.Cleanup(func() { c.watched.Close(); <-c.over })
	c.hands, err = browser.Driver{Options: page.Options{Attach: c.devtools}}.Begin(t.Context(), scenarios.Location{Address: address, Origins: []string{origin}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// seen closes all windows, as a person ends the day, and gives what was seen.
func (c *clerk) seen() []event.Event {
	c.Helper()
	c.hands.Close()
	b, err := page.Launch(c.Context(), page.Options{Attach: c.devtools})
	if err != nil {
		c.Fatal(err)
	}
	for _, w := range b.Pages() {
		_ = w.Close(c.Context())
	}
	b.Close()
	<-c.over
	return c.events
}

// does performs an action at an element in words: see element.
func (c *clerk) does(at string, a act.Action) act.Effect {
	c.Helper()
	if at != "" {
		a.Screen, a.Element = element(at)
	}
	a.Within = patience
	effect, err := c.hands.Do(c.Context(), a)
	if err != nil {
		c.Fatalf("the clerk did not succeed: %s %s: %v", a.Verb, at, err)
	}
	return effect
}

func (c *clerk) fills(at, text string) {
	c.Helper()
	c.does(at, act.Action{Verb: act.Fill, Text: text})
}

func (c *clerk) enters(at, word string) {
	c.Helper()
	c.does(at, act.Action{Verb: act.Fill, Secret: secret.New(word)})
}

func (c *clerk) clicks(at string) { c.Helper(); c.does(at, act.Action{Verb: act.Click}) }

// element makes one of words: "role=button; frame=a; window=T; keys; name: Save".
func element(words string) (*scenarios.Screen, *scenarios.Element) {
	s, e := &scenarios.Screen{Name: "here"}, &scenarios.Element{}
	for word := range strings.SplitSeq(words, "; ") {
		key, value, _ := strings.Cut(word, "=")
		by, what, way := strings.Cut(word, ": ")
		switch {
		case way:
			e.Name = what
			e.Found = append(e.Found, scenarios.Candidate{By: scenarios.By(by), What: what, Matched: 1})
		case key == "role":
			e.Role = value
		case key == "frame":
			e.Frame = append(e.Frame, scenarios.FrameHint{Name: value})
		case key == "window":
			s.Window.Title = value
		case key == "keys":
			e.Keys = true
		}
	}
	return s, e
}
