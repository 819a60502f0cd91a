// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"bytes"
	"fmt"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

// abroad serves the fixture pages on three origins: its own, one of another
// site, whose frames get a process of their own, and one of the same site.
func abroad(t *testing.T) (own, far, near string) {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir("testdata")))
	server, beside := httptest.NewServer(mux), httptest.NewServer(mux)
	t.Cleanup(beside.Close)
	t.Cleanup(server.Close)
	far = strings.Replace(server.URL, "127.0.0.1", "localhost", 1)
	for path, origin := range map[string]string{"/own/": server.URL, "/far/": far, "/near/": beside.URL} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, origin+"/"+strings.TrimPrefix(r.URL.Path, path), http.StatusFound)
		})
	}
	return server.URL, far, beside.URL
}

func openAbroad(t *testing.T) stage {
	own, far, near := abroad(t)
	return openOn(t, own, far, near)
}

// TestAbroad: frames of other origins are worked like any other, in whichever
// process they live, scrolled out of view or inside each other.
func TestAbroad(t *testing.T) {
	t.Parallel()
	s := openAbroad(t)
	s.all([]play{
		{name: "another site", page: "abroad.html", do: click, at: "frame=far; name: Save", log: "saved"},
		{name: "another origin of the site", page: "abroad.html", do: click, at: "frame=near; name: Save", log: "saved"},
		{name: "own origin inside another site", page: "abroad.html", do: click, at: "frame=far; frame=home; name: Save", log: "home"},
		{name: "read", page: "abroad.html", do: act.Action{Verb: act.Read}, at: "frame=far; id: text", value: "foreign lands"},
		{name: "tick", page: "abroad.html", do: tick(true), at: "frame=far; label: Agreed", value: "yes", log: "agreed"},
		{name: "shown smaller", page: "abroad.html", do: click, at: "frame=small; name: Save", log: "saved"},
		{name: "covered from outside", page: "abroad.html?covered", do: clickIn, at: "frame=far; name: Save", kind: fault.Halted, says: "covered by text Please wait"},
	})
	s.goTo("abroad.html")
	s.must("frame=far; label: Name", fill("Đặng"))
	s.must("frame=far; name: Save", click)
	if got := s.log(); got != "saved Đặng" {
		t.Errorf("the page noted %q", got)
	}
	if seen, err := s.session.Look(t.Context(), act.Look{Text: "foreign lands", Within: patience}); !seen || err != nil {
		t.Errorf("a text of another site is not seen: %v", err)
	}
}

// TestAbroadAndBack: a frame changes its process with its site, and is found
// again each time.
func TestAbroadAndBack(t *testing.T) {
	t.Parallel()
	s := openAbroad(t)
	s.goTo("abroad.html")
	for _, link := range []string{"Own", "Far", "Near", "Far", "Own"} {
		s.must("frame=far; name: "+link, click)
		s.must("frame=far; label: Name", fill(link))
		s.must("frame=far; name: Save", click)
	}
	if got := s.log(); got != "saved Own saved Far saved Near saved Far saved Own" {
		t.Errorf("the page noted %q", got)
	}
	s.click("Remove")
	_, err := s.do("frame=far; name: Save", clickIn)
	s.failed(err, fault.Technical, "frame of the element")
}

// TestAbroadAtOnce: a message box of another site is answered like any other.
func TestAbroadAtOnce(t *testing.T) {
	t.Parallel()
	s := openAbroad(t)
	s.goTo("abroad.html")
	e := s.must("frame=far; name: Ask", answering("Sure?", true))
	if got := s.log(); got != "sure" || e.Said != "Sure?" {
		t.Errorf("the page noted %q", got)
	}
}

// TestAbroadInPictures: what is hidden in pictures is hidden there too.
func TestAbroadInPictures(t *testing.T) {
	t.Parallel()
	s := openAbroad(t)
	s.goTo("abroad.html")
	s.must("frame=far; label: Name", fill("Ada Lovelace"))
	if around := s.colours("far"); len(around) < 3 {
		t.Errorf("a frame that may be seen is not, it shows %d colours", len(around))
	}
	if around := s.colours("far", "foreign lands"); around[color.RGBA{0xb0, 0xb0, 0xb0, 0xff}] == 0 {
		t.Error("nothing is hidden in the frame")
	}
}

// colours counts what a picture shows inside a frame of the page.
func (s stage) colours(frame string, hide ...string) map[color.Color]int {
	s.Helper()
	data, err := s.session.Picture(s.Context(), hide)
	if err != nil {
		s.Fatal(err)
	}
	shot, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		s.Fatal(err)
	}
	x, y, wide, high := s.place(frame)
	seen := map[color.Color]int{}
	for i := x + 4; i < x+wide-4; i++ {
		for j := y + 4; j < y+high-4; j++ {
			seen[shot.At(i, j)]++
		}
	}
	return seen
}

// place is where a frame is shown in the window.
func (s stage) place(frame string) (x, y, wide, high int) {
	s.Helper()
	for place := range strings.SplitSeq(s.must("id: places", act.Action{Verb: act.Read}).Value, ";") {
		var name string
		var at [4]float64
		if _, err := fmt.Sscan(place, &name, &at[0], &at[1], &at[2], &at[3]); err == nil && name == frame {
			return int(at[0]), int(at[1]), int(at[2]), int(at[3])
		}
	}
	s.Fatalf("there is no frame %q", frame)
	return
}
