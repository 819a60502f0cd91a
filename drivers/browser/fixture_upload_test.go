// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

// paper writes a file of a case and gives its path.
func paper(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func upload(files ...string) act.Action { return act.Action{Verb: act.Upload, Files: files} }

func TestUpload(t *testing.T) {
	t.Parallel()
	s := open(t)
	one, two := paper(t, "Antrag Öz.pdf", "%PDF-1.4"), paper(t, "zwei.txt", "zwei")
	picture := paper(t, "scan", "\x89PNG\x0d\x0a\x1a\x0a")
	s.all([]play{
		{name: "seen", page: "upload.html", do: upload(one), at: "label: Seen", value: "Antrag Öz.pdf (8)", log: "Antrag Öz.pdf:8"},
		{name: "behind a button", page: "upload.html", do: upload(one), at: "name: Attach", value: "Antrag Öz.pdf (8)", log: "Antrag Öz.pdf:8"},
		{name: "behind a label", page: "upload.html", do: upload(one), at: "text: Choose a file", value: "Antrag Öz.pdf (8)", log: "Antrag Öz.pdf:8"},
		{name: "several", page: "upload.html", do: upload(one, two), at: "label: Several", value: "Antrag Öz.pdf (8), zwei.txt (4)", log: "Antrag Öz.pdf:8+zwei.txt:4"},
		{name: "taken out at once", page: "upload.html", do: upload(one), at: "label: Taken", value: "Antrag Öz.pdf (8)", log: "Antrag Öz.pdf:8"},
		{name: "no element of the page", page: "upload.html", do: upload(two), at: "name: Loose", value: "zwei.txt (4)", log: "zwei.txt:4"},
		{name: "in a frame", page: "upload.html", do: upload(two), at: "frame=inner; label: Inside", value: "zwei.txt (4)", log: "zwei.txt"},
		{name: "late", page: "upload.html", do: upload(two), at: "name: Late", value: "zwei.txt (4)", log: "zwei.txt:4"},
		{name: "picture by its content", page: "upload.html", do: upload(picture), at: "label: Pictures", value: "scan (8)", log: "scan:8"},
		{name: "not accepted", page: "upload.html", do: upload(one), at: "label: Pictures", kind: fault.Halted, says: "does not take the file"},
		{name: "two into one", page: "upload.html", do: upload(one, two), at: "label: Seen", kind: fault.Halted, says: "one file only"},
		{name: "no chooser", page: "upload.html", do: act.Action{Verb: act.Upload, Files: []string{one}, Within: brief}, at: "name: Nothing", kind: fault.Halted, says: "opens no file chooser", log: "nothing"},
		{name: "swapped by the page", page: "upload.html", do: upload(one), at: "label: Swaps", kind: fault.Halted, says: "does not hold the files"},
		{name: "disabled", page: "upload.html", do: act.Action{Verb: act.Upload, Files: []string{one}, Within: brief}, at: "label: Locked", kind: fault.Halted, says: "is disabled"},
		{name: "no file", page: "upload.html", do: upload(), at: "label: Seen", kind: fault.Usage, says: "no file"},
		{name: "file that is gone", page: "upload.html", do: upload(one + "x"), at: "label: Seen", kind: fault.Halted, says: "cannot be read"},
	})
}

// TestUploadThatIsWarnedAbout: a message box instead of a chooser is told.
func TestUploadThatIsWarnedAbout(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("upload.html")
	_, err := s.do("name: Warns", upload(paper(t, "a.txt", "a")))
	s.failed(err, fault.Halted, "not now")
}
