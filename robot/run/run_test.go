// SPDX-License-Identifier: EUPL-1.2

package run_test

import (
	"context"
	"slices"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

func TestEverythingGoesWell(t *testing.T) {
	inTime(t, inAmt+commit, func(t *testing.T, s *stage) {
		r := s.perform(t.Context())
		s.want(r, run.Done, 1)
		if !slices.Equal(r.Commits, []string{"speichern"}) {
			t.Errorf("commits %v", r.Commits)
		}
	})
}

func TestTechnicalFaultsStartAgainFromTheSafePoint(t *testing.T) {
	inTime(t, inAmt+commit, func(t *testing.T, s *stage) {
		s.amt.troubles["Name"] = []error{technical(), technical()}
		s.want(s.perform(t.Context()), run.Done, 1)
		if s.amt.sessions != 3 || !s.recorded(journal.Retry) {
			t.Errorf("%d sessions, events %v", s.amt.sessions, s.kinds())
		}
	})
}

func TestRetriesEnd(t *testing.T) {
	inTime(t, inAmt+commit, func(t *testing.T, s *stage) {
		s.amt.troubles["Name"] = []error{technical(), technical(), technical(), technical()}
		s.want(s.perform(t.Context()), run.Technical, 0)
		if s.amt.sessions != 3 {
			t.Errorf("%d sessions", s.amt.sessions)
		}
	})
}

func TestBusinessFaultsAreNotRetried(t *testing.T) {
	inTime(t, inAmt+commit, func(t *testing.T, s *stage) {
		s.amt.troubles["Name"] = []error{fault.New(fault.Business, "amt", speech.Same("no such person"))}
		s.want(s.perform(t.Context()), run.Business, 0)
		if s.amt.sessions != 1 {
			t.Errorf("%d sessions", s.amt.sessions)
		}
	})
}

func TestNothingIsRetriedAfterACommit(t *testing.T) {
	inTime(t, inAmt+commit+"          - click: maske/Anderes\n", func(t *testing.T, s *stage) {
		s.amt.troubles["Anderes"] = []error{technical()}
		r := s.perform(t.Context())
		s.want(r, run.Technical, 1)
		if !slices.Equal(r.Commits, []string{"speichern"}) {
			t.Errorf("commits %v", r.Commits)
		}
	})
}

func TestACommitThatHappenedIsVerifiedNotRepeated(t *testing.T) {
	inTime(t, inAmt+commit, func(t *testing.T, s *stage) {
		s.amt.troubles["Speichern"] = []error{saving{technical()}}
		s.want(s.perform(t.Context()), run.Done, 1)
		if !s.recorded(journal.InDoubt) || !s.recorded(journal.Verified) {
			t.Errorf("events %v", s.kinds())
		}
	})
}

func TestACommitThatDidNotHappenIsDoneAgain(t *testing.T) {
	inTime(t, inAmt+commit, func(t *testing.T, s *stage) {
		s.amt.troubles["Speichern"] = []error{technical()}
		s.want(s.perform(t.Context()), run.Done, 1)
	})
}

// The application is slow: it saves only after it was asked for the first
// time. A no that comes too early must not count.
func TestAnEarlyNoDoesNotCount(t *testing.T) {
	inTime(t, inAmt+commit, func(t *testing.T, s *stage) {
		s.crew.Drivers["browser"] = (&slow{amt: s.amt}).begin
		s.want(s.perform(t.Context()), run.Done, 1)
	})
}

func TestAMissedExpectationHalts(t *testing.T) {
	inTime(t, inAmt+`
          - id: speichern
            commit: maske/Speichern
            expect: {text: Etwas ganz anderes}
            verify:
              - {read: maske/Name, into: ist, as: name}
              - holds: ist == neu
`, func(t *testing.T, s *stage) {
		r := s.perform(t.Context())
		s.want(r, run.Halted, 1)
		if len(r.Commits) != 0 {
			t.Errorf("commits %v", r.Commits)
		}
	})
}

func TestDoubtThatCannotBeSettledWaitsForAPerson(t *testing.T) {
	inTime(t, inAmt+commit, func(t *testing.T, s *stage) {
		s.amt.troubles["Speichern"] = []error{saving{technical()}}
		s.amt.troubles["Name"] = []error{nil, technical(), technical(), technical(), technical()}
		r := s.perform(t.Context())
		s.want(r, run.Halted, 1)
		if !r.Waits {
			t.Error("the case is over although it is in doubt")
		}
		s.amt.troubles = map[string][]error{}
		s.want(s.resume(t.Context()), run.Done, 1)
	})
}

func TestByPersonIsNeverVerifiedByTheRobot(t *testing.T) {
	inTime(t, inAmt+`
          - {id: speichern, commit: maske/Speichern, verify: person}
`, func(t *testing.T, s *stage) {
		s.amt.troubles["Speichern"] = []error{technical()}
		r := s.perform(t.Context())
		s.want(r, run.Halted, 0)
		if !r.Waits {
			t.Error("the case is over")
		}
	})
}

func TestUnlessLeavesThingsAsTheyAre(t *testing.T) {
	inTime(t, inAmt+`
          - {read: maske/Name, into: ist, as: name}
          - id: speichern
            commit: maske/Speichern
            unless: ist != neu
            verify: person
`, func(t *testing.T, s *stage) { s.want(s.perform(t.Context()), run.Unchanged, 0) })
}

func TestEitherGoesOnWhileNothingWasAnnounced(t *testing.T) {
	inTime(t, `
  - either:
      - - in: amt
          do:
            - click: maske/Anderes
      - - in: amt
          do:
            - {fill: maske/Name, with: =neu}
            - {id: speichern, commit: maske/Speichern, verify: person}
`, func(t *testing.T, s *stage) {
		s.amt.troubles["Anderes"] = []error{technical(), technical(), technical()}
		s.want(s.perform(t.Context()), run.Done, 1)
	})
}

func TestEitherStopsOnceSomethingWasDone(t *testing.T) {
	inTime(t, `
  - either:
      - - in: amt
          do:
            - {fill: maske/Name, with: =neu}
            - {id: eins, commit: maske/Speichern, verify: person}
            - click: maske/Anderes
      - - in: amt
          do:
            - {id: zwei, commit: maske/Speichern, verify: person}
`, func(t *testing.T, s *stage) {
		s.amt.troubles["Anderes"] = []error{technical()}
		s.want(s.perform(t.Context()), run.Technical, 1)
	})
}

func TestTryRecovers(t *testing.T) {
	inTime(t, inAmt+`
      - try:
          - click: maske/Anderes
        recover:
          - {fill: maske/Name, with: =neu}
          - {id: speichern, commit: maske/Speichern, verify: person}
`, func(t *testing.T, s *stage) {
		s.amt.troubles["Anderes"] = []error{technical()}
		s.want(s.perform(t.Context()), run.Done, 1)
	})
}

func TestForEachCommitsOncePerRound(t *testing.T) {
	inTime(t, `
  - for each: wort
    of: liste
    do:
      - in: amt
        do:
          - {fill: maske/Name, with: =wort}
          - {id: speichern, commit: maske/Speichern, verify: person}
`, func(t *testing.T, s *stage) { s.want(s.perform(t.Context()), run.Done, 3) })
}

func TestAQuestionWaitsForItsAnswer(t *testing.T) {
	inTime(t, `
  - {ask: Wirklich?, into: antwort, answers: ["ja", "nein"]}
  - when: antwort == "nein"
    then:
      - {stop: business, because: Es soll nicht sein.}
`+inAmt+commit, func(t *testing.T, s *stage) {
		r := s.perform(t.Context())
		s.want(r, run.Halted, 0)
		s.crew.Ask = func(context.Context, string, []string) (string, error) { return "ja", nil }
		s.want(s.resume(t.Context()), run.Done, 1)
	})
}

func TestInterruptedCasesGoOnWhereTheyWere(t *testing.T) {
	inTime(t, inAmt+commit+inAmt+`
      - click: maske/Anderes
`, func(t *testing.T, s *stage) {
		ctx, cancel := context.WithCancel(t.Context())
		stop := &stopping{amt: s.amt, cancel: cancel}
		s.crew.Drivers["browser"] = stop.begin
		r := s.perform(ctx)
		s.want(r, run.Interrupted, 1)
		s.crew.Drivers["browser"] = s.amt.begin
		s.want(s.resume(t.Context()), run.Done, 1)
	})
}

func TestSecretsOfTheWayAreRecordedByName(t *testing.T) {
	inTime(t, inAmt+`
      - {read: maske/Name, into: ist}
`, func(t *testing.T, s *stage) {
		s.plan.Environment().Location("amt").Access.SignIn = &scenarios.SignIn{User: "amt.user", Password: "amt.word"}
		s.want(s.perform(t.Context()), run.Done, 0)
		if !s.recorded(journal.Secret) {
			t.Errorf("events %v", s.kinds())
		}
	})
}

func TestSecretsAreRecordedByNameOnly(t *testing.T) {
	inTime(t, inAmt+`
      - {fill: maske/Name, secret: kennwort}
`, func(t *testing.T, s *stage) {
		s.want(s.perform(t.Context()), run.Done, 0)
		if !s.recorded(journal.Secret) {
			t.Errorf("events %v", s.kinds())
		}
	})
}
