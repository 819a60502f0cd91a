// SPDX-License-Identifier: EUPL-1.2

package bench

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"slices"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/heinzel-rpa/heinzel/rules/backtest"
	"github.com/heinzel-rpa/heinzel/rules/book"
)

// entrant is an engine with a name; those that know no unknown facts get the
// cases that lack none.
type entrant struct {
	name    string
	run     engine
	unknown bool
}

func entrants(t *testing.T, size int, cases []Case) (all []entrant, candidates engine) {
	hits, candidates := heinzel(t, size, cases)
	return []entrant{
		{"generated Go", generated(size, cases), true},
		{"Heinzel", hits, true},
		{"its loop without index", naiveLoop(t, size, cases), true},
		{"plain expr", plainExpr(t, size, cases), false},
		{"OPA Rego", regoEngine(t, size, cases), false},
		{"CEL", celEngine(t, size, cases), false},
	}, candidates
}

// TestBench compares the engines in one run, after comparing their hits, and
// prints ratios to generated Go of the same size: the least of several rounds,
// since machines are noisy.
func TestBench(t *testing.T) {
	cases := Cases(256)
	out := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "rules\tengine\tper case\tratio\tcompiling")
	for _, size := range []int{100, 1000, 10_000} {
		all, candidates := entrants(t, size, cases)
		agree(t, all, cases)
		base := measured(all[0].run, cases, true)
		for _, e := range append(all, entrant{"Heinzel's index alone", candidates, true}) {
			took := measured(e.run, cases, e.unknown)
			fmt.Fprintf(out, "%d\t%s\t%v\t%.2f\t\n", size, e.name, took.Round(10*time.Nanosecond), float64(took)/float64(base))
		}
		compiling(t, out, size)
	}
	out.Flush()
}

// agree compares hits; engines that take a while see fewer cases.
func agree(t *testing.T, all []entrant, cases []Case) {
	t.Helper()
	for n, c := range cases {
		want := all[0].run(n)
		for i, e := range all[1:] {
			if (c.Missing != "" && !e.unknown) || (i > 0 && n >= 20) {
				continue
			}
			if got := e.run(n); !slices.Equal(got, want) {
				t.Fatalf("%s, case %d: %v, want %v", e.name, n, got, want)
			}
		}
	}
}

// measured is the time for one case: the least mean of rounds over all cases
// that the engine can be asked.
func measured(run engine, cases []Case, unknown bool) time.Duration {
	var asked []int
	for n, c := range cases {
		if unknown || c.Missing == "" {
			asked = append(asked, n)
		}
	}
	least := time.Duration(1 << 62)
	for begun, rounds := time.Now(), 0; rounds < 3 || (time.Since(begun) < 3*time.Second && rounds < 50); rounds++ {
		batch := asked
		if begin := time.Now(); rounds == 0 {
			for _, n := range asked[:8] {
				run(n)
			}
			if time.Since(begin)/8 > 20*time.Millisecond {
				asked, batch = asked[:16], asked[:16]
			}
			continue
		}
		begin := time.Now()
		for _, n := range batch {
			run(n)
		}
		least = min(least, time.Since(begin)/time.Duration(len(batch)))
	}
	return least
}

// compiling measures reading and compiling a book, and the memory it keeps
// once its index is built.
func compiling(t *testing.T, out *tabwriter.Writer, size int) {
	text := Rulebook(Rules(size))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&before)
	begin := time.Now()
	r := compiled(t, size)
	read := time.Since(begin)
	begin = time.Now()
	if _, err := r.Candidates(facts(Cases(1)[0])); err != nil {
		t.Fatal(err)
	}
	index := time.Since(begin)
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Fprintf(out, "%d\tcompiling %d KB\t\t\t%v, index %v, %.1f MB kept\n", size, len(text)/1024, read.Round(time.Millisecond), index.Round(time.Millisecond), (float64(after.HeapAlloc)-float64(before.HeapAlloc))/1e6)
	runtime.KeepAlive(r)
}

// TestBacktest measures cases from JSON lines, each decided by two rulebooks of
// 1,000 rules, on one processor.
func TestBacktest(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	const count = 100_000
	var lines bytes.Buffer
	out := json.NewEncoder(&lines)
	for _, c := range Cases(count) {
		object := plainCase(c).asMap()
		delete(object, c.Missing)
		if err := out.Encode(object); err != nil {
			t.Fatal(err)
		}
	}
	before, after := compiled(t, 1000), compiled(t, 1000)
	known := map[string]book.Fact{}
	for _, f := range before.Inputs() {
		known[f.Name] = f
	}
	begin := time.Now()
	result, err := backtest.Compare(t.Context(), before, after, backtest.Lines(&lines, known), func(int) {})
	if err != nil || result.Cases != count || result.Changed > 0 || result.Unreadable > 0 {
		t.Fatal(err, result)
	}
	took := time.Since(begin)
	fmt.Printf("backtest: %.0f cases/s (%.0f decisions/s) on one processor\n", count/took.Seconds(), 2*count/took.Seconds())
}
