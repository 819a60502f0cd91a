// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"bytes"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
)

// Patch writes the rules of a book into the text of its file, and leaves
// everything else as people wrote it: comments, too, except those between the
// old rules.
func Patch(data []byte, b *book.Book) []byte {
	lines := strings.SplitAfter(string(data), "\n")
	from, to := sectionOf(data, len(lines))
	if from == 0 {
		return Write(b)
	}
	for to > from && isRemark(lines[to-1]) {
		to--
	}
	w := &writer{}
	if len(b.Columns) > 0 {
		w.table(layoutOf(b, false))
	} else {
		w.rules(b)
	}
	rules := strings.TrimPrefix(w.String(), "\n")
	if strings.Contains(lines[0], "\r\n") {
		rules = strings.ReplaceAll(rules, "\n", "\r\n")
	}
	return []byte(strings.Join(lines[:from-1], "") + rules + strings.Join(lines[to:], ""))
}

// sectionOf are the lines of the rules, from the key to the last line before
// the next key; 0 where they cannot be told.
func sectionOf(data []byte, last int) (from, to int) {
	var report source.Report
	n := yaml.Read(&report, "", data)
	if n == nil || n.Kind != yaml.Mapping || n.InFlow || bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		return 0, 0
	}
	for i, e := range n.Entries {
		if e.Key != "rules" && e.Key != "table" {
			continue
		}
		if i+1 < len(n.Entries) {
			last = n.Entries[i+1].KeyAt.Line - 1
		}
		return e.KeyAt.Line, last
	}
	return 0, 0
}

// isRemark reports a line that belongs to what follows it.
func isRemark(line string) bool {
	text := strings.TrimSpace(line)
	return text == "" || line[0] == '#'
}
