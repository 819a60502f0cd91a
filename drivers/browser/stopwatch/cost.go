// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"syscall"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser"
)

// hand is a session that adds up the processor time of its actions, in
// milliseconds: what the driver costs apart from the journal.
type hand struct {
	*browser.Session
	driver float64
}

// Do performs one action.
func (h *hand) Do(ctx context.Context, a act.Action) (act.Effect, error) {
	before := processor()
	effect, err := h.Session.Do(ctx, a)
	h.driver += processor() - before
	return effect, err
}

// processor is the processor time of this program until now, in milliseconds.
func processor() float64 {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e6
}

// resident is the memory that this program holds, in kB; 0 where the system
// does not tell.
func resident() (kB int, err error) {
	status, err := os.ReadFile("/proc/self/status")
	if os.IsNotExist(err) {
		return 0, nil
	}
	if _, size, ok := bytes.Cut(status, []byte("VmRSS:")); ok {
		_, err = fmt.Sscan(string(size), &kB)
	}
	return kB, err
}
