// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// Export proves one case without showing another: its log, the two lines of
// the order's log that matter to it, the paths from them to the signed root,
// the masked pictures that the log names and, where somebody asked for them,
// values that were opened.
type Export struct {
	Number     int       `json:"case"`
	Checkpoint string    `json:"checkpoint"`
	Order      Leaf      `json:"order"` // the order's first line: its identity
	Seal       Leaf      `json:"seal"`  // the newest line with size and root of the case
	Log        string    `json:"log"`   // the log of the case, up to the seal
	Pictures   []Picture `json:"pictures,omitempty"`
	Opened     []Opening `json:"opened,omitempty"`
}

// Picture is a masked picture that the log names by the SHA-256 of its bytes,
// in hex.
type Picture struct {
	Hash string `json:"hash"`
	Data []byte `json:"data"`
}

// Opening is what a commitment of the log stands for: HMAC-SHA256 of the
// content under the salt gives the commitment, in hex.
type Opening struct {
	Commitment string `json:"commitment"`
	Salt       []byte `json:"salt"`
	Content    []byte `json:"content"`
}

// Leaf is one line of the order's log and its inclusion proof.
type Leaf struct {
	Line int    `json:"line"`
	Text string `json:"text"`
	Path []Hash `json:"path"`
}

// ErrExport is wrapped by every fault of an export.
var ErrExport = errors.New("the export proves nothing")

// ExportCase makes the export of a case that waits or has ended.
func ExportCase(read func(name string) ([]byte, error), number int) (Export, error) {
	e := Export{Number: number}
	files := map[string][]byte{}
	for _, name := range []string{OrderLog, CheckpointFile, CaseLog(number)} {
		data, err := read(name)
		if err != nil {
			return Export{}, err
		}
		files[name] = data
	}
	e.Checkpoint = string(files[CheckpointFile])
	lines, _ := Lines(files[OrderLog])
	size, err := sizeOf(e.Checkpoint)
	if err != nil || size > int64(len(lines)) {
		return Export{}, fmt.Errorf("%w: the order's log and its checkpoint do not fit", ErrExport)
	}
	at, seal := sealLineOf(lines[:size], number)
	if at == 0 {
		return Export{}, fmt.Errorf("%w: case %d has no signed seal yet", ErrExport, number)
	}
	if e.Order, err = leaf(lines, size, 1); err != nil {
		return Export{}, err
	}
	if e.Seal, err = leaf(lines, size, at); err != nil {
		return Export{}, err
	}
	e.Log, err = head(files[CaseLog(number)], seal.Size)
	return e, err
}

func leaf(lines [][]byte, size int64, line int) (Leaf, error) {
	path, err := Prove(lines, size, line)
	if err != nil {
		return Leaf{}, err
	}
	return Leaf{line, string(lines[line-1]), path}, nil
}

// sealLineOf finds the newest seal of a case; line 0 is none.
func sealLineOf(lines [][]byte, number int) (at int, found sealLine) {
	for i, raw := range lines {
		if l, ok := readSeal(raw, number); ok {
			at, found = i+1, l
		}
	}
	return at, found
}

func readSeal(raw []byte, number int) (l sealLine, ok bool) {
	if json.Unmarshal(raw, &l) != nil || l.Case != number {
		return l, false
	}
	_, ok = parseHash(l.Root)
	return l, ok
}

// head is the first n lines of a log.
func head(log []byte, n int64) (string, error) {
	lines, _ := Lines(log)
	if n > int64(len(lines)) {
		return "", fmt.Errorf("%w: the log of the case is shorter than its seal", ErrExport)
	}
	end := 0
	for _, line := range lines[:n] {
		end += len(line) + 1
	}
	return string(log[:end]), nil
}

// sizeOf reads how many lines a checkpoint covers, without its signature:
// whoever makes an export need not hold the key.
func sizeOf(checkpoint string) (int64, error) {
	text, _, found := strings.Cut(checkpoint, "\n\n")
	if !found {
		return 0, ErrCheckpoint
	}
	cp, err := parseCheckpoint(text + "\n")
	return cp.Size, err
}
