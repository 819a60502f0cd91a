// SPDX-License-Identifier: EUPL-1.2

// Package backtest decides cases of the past by two versions of a rulebook and
// says for how many the outcome changes, and by how much: before the new
// version is in force. It streams, so that a million cases take no more memory
// than a thousand.
package backtest

import (
	"context"
	"runtime"
	"sync"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Case is one case of the past: where it stands in its file, from 1, and its
// facts, or why they cannot be read.
type Case struct {
	Number int
	Facts  map[string]value.Value
	Err    error
}

// Compare decides each case by both rulebooks, on all processors, and tells
// progress how many are done. It ends with the cases, with a fault of their
// file, or with the context.
func Compare(ctx context.Context, before, after *rules.Rulebook, cases *Cases, progress func(done int)) (*Result, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	batches := cases.batches(ctx)
	total := newResult(before.Book())
	var mutex sync.Mutex
	var clerks sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		clerks.Go(func() {
			for b := range batches {
				part := newResult(before.Book())
				for i, line := range b.lines {
					facts, err := cases.read(line)
					part.add(before, after, Case{Number: b.first + i, Facts: facts, Err: err})
				}
				mutex.Lock()
				total.merge(part)
				progress(total.Cases)
				mutex.Unlock()
			}
		})
	}
	clerks.Wait()
	total.arrange()
	return total, cases.trouble
}
