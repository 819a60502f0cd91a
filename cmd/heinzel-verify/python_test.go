// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"encoding/base64"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
)

// judge reads exports in base64, a line each, and answers yes or no.
const judge = `
import base64, sys, verify
for line in sys.stdin:
    try:
        verify.check(base64.b64decode(line), sys.argv[1])
        print("yes")
    except Exception:
        print("no")
`

// TestTwoImplementationsAgree lets the documented check in Python and ours judge
// 10,000 exports, most of which somebody has changed.
func TestTwoImplementationsAgree(t *testing.T) {
	t.Parallel()
	e, keys, _ := exported(t)
	verifiers, err := proof.Verifiers(keys.Public())
	must(t, err)
	r := rand.New(rand.NewPCG(91379, 6962))
	wire := encoded(t, e)
	var in strings.Builder
	var want []string
	for range 10_000 {
		data := mutant(t, r, e, wire)
		in.WriteString(base64.StdEncoding.EncodeToString(data) + "\n")
		answer := "no"
		if got, err := proof.ParseExport(data); err == nil {
			if _, err = got.Check(verifiers); err == nil {
				answer = "yes"
			}
		}
		want = append(want, answer)
	}
	cmd := exec.Command("python3", "-c", judge, keys.Public())
	cmd.Env = append(os.Environ(), "PYTHONPATH=../../docs/verify", "PYTHONDONTWRITEBYTECODE=1")
	cmd.Stdin, cmd.Stderr = strings.NewReader(in.String()), os.Stderr
	out, err := cmd.Output()
	must(t, err)
	got := strings.Fields(string(out))
	if len(got) != len(want) {
		t.Fatalf("%d answers to %d exports", len(got), len(want))
	}
	yes := 0
	sent := strings.Fields(in.String())
	for i := range want {
		if got[i] != want[i] {
			data, _ := base64.StdEncoding.DecodeString(sent[i])
			t.Fatalf("export %d: we say %s, Python says %s\n%s", i, want[i], got[i], data)
		}
		if want[i] == "yes" {
			yes++
		}
	}
	if yes < 200 || yes > 5000 {
		t.Errorf("%d of %d verify: the mutants are not what they should be", yes, len(want))
	}
}

// mutant is an export that was changed in one way or other, or not at all.
func mutant(t *testing.T, r *rand.Rand, e proof.Export, wire []byte) []byte {
	t.Helper()
	data := bytes.Clone(wire)
	at := r.IntN(len(data))
	switch r.IntN(9) {
	case 0:
		return data
	case 1:
		data[at] ^= 1 << r.IntN(8)
	case 2:
		data = append(data[:at], data[at+1:]...)
	case 3:
		data = append(data[:at], append([]byte{wire[r.IntN(len(wire))]}, data[at:]...)...)
	case 4:
		other := r.IntN(len(data))
		data[at], data[other] = data[other], data[at]
	case 5:
		data = data[:at]
	default:
		return encoded(t, altered(r, e))
	}
	return data
}

// altered changes what an export says, in its own spelling.
func altered(r *rand.Rand, e proof.Export) proof.Export {
	texts := []*string{&e.Checkpoint, &e.Order.Text, &e.Seal.Text, &e.Log}
	switch r.IntN(8) {
	case 0: // less is as true as before
		e.Pictures = nil
	case 1:
		e.Opened = e.Opened[:r.IntN(len(e.Opened))]
	case 2:
		e.Number += r.IntN(3) - 1
	case 3:
		e.Order, e.Seal = e.Seal, e.Order
	case 4:
		e.Seal.Line += r.IntN(3) - 1
	case 5:
		e.Seal.Path = e.Seal.Path[:r.IntN(len(e.Seal.Path)+1)]
	case 6:
		opened := bytes.Clone(e.Opened[0].Content)
		e.Opened = append([]proof.Opening{{Commitment: e.Opened[0].Commitment, Salt: e.Opened[0].Salt, Content: append(opened, byte(r.IntN(2)))}}, e.Opened[1:]...)
	default:
		text := texts[r.IntN(len(texts))]
		raw := []byte(*text)
		raw[r.IntN(len(raw))] = byte(' ' + r.IntN(95))
		*text = string(raw)
	}
	return e
}
