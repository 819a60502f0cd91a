// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/csv"
	"fmt"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/report"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios/examples"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// verdict is what the demonstration ends with.
type verdict struct {
	Cases   caseCounts   `json:"cases"`
	Ledger  ledgerCounts `json:"ledger"`
	Ledgers []string     `json:"ledgers"`
	Journal string       `json:"journal"`
	Report  string       `json:"report"`
}

type caseCounts struct {
	Done      int `json:"done"`
	Unchanged int `json:"unchanged"`
	Halted    int `json:"halted"`
	Business  int `json:"business"`
	Technical int `json:"technical"`
}

type ledgerCounts struct {
	Expected int `json:"expected"`
	Found    int `json:"found"`
	Double   int `json:"double"`
}

// judge compares what the applications' own ledgers say with what was to be
// done, verifies the journal, and writes the report.
func (a *app) judge(o demoOptions, order robot.Order, t *town, s robot.Summary) error {
	want, err := expected()
	if err != nil {
		return err
	}
	v := verdict{Ledgers: []string{t.RegisterLedger, t.LibraryLedger, t.TreasuryLedger}, Journal: o.journal(), Report: filepath.Join(o.dir, "report.html")}
	wrong, err := v.compare(want, order, s)
	if err != nil {
		return err
	}
	_, verifyErr := journal.Verify(disk.At(o.journal()), journal.VerifyOptions{By: order.Keys.Verifiers(), Keys: order.Keys})
	if err := a.writeReport(v.Report, order, s, reportOptions{values: true, ledger: v.Ledger.judgement(wrong)}); err != nil {
		return err
	}
	a.conclude(v, wrong, verifyErr)
	switch {
	case verifyErr != nil:
		return exit(fault.Evidence.ExitCode())
	case len(wrong) > 0:
		return exit(fault.Technical.ExitCode())
	}
	return nil
}

// expectation is what must come of one notice: its outcome, and the keys that
// are changed in each system.
type expectation struct {
	outcome journal.Outcome
	keys    [3]string
}

func expected() (map[string]expectation, error) {
	f, err := examples.Files.Open(demoScenario + "/expected.csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = ';'
	rows, err := r.ReadAll()
	out := map[string]expectation{}
	for i, row := range rows {
		if i > 0 {
			out[row[0]] = expectation{journal.Outcome(row[1]), [3]string{row[2], row[3], row[4]}}
		}
	}
	return out, err
}

// compare counts, and tells what is not as expected.
func (v *verdict) compare(want map[string]expectation, order robot.Order, s robot.Summary) ([]speech.Text, error) {
	var wrong []speech.Text
	changes := map[string]bool{}
	for _, r := range s.Results {
		v.Cases.add(r.Outcome)
		reference := order.Cases[r.Number-1]["aktenzeichen"]
		e := want[reference]
		if e.outcome != r.Outcome {
			wrong = append(wrong, speech.Say("%s: %s instead of %s", "%s: %s statt %s", reference, outcomeWord(r.Outcome), outcomeWord(e.outcome)))
		}
		for i, key := range e.keys {
			if key != "" {
				v.Ledger.Expected++
				changes[fmt.Sprint(i, key, order.Cases[r.Number-1]["nachname_neu"])] = true
			}
		}
	}
	return v.readLedgers(changes, wrong)
}

// readLedgers counts the entries: expected ones found, and everything that was
// saved twice or should not have been.
func (v *verdict) readLedgers(changes map[string]bool, wrong []speech.Text) ([]speech.Text, error) {
	for i, path := range v.Ledgers {
		entries, err := ledger.Read(path)
		if err != nil {
			return wrong, err
		}
		for _, e := range entries {
			name, ok := e.Field([]string{"famname", "nachname", "nachname"}[i])
			key := fmt.Sprint(i, e.Key, name.New)
			switch {
			case e.Count > 1 || name.Count > 1:
				v.Ledger.Double++
				wrong = append(wrong, speech.Say("%s was saved %d times", "%s wurde %d-mal gespeichert", e.Key, e.Count))
			case ok && changes[key]:
				v.Ledger.Found++
				delete(changes, key)
			default:
				wrong = append(wrong, speech.Say("%s was changed unasked", "%s wurde ungefragt geändert", e.Key))
			}
		}
	}
	for range changes {
		wrong = append(wrong, speech.Say("a change is missing in the ledger", "eine Änderung fehlt in der Buchführung"))
	}
	return wrong, nil
}

func (c *caseCounts) add(o journal.Outcome) {
	switch o {
	case run.Done:
		c.Done++
	case run.Unchanged:
		c.Unchanged++
	case run.Halted:
		c.Halted++
	case run.Business:
		c.Business++
	default:
		c.Technical++
	}
}

// judgement is the ledgers' word for the report.
func (c ledgerCounts) judgement(wrong []speech.Text) *report.Ledger {
	return &report.Ledger{Expected: c.Expected, Found: c.Found, Double: c.Double, Problems: wrong}
}

// conclude says how it went, and where everything is.
func (a *app) conclude(v verdict, wrong []speech.Text, verifyErr error) {
	lang := a.speaks()
	if a.json {
		for _, w := range wrong {
			fmt.Fprintln(a.err, "heinzel: "+w.In(lang))
		}
		a.object(a.out, v)
		return
	}
	c := v.Cases
	fmt.Fprintln(a.out)
	fmt.Fprintf(a.out, "%s\n", speech.Say("done %d · unchanged %d · halted %d · business %d · technical %d",
		"erledigt %d · unverändert %d · angehalten %d · fachlich %d · technisch %d", c.Done, c.Unchanged, c.Halted, c.Business, c.Technical).In(lang))
	a.say(speech.Say("ledgers: %d changes expected, %d found, %d double", "Buchführung der Fachverfahren: %d Änderungen erwartet, %d gefunden, %d doppelt", v.Ledger.Expected, v.Ledger.Found, v.Ledger.Double))
	for _, w := range wrong {
		a.say(w)
	}
	a.say(speech.Say("journal  %s", "Journal  %s", v.Journal))
	a.say(speech.Say("report   %s", "Bericht  %s", v.Report))
	a.say(speech.Say("verify   heinzel journal verify --keys %s %s", "prüfen   heinzel journal verify --keys %s %s", filepath.Join(filepath.Dir(v.Journal), "keys"), v.Journal))
	if verifyErr != nil {
		a.explain(verifyErr)
		return
	}
	a.say(speech.Say("         the journal verifies", "         das Journal ist unverändert und vollständig"))
}
