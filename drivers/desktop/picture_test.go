// SPDX-License-Identifier: EUPL-1.2

package desktop_test

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/display"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// picture is the stage's picture, which has to be one.
func (s stage) picture(hide ...string) []byte {
	s.Helper()
	raw, err := s.session.Picture(s.Context(), hide)
	if err != nil {
		s.Fatal(err)
	}
	shot, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		s.Fatal(err)
	}
	colours := map[any]bool{}
	for x := range shot.Bounds().Dx() {
		for y := range shot.Bounds().Dy() {
			colours[shot.At(x, y)] = true
		}
	}
	if len(colours) < 10 {
		s.Errorf("the picture has %d colours", len(colours))
	}
	return raw
}

// TestPicture: what is entered, and what is to be hidden, is in no picture.
func TestPicture(t *testing.T) {
	t.Parallel()
	s := open(t, "form.py")
	s.must("label: Surname", fill("Lovelace"))
	one := s.picture()
	s.must("label: Surname", fill("Byron, the poet"))
	if !bytes.Equal(one, s.picture()) {
		t.Error("the picture tells what a field holds")
	}
	s.must("label: Secret", act.Action{Verb: act.Fill, Secret: secret.New("sesame")})
	s.must("label: Surname", fill("x"))
	if bytes.Equal(one, s.picture("good morning")) {
		t.Error("a text that is to be hidden is shown")
	}
}

// TestChangedLabel: what most ways still lead to is clear, what only its place
// says is a doubt.
func TestChangedLabel(t *testing.T) {
	t.Parallel()
	s := open(t, "form.py")
	if e := s.must("label: Surname; label left: Surname; path: panel[1]/textbox[9]", fill("clear")); !e.Moved {
		t.Errorf("it is not said that a way no longer leads there: %+v", e)
	}
	path := "path: panel[1]/textbox[1]"
	s.halts("label: Family name; "+path, fill("doubt"), fault.Halted, "not beyond doubt")
	s.must("label left: Number", read)
}

// TestClerk: on the clerk's display only the program's own windows are worked,
// and the display stays when the session ends.
func TestClerk(t *testing.T) {
	theirs, err := display.Open(t.Context(), display.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(theirs.Close)
	for _, pair := range theirs.Env() {
		name, value, _ := strings.Cut(pair, "=")
		t.Setenv(name, value)
	}
	at := form(t)
	at.Display = scenarios.ClerkDisplay
	session, err := desktop.Driver{}.Begin(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	s := stage{t, session, at.Program[2]}
	s.must("keys; label: Surname", fill("Meier"))
	other, err := theirs.Start([]string{python, "testdata/office.py", os.DevNull})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(other.Kill)
	if _, err := session.Look(t.Context(), act.Look{Text: "Good morning", Within: patience}); err != nil {
		t.Error(err)
	}
	s.comesUp(theirs, "Office")
	s.halts("keys; label: Surname", fill("Schmidt"), fault.Halted, "unexpected window")
	session.Close()
	if windows, err := theirs.Windows(); err != nil || len(windows) != 1 {
		t.Errorf("the clerk's display shows %v: %v", windows, err)
	}
	t.Setenv("WAYLAND_DISPLAY", "wayland-0")
	if _, err := (desktop.Driver{}).Begin(t.Context(), at); fault.KindOf(err) != fault.Usage || !strings.Contains(err.Error(), "Wayland") {
		t.Errorf("Wayland: %v", err)
	}
}

// comesUp waits until a window of that title is on a display.
func (s stage) comesUp(d *display.Display, title string) {
	s.Helper()
	for range 1000 {
		windows, err := d.Windows()
		if err == nil && len(windows) > 0 && windows[len(windows)-1].Title == title {
			return
		}
		select {
		case <-s.Context().Done():
		case <-time.After(20 * time.Millisecond):
		}
	}
	s.Fatalf("no window %s comes up", title)
}
