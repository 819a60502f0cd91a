// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"bytes"
	"encoding/json"
	"strings"
)

// AnchorFile is the file of an order in a second place: every checkpoint that
// was ever signed, each a JSON string on a line of its own.
func AnchorFile(order string) string { return order + anchored }

const anchored = ".checkpoints"

// AnchoredOrder is the order that a file in a second place belongs to.
func AnchoredOrder(file string) (order string, ok bool) { return strings.CutSuffix(file, anchored) }

// AnchorLine is a line of that file, without its line feed.
func AnchorLine(checkpoint []byte) ([]byte, error) { return json.Marshal(string(checkpoint)) }

// Kept reads what was kept elsewhere: a file of such lines, or one checkpoint as
// a report shows it, whatever an editor did to the ends of its lines. There is
// always one at least, if one that does not verify.
func Kept(data []byte) [][]byte {
	lines, _ := Lines(data)
	if len(lines) == 0 {
		return [][]byte{data}
	}
	var all [][]byte
	for _, line := range lines {
		var text string
		if json.Unmarshal(line, &text) != nil {
			note := bytes.TrimRight(bytes.ReplaceAll(data, []byte("\r\n"), []byte{'\n'}), "\n")
			return [][]byte{append(note, '\n')}
		}
		all = append(all, []byte(text))
	}
	return all
}

// CheckKept holds an order's log against a checkpoint that was kept elsewhere:
// a journal that was written anew, or cut off behind it, does not agree. A
// checkpoint that does not verify, or of another order, is an error.
func CheckKept(log, kept []byte, keys Keys) (Finding, error) {
	cp, err := OpenCheckpoint(kept, keys)
	if err != nil {
		return Finding{}, err
	}
	lines, _ := Lines(log)
	if len(lines) > 0 && cp.Origin != Origin(orderOf(lines[0])) {
		return Finding{}, ErrCheckpoint
	}
	return CheckLog(lines, Hash{}, []Seal{cp.Seal}, false), nil
}
