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
)

// watcher looks at what every process below one shows to everybody: its
// arguments and its environment.
type watcher struct {
	mu    sync.Mutex
	seen  map[string]bool // pid and what it showed
	shown []byte
}

// watch looks until the context ends.
func (w *watcher) watch(ctx context.Context, root int) {
	tick := time.NewTicker(30 * time.Millisecond)
	defer tick.Stop()
	for {
		w.look(root)
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}

func (w *watcher) look(root int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, pid := range below(root) {
		for _, what := range []string{"cmdline", "environ"} {
			data, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", pid, what))
			key := fmt.Sprint(pid, what, len(data))
			if err == nil && len(data) > 0 && !w.seen[key] {
				w.seen[key] = true
				w.shown = append(append(w.shown, data...), '\n')
			}
		}
	}
}

// holds says how many processes were seen, and that none showed a canary.
func (w *watcher) holds(t *testing.T) {
	t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.seen) < 20 || !bytes.Contains(w.shown, []byte("--user-data-dir=")) {
		t.Errorf("only %d arguments and environments were seen, none of a browser among them", len(w.seen))
	}
	for _, hit := range search(w.shown, canaries()) {
		t.Errorf("a process shows %s", hit)
	}
	t.Logf("%d arguments and environments of processes were searched", len(w.seen))
}

// below are a process and all that it started, and those in turn.
func below(root int) []int {
	parents := map[int]int{}
	files, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, file := range files {
		data, err := os.ReadFile(file)
		fields := strings.Fields(string(data[bytes.LastIndexByte(data, ')')+1:]))
		if err != nil || len(fields) < 2 {
			continue
		}
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		parents[pid], _ = strconv.Atoi(fields[1])
	}
	out := []int{root}
	for i := 0; i < len(out); i++ {
		for pid, parent := range parents {
			if parent == out[i] {
				out = append(out, pid)
			}
		}
	}
	return out
}
