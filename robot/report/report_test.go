// SPDX-License-Identifier: EUPL-1.2

package report_test

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/report"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// golden writes the expected pages anew where -update is given.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := "testdata/" + name
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the page differs from %s; look at it, then run the test with -update", path)
	}
}

func TestMain(m *testing.M) {
	flag.Bool("update", false, "write the golden files anew")
	flag.Parse()
	os.Exit(m.Run())
}

func TestGolden(t *testing.T) {
	for lang, name := range map[speech.Lang]string{speech.German: "order.de.html", speech.English: "order.en.html"} {
		r := order(t)
		r.Lang, r.ShowValues = lang, lang == speech.German
		golden(t, name, written(t, r))
	}
}

func TestGoldenStatement(t *testing.T) {
	for lang, name := range map[speech.Lang]string{speech.German: "statement.de.html", speech.English: "statement.en.html"} {
		s := statement(t)
		s.Lang, s.ShowValues = lang, lang == speech.German
		golden(t, name, stated(t, s))
	}
}

// TestManyCases: beyond two hundred cases, steps are shown only of those that
// need a person, and the page says so.
func TestManyCases(t *testing.T) {
	r := order(t)
	for len(r.Cases) < 201 {
		r.Cases = append(r.Cases, r.Cases[0])
	}
	page := string(written(t, r))
	if n := strings.Count(page, "<details"); n != 1 || !strings.Contains(page, "The order has 201 cases.") || !strings.Contains(page, `id="case-3"`) {
		t.Errorf("steps of %d cases are shown", n)
	}
	r.Cases = r.Cases[:200]
	page = string(written(t, r))
	if n := strings.Count(page, "<details"); n != 196 || strings.Contains(page, "The order has") {
		t.Errorf("steps of %d cases are shown", n)
	}
}

// TestNothingToDo is an order that went well: nobody has anything to do.
func TestNothingToDo(t *testing.T) {
	r := order(t)
	r.Cases, r.Ledger, r.NotBegun = r.Cases[:2], nil, 0
	page := string(written(t, r))
	for _, absent := range []string{"<article", "<img", "What the systems say", "Not begun yet"} {
		if strings.Contains(page, absent) {
			t.Errorf("the page holds %q", absent)
		}
	}
	if !strings.Contains(page, "No case needs a person.") {
		t.Error("the page does not say that nothing is to do")
	}
}

// TestValuesStayOut looks for personal data in a report that may show none.
func TestValuesStayOut(t *testing.T) {
	r := order(t)
	r.ShowValues = false
	page := string(written(t, r))
	for _, canary := range []string{"Schmidt", "Jansen", "21.06.1978"} {
		if strings.Contains(page, canary) {
			t.Errorf("the page quotes %q", canary)
		}
	}
	s := statement(t)
	s.Cases[0].Reference = "Jansen"
	for _, canary := range []string{"Schmidt", "Jansen", "21.06.1978"} {
		if strings.Contains(string(stated(t, s)), canary) {
			t.Errorf("the statement quotes %q", canary)
		}
	}
}

// TestHostileWords holds that no word of a case becomes part of the page's
// form.
func TestHostileWords(t *testing.T) {
	r := order(t)
	r.ShowValues = true
	r.Title = `</title><script>alert(1)</script>`
	r.Cases[2].Reason = speech.Same(`<img src=x onerror=alert(1)>`)
	r.Cases[2].Picture = []byte(`<svg onload="alert(1)">`)
	page := string(written(t, r))
	for _, bad := range []string{"<script", "<img src=x", "<svg"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
}

func written(t *testing.T, r report.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := report.HTML(r, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func stated(t *testing.T, s report.Statement) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := s.HTML(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// statement is about the first case, whose reference is not known without its
// values.
func statement(t *testing.T) report.Statement {
	t.Helper()
	s := report.Statement{Report: order(t), Of: 6, Issued: begun().Add(time.Hour), By: "mustermann"}
	s.Cases = s.Cases[:1]
	s.Cases[0].ReferenceWithoutValues = ""
	return s
}

// order is a small order with every outcome.
func order(t *testing.T) report.Report {
	hash := strings.Repeat("4f1c", 16)
	return report.Report{
		Lang: speech.English, Title: "Namensänderung nachziehen", Order: "20260715-083000-a1b2c3",
		Begun: begun(), Ended: begun().Add(95 * time.Second), StartedBy: "mustermann", Environment: "uebung",
		Approval: speech.Say("not approved: test operation", "nicht freigegeben: Testbetrieb"),
		Versions: []report.Version{
			{What: speech.Say("scenario", "Ablauf"), Name: "Namensänderung nachziehen", Hash: hash},
			{What: speech.Say("program", "Programm"), Name: "heinzel v0.1.0"},
		},
		Cases:  cases(t),
		Ledger: &report.Ledger{Expected: 2, Found: 2, Double: 1, Problems: []speech.Text{speech.Say("0040012 was saved 2 times", "0040012 wurde 2-mal gespeichert")}},
		Proof:  report.Proof{Command: "heinzel journal verify --key 'heinzel+1' 'order'", PublicKey: "heinzel+1", Checkpoint: "heinzel/order/x\n52\nkxr9=\n\n— heinzel c6cM\n"},

		NotBegun: 3,
	}
}

func cases(t *testing.T) []report.Case {
	twice := speech.Say("no element is meant beyond doubt", "kein Element ist zweifelsfrei gemeint")
	return []report.Case{
		{Number: 1, Outcome: report.Done, Reference: "33.1-2026/0412", ReferenceWithoutValues: "33.1-2026/0412", Begun: begun(), Took: 4200 * time.Millisecond, Commits: commits(), Decisions: decisions(), Steps: steps()},
		{Number: 2, Outcome: report.Unchanged, Reference: "33.1-2026/0415", ReferenceWithoutValues: "33.1-2026/0415", Took: 1500 * time.Millisecond},
		{
			Number: 3, Outcome: report.Halted, Reference: "Schmidt, Thomas", Begun: begun(), Took: 61 * time.Second, Waits: true, Picture: grey(t), Steps: steps()[:2],
			Reason:              speech.Say("%s: 2 rows could be meant: Schmidt 21.06.1978", "%s: 2 Zeilen könnten gemeint sein: Schmidt 21.06.1978", twice),
			ReasonWithoutValues: twice, Hint: speech.Say("look at both", "sehen Sie beide an"), HintWithoutValues: speech.Say("look at both", "sehen Sie beide an"),
		},
		{Number: 4, Outcome: report.Business, Reference: "33.1-2026/0447", ReferenceWithoutValues: "33.1-2026/0447", Reason: speech.Same("Jansen steht nicht im Melderegister."), ReasonWithoutValues: speech.Say("step 2.1.8", "Schritt 2.1.8"), Took: 2 * time.Second},
		{Number: 5, Outcome: report.Technical, Reference: "33.1-2026/0450", ReferenceWithoutValues: "33.1-2026/0450", Reason: speech.Say("the system does not answer", "das Verfahren antwortet nicht"), ReasonWithoutValues: speech.Say("the system does not answer", "das Verfahren antwortet nicht"), Took: 2 * time.Hour},
		{Number: 6, Outcome: report.Interrupted, Reference: "33.1-2026/0453", ReferenceWithoutValues: "33.1-2026/0453", Waits: true},
	}
}

func begun() time.Time { return time.Date(2026, 7, 15, 8, 30, 0, 0, time.UTC) }

func commits() []report.Commit {
	return []report.Commit{
		{ID: "register_speichern", System: "Melderegister", At: begun().Add(2 * time.Second), Text: "Klicke auf „Speichern“ (Maske Person)."},
		{ID: "bibliothek_speichern", System: "Bibliothek", At: begun().Add(4 * time.Second)},
	}
}

func decisions() []report.Decision {
	return []report.Decision{{
		At: begun(), Rulebook: "Namensänderung: betroffene Fachverfahren",
		Rules:   []report.Rule{{ID: "nur-einwohner", If: "in der Stadt gemeldet", Then: "Melderegister betroffen: ja", Basis: "§ 3 Abs. 1 Nr. 1 BMG"}, {ID: "frist"}},
		Outputs: []report.Fact{{Label: "Melderegister betroffen", Value: "ja"}},
		Facts:   []report.Fact{{Label: "bisheriger Nachname", Value: "Schmidt"}},
	}}
}

func steps() []report.Step {
	return []report.Step{
		{At: begun(), What: "begonnen"},
		{At: begun().Add(time.Second), Number: "2.1.9", Text: "Klicke auf „Laden“.", What: "gelesen", Values: []report.Fact{{Label: "nachname", Value: "Schmidt"}, {Value: "21.06.1978"}}},
		{At: begun().Add(2 * time.Second), Number: "2.1.16", Text: "Klicke auf „Speichern“ (Maske Person).", What: "angekündigt, unwiderruflich ausgeführt", Marked: true},
		{At: begun().Add(26 * time.Hour), What: "Ende: erledigt"},
	}
}

// grey is a small picture without anything on it.
func grey(t *testing.T) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 4, 3))
	img.Set(1, 1, color.Gray{Y: 200})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
