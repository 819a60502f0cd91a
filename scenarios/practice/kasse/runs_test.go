// SPDX-License-Identifier: EUPL-1.2

package kasse_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/kasse"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const (
	user     = "kasse1"
	password = "Taler-1998"
)

// accounts are 30 citizens of one name, whom only their day of birth tells
// apart, and some others.
func accounts() []kasse.Account {
	var out []kasse.Account
	for i := range 30 {
		out = append(out, kasse.Account{
			Number: fmt.Sprint(40000000 + i), Surname: "Müller", GivenName: "Anna", BirthDate: fmt.Sprintf("%02d.03.1985", i+1),
			Address: "Lindenstraße 4", Kind: "Grundsteuer",
		})
	}
	for i, name := range []string{"Weiß", "Schäfer", "de la Croix"} {
		out = append(out, kasse.Account{Number: fmt.Sprint(40000100 + i), Surname: name, GivenName: "Jörg", BirthDate: "01.01.1970", Address: "Kirchgasse 2", Kind: "Hundesteuer"})
	}
	return out
}

// open starts the treasury, and answers its address.
func open(t *testing.T, s trouble.Switches) (address, book string) {
	t.Helper()
	return serve(t, filepath.Join(t.TempDir(), "kasse.ledger.jsonl"), s)
}

func serve(t *testing.T, ledger string, s trouble.Switches) (address, book string) {
	t.Helper()
	app, err := kasse.New(kasse.Options{Accounts: accounts(), User: user, Password: password, Ledger: ledger, Switches: s})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(context.WithoutCancel(t.Context())) // terminals are closed before the host is
	var served sync.WaitGroup
	served.Go(func() { _ = app.Serve(ctx, l) })
	t.Cleanup(func() {
		end()
		served.Wait()
		app.Close()
	})
	return "tn3270://" + l.Addr().String() + "?codepage=cp273", ledger
}

// bound is the scenario of the practice, bound to where the treasury is.
func bound(t *testing.T, address string) *plan.Plan {
	t.Helper()
	text := fmt.Sprintf("environment: 1\nsystems:\n  kasse: {address: \"%s\", secrets: {benutzer: b, kennwort: k}}\nlimits: {answer: 3 s, retries: 4, pause: 10 ms}\n", address)
	var report source.Report
	p, err := robot.Load(&report, robot.Source{
		Scenario: os.DirFS("testdata/kontoinhaber"), Shown: "kontoinhaber",
		Environment: fstest.MapFS{"kasse.yaml": {Data: []byte(text)}}, EnvironmentFile: "kasse.yaml",
	})
	if err != nil || p == nil {
		t.Fatal(err, report.Sorted())
	}
	return p
}

// perform runs cases, each renaming one account.
func perform(t *testing.T, address string, cases []map[string]string) []run.Result {
	t.Helper()
	keys, err := journal.LoadOrCreateKeys(filepath.Join(t.TempDir(), "keys"))
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{"b": user, "k": password}
	summary, err := robot.Run(t.Context(), robot.Order{
		Plan: bound(t, address), ID: "kasse", Dir: t.TempDir(), Folder: disk.NewMemory(), Keys: keys, Version: "test", Cases: cases,
		Crew: robot.Crew(func(name string) (secret.Value, error) { return secret.New(words[name]), nil }, page.Options{}, nil),
	})
	if err != nil {
		t.Fatal(err)
	}
	return summary.Results
}

func rename(a kasse.Account, surname string) map[string]string {
	return map[string]string{"aktenzeichen": a.Number, "nachname_alt": a.Surname, "vorname": a.GivenName, "geburtsdatum": a.BirthDate, "nachname_neu": surname}
}

// names fit into code page 273; the last does not.
var names = []string{"Müller-Lüdenscheidt", "Größe", "O'Neill", "García Márquez", "Ørsted", "Lehmann gen. Voß", "Đặng"}

// TestSeededRuns: whatever goes wrong, the ledger has each change that is said
// to be done, once, and nothing else.
func TestSeededRuns(t *testing.T) {
	t.Parallel()
	const runs, atOnce = 50, 10
	seats := make(chan struct{}, atOnce)
	var all sync.WaitGroup
	counts := counter{}
	for seed := range uint64(runs) {
		seats <- struct{}{}
		all.Go(func() {
			defer func() { <-seats }()
			t.Run(fmt.Sprint(seed), func(t *testing.T) { seeded(t, seed, &counts) })
		})
	}
	all.Wait()
	t.Logf("%d runs: %v", runs, counts.outcomes)
	for _, o := range []journal.Outcome{run.Done, run.Halted, run.Business} {
		if counts.outcomes[o] == 0 {
			t.Errorf("no case ended %s: the troubles are not as meant", o)
		}
	}
}

type counter struct {
	mu       sync.Mutex
	outcomes map[journal.Outcome]int
}

func (c *counter) add(o journal.Outcome) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.outcomes == nil {
		c.outcomes = map[journal.Outcome]int{}
	}
	c.outcomes[o]++
}

func seeded(t *testing.T, seed uint64, counts *counter) {
	random := rand.New(rand.NewPCG(seed, 3270))
	everybody := accounts()
	random.Shuffle(len(everybody), func(i, j int) { everybody[i], everybody[j] = everybody[j], everybody[i] })
	s := trouble.Switches{
		Seed: seed, Delay: trouble.Range{Max: 40 * time.Millisecond}, LogOutAfter: 10 + random.IntN(20), LogOutTimes: 1,
		FailLoading: map[string]int{}, FailBeforeSave: map[string]int{}, FailAfterSave: map[string]int{},
	}
	var cases []map[string]string
	want := map[string]string{}
	for _, a := range everybody[:3] {
		name := names[random.IntN(len(names))]
		cases, want[a.Number] = append(cases, rename(a, name)), name
		switch random.IntN(6) {
		case 0:
			s.FailLoading[a.Number] = 1 + random.IntN(2)
		case 1:
			s.FailBeforeSave[a.Number] = 1
		case 2:
			s.FailAfterSave[a.Number] = 1
		case 3:
			s.SecondLayoutFor = append(s.SecondLayoutFor, a.Number)
		}
	}
	cases = append(cases, rename(kasse.Account{Number: "-", Surname: "Niemand", GivenName: "Nie", BirthDate: "01.01.1970"}, "Jemand"))
	address, book := open(t, s)
	judge(t, perform(t, address, cases), cases, want, book, counts)
}

// judge holds the results against the ledger.
func judge(t *testing.T, results []run.Result, cases []map[string]string, want map[string]string, book string, counts *counter) {
	entries, err := ledger.Read(book)
	if err != nil {
		t.Fatal(err)
	}
	saved := map[string]bool{}
	for _, e := range entries {
		c, _ := e.Field("nachname")
		if e.Count != 1 || c.New != want[e.Key] {
			t.Errorf("the ledger says %+v, asked for was %q", e, want[e.Key])
		}
		saved[e.Key] = true
	}
	for _, r := range results {
		counts.add(r.Outcome)
		number := cases[r.Number-1]["aktenzeichen"]
		if saved[number] != (r.Outcome == run.Done) {
			t.Errorf("%s ended %s, and the ledger has it: %v (%v)", number, r.Outcome, saved[number], r.Err)
		}
		if r.Outcome != run.Done && (r.Err == nil || r.Outcome != run.Business && fault.HintOf(r.Err).IsZero()) {
			t.Errorf("%s ended %s without a reason or advice: %v", number, r.Outcome, r.Err)
		}
		if r.Outcome == run.Technical {
			t.Errorf("%s ended %s: %v", number, r.Outcome, r.Err)
		}
	}
}
