// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package main

import (
	"os"
	"slices"
	"strconv"
	"testing"
)

// TestStopwatch holds that the stopwatch fills a form rightly; how fast it is
// is no matter of tests.
func TestStopwatch(t *testing.T) {
	t.Parallel()
	address := arena(t)
	p := ours(t, build(t), address)
	got := p.fill(tenFields(address, 1))
	if len(got.Fields) != 10 || got.Form <= 0 || got.CPU <= 0 || got.Browser == 0 {
		t.Errorf("it says %+v", got)
	}
	for _, f := range tenRounds(address, 1) {
		p.fill(f)
	}
}

// benchVariable says how many forms the bench fills with each tool.
const benchVariable = "HEINZEL_BENCH_FORMS"

func forms(t *testing.T) int {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv(benchVariable))
	if err != nil || n < 1 {
		t.Skip("make bench-browser compares the driver with other tools")
	}
	return n
}

const warmUp = 3

// TestBench fills the same forms with each tool in turn, so that whatever else
// the machine does meets all of them alike.
func TestBench(t *testing.T) {
	n, address := forms(t), arena(t)
	players := []*player{ours(t, build(t), address), over(t, "raw"), over(t, "chromedp")}
	if p := playwright(t); p != nil {
		players = append(players, p)
	}
	for i := range warmUp + n {
		for _, p := range players {
			p.fill(tenFields(address, i))
		}
	}
	t.Logf("%-12s %9s %9s %12s %12s %9s", "tool", "form ms", "field ms", "driver ms", "+ journal ms", "RSS MB")
	for _, p := range players {
		m := p.measured()
		t.Logf("%-12s %9.1f %9.2f %12.1f %12.1f %9.1f", p.name, m.form, m.field, m.driver, m.cpu, m.memory)
	}
	for _, p := range players[1:] {
		a, b := players[0].measured(), p.measured()
		t.Logf("heinzel / %-10s form %.2f, field %.2f, CPU of the driver %.2f, with journal %.2f, RSS %.2f", p.name, a.form/b.form, a.field/b.field, a.driver/b.driver, a.cpu/b.driver, a.memory/b.memory)
	}
}

// TestBenchRounds plays the ten rounds with many seeds.
func TestBenchRounds(t *testing.T) {
	seeds, address := max(1, forms(t)/2), arena(t)
	players := []*player{ours(t, build(t), address)}
	if p := playwright(t); p != nil {
		players = append(players, p)
	}
	rounds := map[string][]float64{}
	for seed := range seeds {
		for _, p := range players {
			for _, f := range tenRounds(address, uint64(seed+1)) {
				if took := p.fill(f).Form; f.Address == "" {
					rounds[p.name] = append(rounds[p.name], took)
				}
			}
		}
	}
	for _, p := range players {
		t.Logf("%-12s %d games, 70 of 70 fields in each, %.1f ms a round", p.name, seeds, median(rounds[p.name]))
	}
}

// figures are what a tool took and cost: medians of times, means of processor
// time, and the memory in the end.
type figures struct{ form, field, driver, cpu, memory float64 }

func (p *player) measured() figures {
	var f, fields []float64
	for _, t := range p.forms[warmUp:] {
		f, fields = append(f, t.Form), append(fields, t.Fields...)
	}
	first, last := p.forms[warmUp-1], p.forms[len(p.forms)-1]
	n := float64(len(f))
	return figures{
		form: median(f), field: median(fields), memory: float64(last.Memory) / 1024,
		driver: (last.Driver - first.Driver) / n, cpu: (last.CPU - first.CPU) / n,
	}
}

func median(all []float64) float64 {
	s := slices.Sorted(slices.Values(all))
	return (s[(len(s)-1)/2] + s[len(s)/2]) / 2
}
