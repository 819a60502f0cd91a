// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
)

// Lines splits a log into its lines, without line feeds. What stands behind
// the last line feed was not written to its end and is given apart.
func Lines(log []byte) (lines [][]byte, torn []byte) {
	lines = make([][]byte, 0, bytes.Count(log, []byte{'\n'}))
	for {
		line, rest, found := bytes.Cut(log, []byte{'\n'})
		if !found {
			return lines, log
		}
		lines, log = append(lines, line), rest
	}
}

// link is what ties a line to its neighbours.
type link struct {
	ok   bool // the line could be read
	seq  int
	prev Hash
	hash Hash // of the line itself
}

func linkOf(line []byte) link {
	l := link{hash: LineHash(line)}
	var header struct {
		Seq  int
		Prev string
	}
	if json.Unmarshal(line, &header) != nil {
		return l
	}
	l.seq = header.Seq
	l.prev, l.ok = parseHash(header.Prev)
	return l
}

func parseHash(s string) (h Hash, ok bool) {
	raw, err := hex.DecodeString(s)
	if err != nil || len(raw) != len(h) {
		return h, false
	}
	return Hash(raw), true
}
