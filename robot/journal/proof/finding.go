// SPDX-License-Identifier: EUPL-1.2

package proof

// State is what a check found about a log.
type State string

// The states of a log.
const (
	Intact    State = "intact"
	Changed   State = "changed"
	Removed   State = "removed"
	Inserted  State = "inserted"
	Reordered State = "reordered"
	Truncated State = "truncated"
	// Unsigned is an order's log without a checkpoint that verifies.
	Unsigned State = "unsigned"
)

// Finding is what a check found, and the first line concerned, counted from
// 1. Line is 0 where no line can be named. A log whose chain was rewritten
// from some line on names the last line under the signature.
type Finding struct {
	State State
	Line  int
}

// OK reports whether nothing is wrong.
func (f Finding) OK() bool { return f.State == Intact }

// Seal is the size and the root that a log had when it was sealed.
type Seal struct {
	Size int64
	Root Hash
}

// CheckLog compares the lines of a log with its seals, oldest first. The
// first line must point to prev. A closed log may hold no line behind its
// last seal. Where the roots agree nothing needs to be read; where they do
// not, the chain tells where it broke.
func CheckLog(lines [][]byte, prev Hash, seals []Seal, closed bool) Finding {
	sealed, wrong := compare(lines, seals)
	if wrong != nil {
		return locate(links(lines), prev, *wrong)
	}
	if closed && sealed < len(lines) {
		return Finding{Inserted, sealed + 1}
	}
	from := max(sealed-1, 0) // the last sealed line begins the unsealed chain
	if from > 0 {
		prev = LineHash(lines[from-1])
	}
	return broken(links(lines[from:]), prev, from)
}

// compare computes the roots. Sealed is how many lines they cover, wrong the
// first seal that does not agree.
func compare(lines [][]byte, seals []Seal) (sealed int, wrong *Seal) {
	var tree Tree
	for _, seal := range seals {
		if seal.Size < tree.Size() || seal.Size > int64(len(lines)) {
			return 0, &seal
		}
		for tree.Size() < seal.Size {
			tree.Add(LineHash(lines[tree.Size()]))
		}
		if tree.Root() != seal.Root {
			return 0, &seal
		}
	}
	return int(tree.Size()), nil
}

func links(lines [][]byte) []link {
	all := make([]link, len(lines))
	for i, line := range lines {
		all[i] = linkOf(line)
	}
	return all
}
