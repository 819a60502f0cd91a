// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"encoding/json"
	"slices"
)

// Report is what the check of a whole order found.
type Report struct {
	// Order is the finding about the order's log, Lines its length; Signed of
	// them are under the checkpoint, Torn bytes follow them unfinished.
	Order  Finding
	Lines  int
	Signed int
	Torn   int
	// Checkpoint is the signed one; SignatureErr says why there is none.
	Checkpoint   Checkpoint
	SignatureErr error
	NoCheckpoint bool // there is none at all
	Cases        []Case
}

// Case is what the check found about one case.
type Case struct {
	Number  int
	Finding Finding
	Lines   int
	Sealed  int // lines under the newest seal
	Ended   bool
	Torn    int
}

// OK reports whether the whole journal verifies.
func (r Report) OK() bool {
	return r.SignatureErr == nil && r.Order.OK() &&
		!slices.ContainsFunc(r.Cases, func(c Case) bool { return !c.Finding.OK() })
}

// Open lists the cases that have not ended.
func (r Report) Open() []int {
	var open []int
	for _, c := range r.Cases {
		if !c.Ended {
			open = append(open, c.Number)
		}
	}
	return open
}

// Check verifies an order: its checkpoint, its log, and every case named
// there. Read gives a file of the order's folder, empty where there is none.
// An error means that a file could not be read, not that it is wrong.
func Check(read func(name string) ([]byte, error), keys Keys) (Report, error) {
	r, lines, err := checkOrder(read, keys)
	if err != nil {
		return Report{}, err
	}
	for _, c := range casesOf(lines) {
		checked, err := c.check(read, lines[0])
		if err != nil {
			return Report{}, err
		}
		r.Cases = append(r.Cases, checked)
	}
	return r, nil
}

// CheckOrder verifies the checkpoint and the order's log, without the cases.
func CheckOrder(read func(name string) ([]byte, error), keys Keys) (Report, error) {
	r, _, err := checkOrder(read, keys)
	return r, err
}

func checkOrder(read func(name string) ([]byte, error), keys Keys) (Report, [][]byte, error) {
	log, err := read(OrderLog)
	if err != nil {
		return Report{}, nil, err
	}
	signed, err := read(CheckpointFile)
	if err != nil {
		return Report{}, nil, err
	}
	lines, torn := Lines(log)
	r := Report{Lines: len(lines), Torn: len(torn), NoCheckpoint: len(signed) == 0}
	r.hold(lines, signed, keys)
	return r, lines, nil
}

// hold holds the order's log against its checkpoint.
func (r *Report) hold(lines [][]byte, signed []byte, keys Keys) {
	cp, err := OpenCheckpoint(signed, keys)
	if err == nil && len(lines) > 0 && cp.Origin != Origin(orderOf(lines[0])) {
		err = ErrCheckpoint
	}
	if err != nil {
		r.SignatureErr, r.Order = err, broken(links(lines), Hash{}, 0)
		if r.Order.OK() {
			r.Order = Finding{State: Unsigned}
		}
		return
	}
	r.Checkpoint, r.Signed = cp, int(cp.Size)
	r.Order = CheckLog(lines, Hash{}, []Seal{cp.Seal}, false)
}

func orderOf(line []byte) string {
	var first struct{ Order struct{ ID string } }
	if json.Unmarshal(line, &first) != nil {
		return ""
	}
	return first.Order.ID
}
