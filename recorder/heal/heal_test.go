// SPDX-License-Identifier: EUPL-1.2

package heal_test

import (
	"os"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/recorder/heal"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

func proposal(label string) act.Proposal {
	was := scenarios.Element{Name: "Nachname", Role: "textbox", Found: []scenarios.Candidate{{By: scenarios.ByLabelLeft, What: "Nachname", Matched: 1}}}
	now := was
	now.Found = []scenarios.Candidate{{By: scenarios.ByLabelLeft, What: label, Matched: 1}}
	return act.Proposal{System: "register", Screen: "person", Old: was, New: now, Trust: 0.9, Picture: []byte("png")}
}

// What was decided once is not asked again.
func TestProposalsAreDecidedOnce(t *testing.T) {
	t.Parallel()
	s := heal.In(t.TempDir())
	for _, label := range []string{"Familienname", "Familienname", "Name"} {
		if err := s.Put("dienste/umzug", proposal(label)); err != nil {
			t.Fatal(err)
		}
	}
	list, err := s.List()
	if err != nil || len(list) != 2 {
		t.Fatalf("%d proposals are kept: %v", len(list), err)
	}
	p := list[0]
	if data, err := os.ReadFile(p.Picture); err != nil || string(data) != "png" {
		t.Errorf("its picture is %q: %v", data, err)
	}
	if err := s.Decide(p.ID, heal.Rejected); err != nil {
		t.Fatal(err)
	}
	if err := s.Put("dienste/umzug", proposal(p.Now.Found[0].What)); err != nil {
		t.Fatal(err)
	}
	if again, err := s.Get(p.ID); err != nil || again.State != heal.Rejected {
		t.Errorf("it is %s now: %v", again.State, err)
	}
	if err := s.Decide(p.ID, heal.Approved); fault.KindOf(err) != fault.Usage {
		t.Errorf("it was decided twice: %v", err)
	}
	for _, id := range []string{"", "..", "../x", "00000000"} {
		if _, err := s.Get(id); fault.KindOf(err) != fault.Usage {
			t.Errorf("%q was found: %v", id, err)
		}
	}
}

func TestNothingIsProposed(t *testing.T) {
	t.Parallel()
	if list, err := heal.In(t.TempDir() + "/none").List(); err != nil || len(list) != 0 {
		t.Errorf("%v %v", list, err)
	}
}
