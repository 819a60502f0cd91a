// SPDX-License-Identifier: EUPL-1.2

package proof_test

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// chained is a log of n lines, without line feeds.
func chained(n int) (lines [][]byte, tree proof.Tree) {
	var prev proof.Hash
	for i := range n {
		line := fmt.Appendf(nil, `{"seq":%d,"prev":"%s","event":"step"}`, i+1, proof.Hex(prev))
		prev = proof.LineHash(line)
		tree.Add(prev)
		lines = append(lines, line)
	}
	return lines, tree
}

func keys(t testing.TB) (note.Signer, note.Verifiers) {
	t.Helper()
	private, public, err := note.GenerateKey(rand.Reader, "test")
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		t.Fatal(err)
	}
	verifier, err := proof.Verifiers(public)
	if err != nil {
		t.Fatal(err)
	}
	return signer, verifier
}

func TestEmptyTree(t *testing.T) {
	t.Parallel()
	var tree proof.Tree
	if tree.Root() != sha256.Sum256(nil) {
		t.Error("RFC 6962 wants the hash of nothing")
	}
}

// The tree must be the one that every other tool computes.
func TestTreeAndInclusionAgreeWithTlog(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 70; n++ {
		lines, tree := chained(n)
		seal := proof.Seal{Size: tree.Size(), Root: tree.Root()}
		for _, at := range []int{1, (n + 1) / 2, n} {
			path, err := proof.Prove(lines, int64(n), at)
			if err != nil {
				t.Fatal(err)
			}
			if err := tlog.CheckRecord(path, int64(n), seal.Root, int64(at-1), proof.LineHash(lines[at-1])); err != nil {
				t.Fatalf("line %d of %d: %v", at, n, err)
			}
			if proof.CheckInclusion(path, seal, at, proof.LineHash([]byte("other"))) == nil {
				t.Fatalf("another line passes as line %d of %d", at, n)
			}
		}
	}
	if _, err := proof.Prove(nil, 1, 1); err == nil {
		t.Error("a proof for a line that is not there")
	}
}

func TestCheckpoint(t *testing.T) {
	t.Parallel()
	signer, verifier := keys(t)
	_, tree := chained(5)
	want := proof.Checkpoint{Origin: proof.Origin("7"), Seal: proof.Seal{Size: 5, Root: tree.Root()}}
	text, err := want.Sign(signer)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := proof.OpenCheckpoint(text, verifier); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
	_, other := keys(t)
	if _, err := proof.OpenCheckpoint(text, other); !errors.Is(err, proof.ErrCheckpoint) {
		t.Errorf("another key: %v", err)
	}
	for _, wrong := range []string{"o\n5\nAA==\n", "o\n05\n" + root(5) + "\n", "o\n-1\n" + root(5) + "\n", "\n5\n" + root(5) + "\n", "o\n5\n" + root(5) + "\nmore\n"} {
		text, err := note.Sign(&note.Note{Text: wrong}, signer)
		if err == nil {
			_, err = proof.OpenCheckpoint(text, verifier)
		}
		if err == nil {
			t.Errorf("%q passes", wrong)
		}
	}
}

func root(n int) string {
	_, tree := chained(n)
	return tree.Root().String()
}

// Lines behind the newest seal are held by their chain alone.
func TestUnsealedTail(t *testing.T) {
	t.Parallel()
	lines, _ := chained(9)
	_, five := chained(5)
	seals := []proof.Seal{{Size: 5, Root: five.Root()}}
	if f := proof.CheckLog(lines, proof.Hash{}, seals, false); !f.OK() {
		t.Errorf("intact: %+v", f)
	}
	if f := proof.CheckLog(lines, proof.Hash{}, seals, true); f != (proof.Finding{State: proof.Inserted, Line: 6}) {
		t.Errorf("closed: %+v", f)
	}
	lines[6] = bytes.Replace(lines[6], []byte("step"), []byte("stop"), 1)
	if f := proof.CheckLog(lines, proof.Hash{}, seals, false); f != (proof.Finding{State: proof.Changed, Line: 7}) {
		t.Errorf("changed: %+v", f)
	}
	lines[0] = nil
	if f := proof.CheckLog(lines, proof.Hash{}, seals, false); f != (proof.Finding{State: proof.Changed, Line: 1}) {
		t.Errorf("emptied: %+v", f)
	}
}

func TestRewrittenChainIsFound(t *testing.T) {
	t.Parallel()
	_, tree := chained(6)
	var prev proof.Hash
	var lines [][]byte
	for i := range 6 {
		line := fmt.Appendf(nil, `{"seq":%d,"prev":"%s","event":"forged"}`, i+1, proof.Hex(prev))
		prev, lines = proof.LineHash(line), append(lines, line)
	}
	f := proof.CheckLog(lines, proof.Hash{}, []proof.Seal{{Size: 6, Root: tree.Root()}}, false)
	if f != (proof.Finding{State: proof.Changed, Line: 6}) {
		t.Errorf("%+v", f)
	}
}

// FuzzLog holds that a log passes only if its sealed lines are the original.
func FuzzLog(f *testing.F) {
	lines, tree := chained(4)
	whole := append(bytes.Join(lines, []byte{'\n'}), '\n')
	f.Add(whole)
	f.Add([]byte("{}\n\n{\"seq\":1}\n"))
	f.Fuzz(func(t *testing.T, log []byte) {
		got, torn := proof.Lines(log)
		finding := proof.CheckLog(got, proof.Hash{}, []proof.Seal{{Size: 4, Root: tree.Root()}}, true)
		if finding.OK() != bytes.Equal(log[:len(log)-len(torn)], whole) {
			t.Errorf("%+v for %q", finding, log)
		}
		if !finding.OK() && (finding.Line < 1 || finding.Line > len(got)+1 && finding.Line > 4) {
			t.Errorf("%+v names a line outside", finding)
		}
		proof.CheckLog(got, proof.Hash{}, nil, false)
	})
}

// FuzzCheck reads any order log and checkpoint without falling over.
func FuzzCheck(f *testing.F) {
	signer, verifier := keys(f)
	lines, tree := chained(2)
	text, err := proof.Checkpoint{Origin: proof.Origin(""), Seal: proof.Seal{Size: 2, Root: tree.Root()}}.Sign(signer)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(append(bytes.Join(lines, []byte{'\n'}), '\n'), text, []byte("x\n"))
	f.Add([]byte("{\"case\":1,\"size\":9,\"root\":\"00\",\"event\":\"ended\"}\n"), text, []byte{})
	f.Fuzz(func(t *testing.T, order, checkpoint, log []byte) {
		read := func(name string) ([]byte, error) {
			switch name {
			case proof.OrderLog:
				return order, nil
			case proof.CheckpointFile:
				return checkpoint, nil
			}
			return log, nil
		}
		r, err := proof.Check(read, verifier)
		if err != nil {
			t.Error(err)
		}
		if r.OK() && !bytes.Equal(checkpoint, text) {
			t.Errorf("an unsigned order passes: %q", checkpoint)
		}
	})
}

func BenchmarkVerify(b *testing.B) {
	lines, _ := chained(100_000)
	var tree proof.Tree
	for i, line := range lines { // as long as real ones
		lines[i] = append(line, bytes.Repeat([]byte(" "), 200)...)
		tree.Add(proof.LineHash(lines[i]))
	}
	seals := []proof.Seal{{Size: tree.Size(), Root: tree.Root()}}
	for b.Loop() {
		proof.CheckLog(lines, proof.Hash{}, seals, false)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/100_000, "ns/line")
}
