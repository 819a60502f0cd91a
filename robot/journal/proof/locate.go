// SPDX-License-Identifier: EUPL-1.2

package proof

// locate names the first trouble in a log that does not agree with a seal.
func locate(l []link, prev Hash, seal Seal) Finding {
	f := broken(l, prev, 0)
	switch {
	case !f.OK():
		return settle(l, f, seal)
	case int64(len(l)) < seal.Size:
		return Finding{Truncated, len(l) + 1}
	}
	// The chain holds, yet the root is another one: the last line under the
	// seal was changed, or the chain was rewritten from some line on.
	return Finding{Changed, int(seal.Size)}
}

// settle decides between the last line and the one before it: one broken link
// does not tell which of its ends was changed, but the root does.
func settle(l []link, f Finding, seal Seal) Finding {
	n := len(l)
	if f == (Finding{Removed, n}) && int64(n) == seal.Size {
		return Finding{Changed, n} // none is missing, so its number was changed
	}
	if f.State != Changed || f.Line != n-1 || int64(n) != seal.Size || !l[n-1].ok {
		return f
	}
	var tree Tree
	for i := range l {
		leaf := l[i].hash
		if i == n-2 {
			leaf = l[n-1].prev
		}
		tree.Add(leaf)
	}
	if tree.Root() != seal.Root {
		f.Line = n
	}
	return f
}

// broken finds the first line that does not follow the one before it. The
// lines stand behind offset others.
func broken(l []link, prev Hash, offset int) Finding {
	for i := range l {
		if l[i].ok && l[i].seq == offset+i+1 && l[i].prev == prev {
			prev = l[i].hash
			continue
		}
		f := judge(l, i, prev, offset)
		f.Line += offset
		return f
	}
	return Finding{State: Intact}
}

// judge says what is wrong with line i, the first that does not follow the
// line before it, whose hash is prev. Line numbers are given without offset.
func judge(l []link, i int, prev Hash, offset int) Finding {
	want, here := offset+i+1, l[i]
	next := link{}
	if i+1 < len(l) {
		next = l[i+1]
	}
	switch {
	case next.ok && next.prev == prev && next.seq == want && !moved(l, i, want):
		return Finding{Inserted, i + 1} // without it the chain is whole
	case !here.ok:
		return Finding{Changed, i + 1}
	case here.seq == want:
		return Finding{Changed, endOf(l, i)}
	case next.ok && next.seq == want+1 && next.prev != here.hash:
		return Finding{Changed, i + 1} // its number was changed
	case here.seq > want && anyOf(l[i+1:], want):
		return Finding{Reordered, i + 1}
	case here.seq > want:
		return Finding{Removed, i + 1}
	case anyOf(l[:i], here.seq):
		return Finding{Inserted, i + 1}
	}
	return Finding{Changed, i + 1}
}

// endOf tells which end of the broken link before line i was changed: line i,
// if the link behind it is broken as well, else the line before.
func endOf(l []link, i int) int {
	if i == 0 || (i+1 < len(l) && l[i+1].prev != l[i].hash) {
		return i + 1
	}
	return i
}

func anyOf(l []link, seq int) bool {
	for _, other := range l {
		if other.ok && other.seq == seq {
			return true
		}
	}
	return false
}

// moved reports whether line i is one that belongs further down and is no
// longer there.
func moved(l []link, i, want int) bool {
	return l[i].ok && l[i].seq > want && !anyOf(l[i+1:], l[i].seq)
}
