// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

// batch is how many characters and sequences are written at once.
const batch = 155

// letters are all characters and sequences of DIN 91379 that are no controls.
func letters(t *testing.T) []string {
	t.Helper()
	list, err := os.ReadFile("testdata/din91379/latin_list_1.3.txt")
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

// TestLetters holds that each of them arrives as it is, however it is written:
// the field, the page's own script and the server see the same.
func TestLetters(t *testing.T) {
	t.Parallel()
	all := letters(t)
	if len(all) != 927 {
		t.Fatalf("the list has %d characters and sequences", len(all))
	}
	posted := make(chan url.Values, 1)
	s := openOn(t, server(t, posted))
	for some := range slices.Chunk(all, batch) {
		text := strings.Join(some, "")
		s.goTo("letters.html")
		for _, at := range []string{"label: Input", "label: Area", "name: Rich", "label: Masked; keys"} {
			if got := s.must(at, fill(text)).Value; same(got) != same(text) {
				t.Errorf("%s holds %q instead of %q", at, got, text)
			}
		}
		s.click("Send")
		form := <-posted
		for _, name := range []string{"input", "area", "rich", "masked"} {
			if got := form.Get(name); got != text {
				t.Errorf("the server got as %s %q instead of %q", name, got, text)
			}
		}
	}
}

// same writes a no-break space as a space: in a rich text, both are read alike.
func same(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

// server takes what letters.html sends.
func server(t *testing.T, posted chan<- url.Values) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir("testdata")))
	mux.HandleFunc("POST /letters", func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil {
			t.Error(err)
		}
		posted <- r.PostForm
		http.Redirect(w, r, "/letters.html", http.StatusSeeOther)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.CloseClientConnections)
	t.Cleanup(server.Close)
	return server.URL
}

// TestLettersThatAreChanged: a field that drops what stands above or below a
// letter does not hold the name, one that only takes letters apart does.
func TestLettersThatAreChanged(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "stripped", page: "letters.html", do: fill("Đặng Thị Hằng"), at: "label: Plain", kind: fault.Halted, says: `"Đang Thi Hang" instead of "Đặng Thị Hằng"`},
		{name: "taken apart", page: "letters.html", do: fill("Hằng"), at: "label: Taken apart", value: "Ha\u0306\u0300ng"},
		{name: "tab and lines in an area", page: "letters.html", do: fill("a\tb\r\nc"), at: "label: Area", value: "a\tb\nc"},
		{name: "tab and lines by keys", page: "letters.html", do: fill("a\tb\nc"), at: "label: Area; keys", value: "a\tb\nc"},
		{name: "line in a field of one line", page: "letters.html", do: fill("a\nb"), at: "label: Input; keys", kind: fault.Halted, says: "of one line"},
	})
	s.must("label: Input", fill("x"))
	s.must("label: Input", press("Ă")) // the keyboard table has Alt there
	if got := s.must("label: Input", act.Action{Verb: act.Read}).Value; got != "xĂ" {
		t.Errorf("a key wrote %q", got)
	}
	if got := s.must("label: Masked", act.Action{Verb: act.Read}).Value; got != "" {
		t.Errorf("the field beside it holds %q", got)
	}
}
