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
