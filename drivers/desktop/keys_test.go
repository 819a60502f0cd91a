// SPDX-License-Identifier: EUPL-1.2

package desktop_test

import (
	"context"
	"encoding/hex"
	"errors"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// letters are all characters and sequences of DIN 91379 that are no controls.
func letters(t *testing.T) []string {
	t.Helper()
	list, err := os.ReadFile("../browser/testdata/din91379/latin_list_1.3.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range strings.Lines(string(list)) {
		var text strings.Builder
		for code := range strings.FieldsSeq(strings.Split(line, ";")[2]) {
			r, err := strconv.ParseUint(code, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			text.WriteRune(rune(r))
		}
		if text.String() >= " " {
			all = append(all, text.String())
		}
	}
	return all
}

// TestLetters holds that each of them arrives as it is, code point by code
// point: put into the field, and typed where the keyboard lacks most of them.
func TestLetters(t *testing.T) {
	t.Parallel()
	s := open(t, "form.py")
	all := letters(t)
	if len(all) != 927 {
		t.Fatalf("the list has %d characters and sequences", len(all))
	}
	for at, batch := range map[string]int{"label: Surname": 200, "keys; label: Surname": 25} {
		for some := range slices.Chunk(all, batch) {
			text := strings.Join(some, "")
			if got := s.must(at, fill(text)).Value; got != text {
				t.Errorf("%s holds %q instead of %q", at, got, text)
			}
		}
	}
	last := s.must("label: Surname", read).Value
	s.must("role=button; name: Save", click)
	if got := s.last()["Surname"]; got != last {
		t.Errorf("the program recorded %q instead of %q", got, last)
	}
}

// TestSideBySide: four sessions type at the same time, and none gets a letter of
// another.
func TestSideBySide(t *testing.T) {
	t.Parallel()
	var typing sync.WaitGroup
	for i := range 4 {
		s := open(t, "form.py")
		text := strings.Repeat(string(rune('a'+i))+strconv.Itoa(i)+"ßŁ ", 12)
		typing.Go(func() {
			if _, err := s.do("keys; label: Surname", fill(text)); err != nil {
				t.Errorf("session %d: %v", i, err)
			}
			if _, err := s.do("role=button; name: Save", click); err != nil {
				t.Errorf("session %d: %v", i, err)
			}
			if got := s.recorded(); len(got) != 1 || got[0]["Surname"] != text {
				t.Errorf("session %d recorded %q", i, got)
			}
		})
	}
	typing.Wait()
}

// TestStop: who stops a robot in the middle of a word finds every key released.
func TestStop(t *testing.T) {
	t.Parallel()
	s := open(t, "form.py")
	ctx, stop := context.WithCancel(t.Context())
	time.AfterFunc(2*time.Second, stop)
	a := fill(strings.Repeat("ÄÖÜ Straße ", 300))
	a.Screen, a.Element = thing("keys; label: Surname")
	a.Within = time.Minute
	e, err := s.session.Do(ctx, a)
	if !errors.Is(err, context.Canceled) || !e.Touched {
		t.Fatalf("typing ended with %v, %+v", err, e)
	}
	s.holdsNothing()
	got := s.must("label: Surname", read).Value
	if len(got) == 0 || len(got) == len(a.Text) || !strings.HasPrefix(a.Text, got) {
		t.Errorf("the field holds %q", got)
	}
}

// holdsNothing asks the X server itself, from outside, which keys and buttons
// are down.
func (s stage) holdsNothing() {
	s.Helper()
	env := map[string]string{}
	for _, pair := range s.session.Display().Env() {
		name, value, _ := strings.Cut(pair, "=")
		env[name] = value
	}
	authority, err := os.ReadFile(env["XAUTHORITY"])
	if err != nil {
		s.Fatal(err)
	}
	socket, err := net.Dial("unix", "/tmp/.X11-unix/X"+strings.TrimPrefix(env["DISPLAY"], ":"))
	if err != nil {
		s.Fatal(err)
	}
	x, err := xgb.NewConnNetWithCookieHex(socket, hex.EncodeToString(authority[len(authority)-16:]))
	if err != nil {
		s.Fatal(err)
	}
	defer x.Close()
	keys, err := xproto.QueryKeymap(x).Reply()
	if err != nil || slices.ContainsFunc(keys.Keys, func(b byte) bool { return b != 0 }) {
		s.Errorf("keys are held: %v, %v", keys, err)
	}
	pointer, err := xproto.QueryPointer(x, xproto.Setup(x).DefaultScreen(x).Root).Reply()
	if err != nil || pointer.Mask != 0 {
		s.Errorf("buttons are held: %v, %v", pointer, err)
	}
}
