// SPDX-License-Identifier: EUPL-1.2

package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// ReadPrivate gives a file that nobody else may see, such as a key; one that
// does not exist is empty. A file that others may read, or that belongs to
// someone else, is refused: whatever it holds is no longer a secret.
func (f Folder) ReadPrivate(name string) (data []byte, err error) {
	path, err := f.file(name)
	if err != nil {
		return nil, err
	}
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, Trouble("disk.read", name, err)
	}
	defer func() { err = errors.Join(err, Trouble("disk.read", name, file.Close())) }()
	info, err := file.Stat()
	if err != nil {
		return nil, Trouble("disk.read", name, err)
	}
	if err := checkPrivate(path, info); err != nil {
		return nil, err
	}
	data, err = io.ReadAll(file)
	return data, Trouble("disk.read", name, err)
}

func checkPrivate(path string, info fs.FileInfo) error {
	if ownedByOther(info) {
		return fault.New(fault.Usage, "disk.private", speech.Say(
			"%s belongs to another account", "%s gehört einem anderen Konto", path)).
			WithHint(speech.Say("let the robot's account own the file, and check who could read it",
				"die Datei dem Konto des Roboters geben und prüfen, wer sie lesen konnte"))
	}
	if openToOthers(info) {
		return fault.New(fault.Usage, "disk.private", speech.Say(
			"others may read or write %s (mode %#o)", "andere dürfen %s lesen oder schreiben (Modus %#o)", path, info.Mode().Perm())).
			WithHint(speech.Say("chmod 600 %s, and replace what it holds if others could read it",
				"chmod 600 %s, und den Inhalt ersetzen, falls andere ihn lesen konnten", path))
	}
	return nil
}
