// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package journal_test

import (
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// BenchmarkAppend compares what an append costs here with a bare log: lines in a
// file, tlog's hashes, a checkpoint signed for each line, one fsync.
func BenchmarkAppend(b *testing.B) {
	j, c := begun(b, 1)
	bare := newBareLog(b)
	step := journal.Event{Kind: journal.Intent, Step: "4", ID: "speichern"}
	for _, way := range []struct {
		name string
		do   func() error
	}{
		{"bare log, signed, one fsync", bare.add},
		{"ours, an intent", func() error { return c.Intend(step) }},
		{"bare log, signed, checkpoint durable", bare.addDurably},
		{"ours, signed, checkpoint durable", func() error { return j.Opened(1, "auditor", "4711/26") }},
	} {
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				if err := way.do(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "lines/s")
		})
	}
}

// bareLog is the least that a signed, durable log needs.
type bareLog struct {
	dir    string
	file   *os.File
	signer note.Signer
	hashes []tlog.Hash
	size   int64
}

func newBareLog(b *testing.B) *bareLog {
	b.Helper()
	private, _, err := note.GenerateKey(rand.Reader, "bare")
	if err != nil {
		b.Fatal(err)
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	file, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { file.Close() })
	return &bareLog{dir: dir, file: file, signer: signer}
}

func (l *bareLog) ReadHashes(at []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(at))
	for i, n := range at {
		out[i] = l.hashes[n]
	}
	return out, nil
}

// add appends a line, signs, and makes the line durable.
func (l *bareLog) add() error {
	_, err := l.signed()
	return err
}

// addDurably replaces the checkpoint durably, too.
func (l *bareLog) addDurably() error {
	text, err := l.signed()
	if err != nil {
		return err
	}
	name := filepath.Join(l.dir, "checkpoint")
	file, err := os.Create(name + ".new")
	if err != nil {
		return err
	}
	defer file.Close()
	if _, err := file.Write(text); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	if err := os.Rename(name+".new", name); err != nil {
		return err
	}
	dir, err := os.Open(l.dir)
	if err != nil {
		return err
	}
	defer dir.Close()
	return dir.Sync()
}

func (l *bareLog) signed() ([]byte, error) {
	line := fmt.Appendf(nil, `{"seq":%d,"at":"%s","event":"intent","step":"4","id":"speichern"}`, l.size+1, time.Now().UTC().Format(time.RFC3339Nano))
	stored, err := tlog.StoredHashes(l.size, line, l)
	if err != nil {
		return nil, err
	}
	l.hashes, l.size = append(l.hashes, stored...), l.size+1
	root, err := tlog.TreeHash(l.size, l)
	if err != nil {
		return nil, err
	}
	text, err := note.Sign(&note.Note{Text: fmt.Sprintf("bare\n%d\n%s\n", l.size, root)}, l.signer)
	if err != nil {
		return nil, err
	}
	if _, err := l.file.Write(append(line, '\n')); err != nil {
		return nil, err
	}
	return text, l.file.Sync()
}

// BenchmarkVerifyMillion verifies a case of a million events, and counts the
// processor's time.
func BenchmarkVerifyMillion(b *testing.B) {
	const events = 1_000_000
	lines := make([][]byte, 0, events)
	var tree proof.Tree
	var prev proof.Hash
	for i := range events {
		line := fmt.Appendf(nil, `{"seq":%d,"at":"2026-11-02T08:00:00.123456789Z","prev":"%s","event":"result","step":"2.1.%d","about":{"verb":"fill","system":"melderegister"}}`, i+1, proof.Hex(prev), i%40)
		prev = proof.LineHash(line)
		tree.Add(prev)
		lines = append(lines, line)
	}
	seals := []proof.Seal{{Size: tree.Size(), Root: tree.Root()}}
	before := cpu(b)
	for b.Loop() {
		if f := proof.CheckLog(lines, proof.Hash{}, seals, true); !f.OK() {
			b.Fatal(f)
		}
	}
	b.ReportMetric((cpu(b)-before).Seconds()/float64(b.N), "cpu-s/million")
}

func cpu(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
