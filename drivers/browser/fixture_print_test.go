// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"bytes"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

func TestPrint(t *testing.T) {
	t.Parallel()
	s := open(t)
	printed := func(screen scenarios.Screen) (act.Effect, error) {
		return s.do("", act.Action{Verb: act.Print, Screen: &screen, Within: brief})
	}
	s.goTo("read.html")
	e, err := printed(scenarios.Screen{Name: "page"})
	if err != nil || e.Value != "page.pdf" || len(e.File) < 1000 || !bytes.Contains(e.File, []byte("%%EOF")) {
		t.Errorf("%q with %d bytes: %v", e.Value, len(e.File), err)
	}
	_, err = printed(scenarios.Screen{Name: "popup", Window: scenarios.WindowHint{Title: "gone"}})
	s.failed(err, fault.Technical, "window")
	s.goTo("origin.html")
	_, err = printed(scenarios.Screen{Name: "page"})
	s.failed(err, fault.Halted, "does not allow")
	_, _ = s.do("", act.Action{Verb: act.Open, Text: "/elsewhere"})
	_, err = printed(scenarios.Screen{Name: "page"})
	s.failed(err, fault.Halted, "does not allow")
}
