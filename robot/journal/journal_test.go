// SPDX-License-Identifier: EUPL-1.2

package journal_test

import (
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func TestPlay(t *testing.T) {
	t.Parallel()
	keys, dir := newKeys(t), t.TempDir()
	played(t, disk.At(dir), keys)

	j, found, err := journal.Open(disk.At(dir), keys, clock())
	if err != nil {
		t.Fatal(err)
	}
	states := []journal.State{journal.Finished, journal.Finished, journal.Running}
	for i, c := range found.Cases {
		if c.State != states[i] || c.Number != i+1 {
			t.Errorf("case %d: %+v", i+1, c)
		}
	}
	if found.Order.ID != order().ID || found.Order.Approval != journal.NotApproved || found.Cases[1].Outcome != "business" {
		t.Errorf("found %+v", found)
	}
	three, err := j.Resume(3)
	if err != nil {
		t.Fatal(err)
	}
	values, err := three.Values()
	if err != nil || values["name"].String() != canaryName+" neu" || values["betrag"].Items()[1].String() != "2026-12-31" ||
		!values["person"].Field("gefährlich").Yes() {
		t.Errorf("values %v, %v", values, err)
	}
	if err := errors.Join(three.End(journal.Done, speech.Text{}), j.End(journal.Summary{Outcome: journal.Done})); err != nil {
		t.Fatal(err)
	}
	report, err := journal.Verify(disk.At(dir), journal.VerifyOptions{Keys: keys})
	if err != nil || !report.OK() || len(report.Cases) != 3 || len(report.Open()) != 0 || report.Signed != report.Lines {
		t.Errorf("report %+v, %v", report, err)
	}
	for _, v := range report.Values {
		if v.Lost+v.Wrong > 0 || v.Right == 0 || v.Erased {
			t.Errorf("values %+v", v)
		}
	}
	noCanary(t, dir)
}

// noCanary reads every file of a folder for what must not be there.
func noCanary(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		for _, canary := range []string{canaryName, canaryNumber} {
			for _, form := range []string{canary, hex.EncodeToString([]byte(canary)), base64.StdEncoding.EncodeToString([]byte(canary))[:12]} {
				if strings.Contains(string(data), form) {
					t.Errorf("%s holds %s", path, form)
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestShow(t *testing.T) {
	t.Parallel()
	keys := newKeys(t)
	m := memory(t, keys)
	open, err := journal.Show(m, 1, keys)
	if err != nil {
		t.Fatal(err)
	}
	if open[0].Reference != canaryNumber || open[0].Values["name"].String() != canaryName {
		t.Errorf("begun: %+v", open[0])
	}
	if f, ok := errors.AsType[*fault.Fault](open[3].Fault); !ok || f.Kind != fault.Technical || !strings.Contains(f.Cause.DE, canaryName) {
		t.Errorf("fault: %+v", open[3].Fault)
	}
	closed, err := journal.Show(m, 1, nil)
	if err != nil || closed[0].Values != nil || len(closed[0].Unopened) != 4 || closed[2].Rules[0] != "ersthund" {
		t.Errorf("without keys: %+v, %v", closed[0], err)
	}
	log, err := journal.Show(m, 0, nil)
	if err != nil || log[0].Order.ID != order().ID || log[2].Kind != journal.Ended || log[2].Case != 1 {
		t.Errorf("order: %+v, %v", log, err)
	}
}

func TestErasedCaseStillVerifies(t *testing.T) {
	t.Parallel()
	keys := newKeys(t)
	m := memory(t, keys)
	if err := m.Remove("keys/000001.age"); err != nil {
		t.Fatal(err)
	}
	report, err := journal.Verify(m, journal.VerifyOptions{Keys: keys})
	if err != nil || !report.Values[0].Erased || report.Values[0].Right > 0 {
		t.Fatalf("%+v, %v", report.Values, err)
	}
	j, _, err := journal.Open(m, keys, clock())
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(j.Erase(2, "auditor", "period over"), j.Opened(1, "auditor", "4711/26"), j.Close()); err != nil {
		t.Fatal(err)
	}
	if report, err = journal.Verify(m, journal.VerifyOptions{Keys: keys}); err != nil || !report.Values[1].Erased {
		t.Errorf("%+v, %v", report.Values, err)
	}
	if events, err := journal.Show(m, 2, keys); err != nil || events[0].Reference != "" {
		t.Errorf("%+v, %v", events[0], err)
	}
}

func TestWrongUse(t *testing.T) {
	t.Parallel()
	keys, m := newKeys(t), disk.NewMemory()
	j, err := journal.Create(m, order(), keys, clock())
	if err != nil {
		t.Fatal(err)
	}
	c, err := j.Begin(0, "", nil)
	if err != nil || c.Number() != 1 {
		t.Fatal(c.Number(), err)
	}
	if err := c.End(journal.Done, speech.Text{}); err != nil {
		t.Fatal(err)
	}
	refused := map[string]error{
		"second writer":  second(journal.Open(m, keys, clock())),
		"begun twice":    first(j.Begin(1, "", nil)),
		"beyond the end": first(j.Begin(4, "", nil)),
		"not begun":      first(j.Resume(2)),
		"ended":          first(j.Resume(1)),
		"after its end":  c.Note(journal.Event{Kind: journal.Step}),
		"bad id":         first(journal.Create(disk.NewMemory(), journal.Order{ID: "a\nb"}, keys, clock())),
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	refused["order exists"] = first(journal.Create(m, order(), keys, clock()))
	refused["no order"] = second(journal.Open(disk.NewMemory(), keys, clock()))
	refused["closed"] = first(j.Begin(2, "", nil))
	for what, err := range refused {
		if k := fault.KindOf(err); k != fault.Usage && k != fault.Internal {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := journal.Verify(m, journal.VerifyOptions{By: newKeys(t).Verifiers()}); fault.KindOf(err) != fault.Evidence {
		t.Errorf("other key: %v", err)
	}
}

func first[T any](_ T, err error) error { return err }

func second[T, U any](_ T, _ U, err error) error { return err }

func TestManyCasesAtOnce(t *testing.T) {
	t.Parallel()
	keys, m := newKeys(t), disk.NewMemory()
	o := order()
	o.Cases = 0
	j, err := journal.Create(m, o, keys, clock())
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			var a actor
			c := a.begin(j, 0)
			a.work(c)
			a.try(func() error { return c.End(journal.Done, speech.Text{}) })
			if a.err != nil {
				t.Error(a.err)
			}
		})
	}
	all.Wait()
	if err := j.End(journal.Summary{Outcome: journal.Done}); err != nil {
		t.Fatal(err)
	}
	report, err := journal.Verify(m, journal.VerifyOptions{Keys: keys})
	if err != nil || len(report.Cases) != 20 || len(report.Open()) > 0 {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestEveryKindOfValueComesBack(t *testing.T) {
	t.Parallel()
	texts := map[value.Kind]string{
		value.Text: " a\tb ", value.Name: "Özgür", value.Integer: "-12", value.Decimal: "1.234",
		value.Money: "1234.50 CHF", value.Date: "2026-12-31", value.Boolean: "no",
	}
	in := map[string]value.Value{"choice": value.NewChoice("rot"), "missing": {}, "empty": value.NewText(""), "none": value.NewList()}
	for kind, text := range texts {
		v, err := value.ParseISO(value.Of(kind), text)
		if err != nil {
			t.Fatal(err)
		}
		in[string(kind)] = v
	}
	j, err := journal.Create(disk.NewMemory(), order(), newKeys(t), clock())
	if err != nil {
		t.Fatal(err)
	}
	c, err := j.Begin(1, "", in)
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.Values()
	for name, v := range in {
		if out[name].Kind() != v.Kind() || out[name].String() != v.String() {
			t.Errorf("%s: %q, want %q (%v)", name, out[name], v, err)
		}
	}
}
