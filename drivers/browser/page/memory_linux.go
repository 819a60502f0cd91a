// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Memory is how much the browser's processes hold, in bytes: the proportional
// set size, which counts what several share only once (proc(5)). It is 0 where
// the system does not tell, and for browsers that others started.
func (b *Browser) Memory() int64 {
	if b.Process() == nil {
		return 0
	}
	parents := parents()
	var total int64
	for pid := range parents {
		if descends(parents, pid, b.Process().Pid) {
			total += proportional(pid)
		}
	}
	return total
}

// parents gives the parent of each process.
func parents() map[int]int {
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return nil
	}
	out := map[int]int{}
	for _, file := range stats {
		stat, err := os.ReadFile(file)
		end := bytes.LastIndexByte(stat, ')') // a name may hold anything
		if err != nil || end < 0 {
			continue
		}
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		if fields := strings.Fields(string(stat[end+1:])); len(fields) > 1 {
			out[pid], _ = strconv.Atoi(fields[1])
		}
	}
	return out
}

func descends(parents map[int]int, pid, from int) bool {
	for pid > 1 && pid != from {
		pid = parents[pid]
	}
	return pid == from
}

func proportional(pid int) int64 {
	rollup, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/smaps_rollup")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(rollup)) {
		if fields := strings.Fields(line); len(fields) == 3 && fields[0] == "Pss:" {
			kib, _ := strconv.ParseInt(fields[1], 10, 64)
			return kib * 1024
		}
	}
	return 0
}
