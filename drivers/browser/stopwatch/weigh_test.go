// SPDX-License-Identifier: EUPL-1.2

//go:build linux

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
)

// weight is the memory of a process and all below it, in MB: the proportional
// set size, which shares what is shared.
func weight(t *testing.T, pid int) float64 {
	t.Helper()
	kB := 0
	for _, p := range family(t, pid) {
		rollup, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", p))
		if err != nil {
			continue // it ended meanwhile
		}
		var n int
		if _, size, ok := bytes.Cut(rollup, []byte("\nPss:")); ok {
			_, _ = fmt.Sscan(string(size), &n)
		}
		kB += n
	}
	return float64(kB) / 1024
}

// family is a process and all that descend from it.
func family(t *testing.T, pid int) []int {
	t.Helper()
	children := map[int][]int{}
	files, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		stat, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		id, _ := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		rest := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
		parent, _ := strconv.Atoi(rest[1])
		children[parent] = append(children[parent], id)
	}
	all := []int{pid}
	for i := 0; i < len(all); i++ {
		all = append(all, children[all[i]]...)
	}
	return all
}

// TestBenchSideBySide works several cases at once, each in a browser of its own.
func TestBenchSideBySide(t *testing.T) {
	n, address, program := forms(t), arena(t), build(t)
	for _, many := range []int{1, 2, 4} {
		var players []*player
		for range many {
			players = append(players, ours(t, program, address))
		}
		together(players, func(p *player) { p.fill(tenFields(address, 0)) })
		began := time.Now()
		together(players, func(p *player) {
			for i := range n / 4 {
				p.fill(tenFields(address, i))
			}
		})
		took, total := time.Since(began).Seconds(), 0.0
		for _, p := range players {
			total += weight(t, p.forms[0].Browser)
		}
		t.Logf("%d side by side: %.2f forms a second, browsers %.0f MB together", many, float64(many*(n/4))/took, total)
	}
}

func together(players []*player, do func(*player)) {
	var all sync.WaitGroup
	for _, p := range players {
		all.Go(func() { do(p) })
	}
	all.Wait()
}

// TestBenchContexts weighs more contexts in one browser, each with the form.
func TestBenchContexts(t *testing.T) {
	_ = forms(t)
	address := arena(t)
	path, err := page.Find("")
	if err != nil {
		t.Fatal(err)
	}
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.Flag("disable-gpu", true))...)
	defer cancel()
	first, cancel := chromedp.NewContext(alloc)
	defer cancel()
	tab := first
	for many := 1; many <= 4; many++ {
		if many > 1 {
			tab, cancel = chromedp.NewContext(first, chromedp.WithNewBrowserContext())
			defer cancel()
		}
		if _, err := chromedp.Run(tab, chromedp.Navigate(address+"/form/1")); err != nil {
			t.Fatal(err)
		}
		t.Logf("%d contexts in one browser: %.0f MB", many, weight(t, chromedp.FromContext(first).Browser.Process().Pid))
	}
}
