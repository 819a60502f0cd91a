// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"bytes"
	"image/color"
	"image/png"
	"testing"

	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// TestPicturesShowTheScreensWordsOnly: on this page the words of the screen are
// blue, and whatever is about people is red: a record beside a field, hits in a
// list and in a table, a heading that repeats what is typed, a photograph.
func TestPicturesShowTheScreensWordsOnly(t *testing.T) {
	t.Parallel()
	s := record(t, "pictures.html")
	s.click(s.tab1, "#name")
	s.type_(s.tab1, "Zwergenkönig")
	for _, at := range []string{"#suchen", "#nehmen", "#name"} {
		blue, red := colours(t, s.pictured(at))
		if blue == 0 || red > 0 {
			t.Errorf("%s: %d dots of the screen's words, %d of people's", at, blue, red)
		}
	}
}

// pictured clicks until the recording has a picture of what was clicked: the
// window is photographed as it comes to rest.
func (s *stage) pictured(at string) (picture []byte) {
	s.Helper()
	eventually(s.T, "a picture of "+at, func() bool {
		before := len(s.events())
		s.click(s.tab1, at)
		eventually(s.T, "the click is told", func() bool { return len(s.events()) > before })
		for _, e := range s.events()[before:] {
			if e.Kind == event.Click && e.Target != nil {
				picture = e.Target.Picture
			}
		}
		return picture != nil
	})
	return picture
}

// colours counts the dots of a picture that are rather blue, and rather red.
func colours(t *testing.T, data []byte) (blue, red int) {
	t.Helper()
	shot, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for x := range shot.Bounds().Dx() {
		for y := range shot.Bounds().Dy() {
			c := color.RGBAModel.Convert(shot.At(x, y)).(color.RGBA)
			switch {
			case int(c.B) > int(c.R)+60:
				blue++
			case int(c.R) > int(c.B)+60:
				red++
			}
		}
	}
	return blue, red
}
