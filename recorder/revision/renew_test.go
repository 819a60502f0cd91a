// SPDX-License-Identifier: EUPL-1.2

package revision_test

import (
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/recorder/revision"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// One element is found otherwise; nothing else of the file changes.
func TestRenewOneElement(t *testing.T) {
	t.Parallel()
	files := folder(t, "../../scenarios/examples/namensaenderung")
	name := "elements/melderegister.yaml"
	now := scenarios.Element{Name: "Nachname", Role: "textbox", Found: []scenarios.Candidate{{By: scenarios.ByLabelLeft, What: "Familienname", Matched: 1}}}
	r, err := revision.Renew(files, "melderegister", "person", now)
	if err != nil {
		t.Fatal(err)
	}
	text := string(r.Files[name])
	if len(r.Files) != 1 || !strings.Contains(text, "label left: Familienname") {
		t.Fatalf("changed are %d files:\n%s", len(r.Files), text)
	}
	was, is := strings.Split(string(files[name]), "\n"), strings.Split(text, "\n")
	kept := 0
	for _, line := range is {
		for _, old := range was {
			if line == old {
				kept++
				break
			}
		}
	}
	if len(is)-kept > 1 {
		t.Errorf("%d lines are new:\n%s", len(is)-kept, text)
	}
	now.Name = "Rufname"
	if _, err := revision.Renew(files, "melderegister", "person", now); fault.KindOf(err) != fault.Usage {
		t.Errorf("an element that is not there was renewed: %v", err)
	}
}
