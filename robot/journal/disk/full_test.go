// SPDX-License-Identifier: EUPL-1.2

//go:build linux

package disk

import (
	"strings"
	"testing"
)

// /dev/full is a disk that is always full.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	err := At("/dev").Append("full", []byte("x\n"), true)
	if err == nil || !strings.HasPrefix(err.Error(), "disk full") {
		t.Errorf("%v", err)
	}
}
