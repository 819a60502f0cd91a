// SPDX-License-Identifier: EUPL-1.2

package check_test

import (
	"os"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

func TestTheExampleIsSound(t *testing.T) {
	t.Parallel()
	var report source.Report
	s, err := format.Folder(&report, os.DirFS("../examples/namensaenderung"), "namensaenderung")
	if err != nil {
		t.Fatal(err)
	}
	if s != nil {
		check.Scenario(&report, s)
	}
	for _, d := range report.Sorted() {
		t.Error(d)
	}
}

func TestAPasswordInClearIsWarnedAbout(t *testing.T) {
	t.Parallel()
	for origin, warned := range map[string]int{"http://amt.example": 1, "https://amt.example": 0, "http://127.0.0.1:8801": 0, "http://localhost": 0} {
		var report source.Report
		env := &scenarios.Environment{Systems: []scenarios.Location{{System: "amt", Origins: []string{origin}, Access: scenarios.Access{SignIn: &scenarios.SignIn{User: "u", Password: "p"}}}}}
		check.Environment(&report, &scenarios.Scenario{Systems: []scenarios.System{{Name: "amt"}}}, env)
		if len(report.Sorted()) != warned || report.Failed() {
			t.Errorf("%s: %v", origin, report.Sorted())
		}
	}
}

func TestWhereAHostCanBe(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind    scenarios.SystemKind
		address string
		said    int
		failed  bool
	}{
		{scenarios.Host, "tn3270s://host.example?codepage=cp1141", 0, false},
		{scenarios.Host, "tn3270://127.0.0.1:8804?codepage=cp273", 0, false},
		{scenarios.Host, "tn3270://host.example?codepage=cp273", 1, false}, // passwords in clear
		{scenarios.Host, "tn3270s://host.example", 1, true},                // no code page is guessed
		{scenarios.Host, "https://host.example/", 1, true},
		{scenarios.Browser, "tn3270s://host.example?codepage=cp273", 1, true},
	} {
		var report source.Report
		env := &scenarios.Environment{Systems: []scenarios.Location{{System: "kasse", Address: c.address, Secrets: map[string]string{"kennwort": "kasse.kennwort"}}}}
		check.Environment(&report, &scenarios.Scenario{Systems: []scenarios.System{{Name: "kasse", Kind: c.kind}}}, env)
		if len(report.Sorted()) != c.said || report.Failed() != c.failed {
			t.Errorf("%s at %s: %v", c.kind, c.address, report.Sorted())
		}
	}
}
