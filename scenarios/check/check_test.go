// SPDX-License-Identifier: EUPL-1.2

package check_test

import (
	"os"
	"testing"

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
