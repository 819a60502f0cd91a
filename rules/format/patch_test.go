// SPDX-License-Identifier: EUPL-1.2

package format_test

import (
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules/format"
)

// What people wrote around the rules stays, wherever the rules stand.
func TestPatchLeavesEverythingElse(t *testing.T) {
	t.Parallel()
	for path, data := range rulebooks(t) {
		r := compile(t, path, data)
		patched := format.Patch(data, r.Book())
		if compile(t, path, patched).Hash() != r.Hash() {
			t.Errorf("%s means something else", path)
		}
		if again := format.Patch(patched, r.Book()); string(again) != string(patched) {
			t.Errorf("%s changes when it is patched again", path)
		}
		for line := range strings.Lines(string(data)) {
			if strings.HasPrefix(line, "#") && !strings.Contains(string(patched), line) {
				t.Errorf("%s lost %q", path, line)
			}
		}
	}
	windows := strings.ReplaceAll(string(read(t, asTable)), "\n", "\r\n")
	if patched := string(format.Patch([]byte(windows), compile(t, asTable, []byte(windows)).Book())); strings.Count(patched, "\n") != strings.Count(patched, "\r\n") {
		t.Error("line ends were mixed")
	}
}
