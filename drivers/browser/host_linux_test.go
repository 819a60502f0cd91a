// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"slices"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/browser"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// sharing gives two stages in one browser process.
func sharing(t *testing.T) (one, other stage) {
	t.Helper()
	address := site(t)
	shared := options(t.TempDir())
	shared.Host = &page.Host{}
	begin := func() stage {
		s, err := browser.Driver{Options: shared}.Begin(t.Context(), scenarios.Location{Address: address + "/shared.html", Origins: []string{address}})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(s.Close)
		return stage{t, s, address}
	}
	return begin(), begin()
}

// TestOneProcess: systems that share a browser share nothing else.
func TestOneProcess(t *testing.T) {
	t.Parallel()
	one, other := sharing(t)
	if one.session.Process() != other.session.Process() {
		t.Fatal("there are two processes")
	}
	pid := one.session.Process()
	one.click("Remember")
	one.click("Open")
	one.must("window=Search; label: Name", fill("Ada"))
	other.click("Recall")
	if got := other.log(); got != "nothing" {
		t.Errorf("the other remembers %q", got)
	}
	_, err := other.do("window=Search; label: Name", clickIn)
	other.failed(err, fault.Technical, "window of the element")
	one.session.Close()
	other.click("Recall")
	other.session.Close()
	if left := running(t, "--user-data-dir"); slices.Contains(left, pid) {
		t.Error("the process is left behind the last guest")
	}
}

// TestOneProcessLost: when the process dies all guests are lost, and the next
// one gets a new process.
func TestOneProcessLost(t *testing.T) {
	t.Parallel()
	one, other := sharing(t)
	killAll(t, []int{one.session.Process()})
	for _, s := range []stage{one, other} {
		_, err := s.do("name: Recall", clickIn)
		s.failed(err, fault.Technical, "ended unexpectedly")
		s.session.Close()
	}
}

// TestMemory: what a browser holds is told, and a worn one is replaced.
func TestMemory(t *testing.T) {
	t.Parallel()
	s := open(t)
	if held := s.session.Memory(); held < 50<<20 || held > 4<<30 {
		t.Errorf("the browser holds %d MB", held>>20)
	}
	for range 199 {
		if s.session.Worn() {
			t.Fatal("it is worn too early")
		}
	}
	if !s.session.Worn() {
		t.Error("it never wears out")
	}
}
