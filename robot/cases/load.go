// SPDX-License-Identifier: EUPL-1.2

package cases

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// load reads a whole file; what keeps it from that is said in words. The size
// is bounded while reading, since a file may grow or be a pipe.
func load(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, unopened(path, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, wrong(path, speech.Say("this is a folder", "das ist ein Ordner"),
			speech.Say("name the file with the cases in it", "nennen Sie die Datei mit den Vorgängen darin"))
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	switch {
	case err != nil:
		return nil, fault.Wrap(fault.Usage, "cases.read", speech.Say("reading %s", "beim Lesen von %s", path), err)
	case len(data) > MaxBytes:
		return nil, wrong(path, speech.Say("the file is larger than %d MB", "die Datei ist größer als %d MB", MaxBytes>>20), smaller())
	case len(data) == 0:
		return nil, empty(path)
	}
	return data, nil
}

func unopened(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return wrong(path, speech.Say("there is no such file", "diese Datei gibt es nicht"),
			speech.Say("check the name and the folder", "prüfen Sie den Namen und den Ordner"))
	case errors.Is(err, fs.ErrPermission):
		return wrong(path, speech.Say("the file may not be read", "die Datei darf nicht gelesen werden"),
			speech.Say("let your IT give you the right to read it, or copy it to a folder of yours",
				"lassen Sie sich das Leserecht geben, oder kopieren Sie die Datei in einen eigenen Ordner"))
	}
	return fault.Wrap(fault.Usage, "cases.read", speech.Say("opening %s", "beim Öffnen von %s", path), err)
}

func empty(path string) error {
	return wrong(path, speech.Say("the file is empty", "die Datei ist leer"),
		speech.Say("the first row names the columns, each further row is one case", "die erste Zeile benennt die Spalten, jede weitere ist ein Vorgang"))
}

func smaller() speech.Text {
	return speech.Say("split the order into several files", "teilen Sie den Auftrag auf mehrere Dateien auf")
}
