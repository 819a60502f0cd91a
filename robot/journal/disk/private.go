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

// CredentialsVariable names the environment variable in which a service
// manager says where it put what it hands over (systemd: LoadCredential=).
const CredentialsVariable = "CREDENTIALS_DIRECTORY"

// Credentials is what the service manager handed over; it is false where it
// handed over nothing.
func Credentials() (Folder, bool) {
	dir := os.Getenv(CredentialsVariable)
	return At(dir), dir != ""
}

// ReadPrivate gives a file that nobody else may see, such as a key; one that
// does not exist is empty. A file that others may read, or that belongs to
// someone else, is refused: whatever it holds is no longer a secret.
func (f Folder) ReadPrivate(name string) ([]byte, error) { return f.readChecked(name, checkPrivate) }

// ReadHanded gives a file that a service manager handed over; one that does
// not exist is empty. It may belong to the administrator, and a group that
// stands for this one account (an access control list) may read it.
func (f Folder) ReadHanded(name string) ([]byte, error) { return f.readChecked(name, checkHanded) }

func (f Folder) readChecked(name string, check func(string, fs.FileInfo) error) (data []byte, err error) {
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
	if err := check(path, info); err != nil {
		return nil, err
	}
	data, err = io.ReadAll(file)
	return data, Trouble("disk.read", name, err)
}

func checkHanded(path string, info fs.FileInfo) error {
	if ownedByOther(info) && !ownedByAdministrator(info) {
		return ownerFault(path)
	}
	if openToAll(info) {
		return modeFault(path, info)
	}
	return nil
}

func checkPrivate(path string, info fs.FileInfo) error {
	if ownedByOther(info) {
		return ownerFault(path)
	}
	if openToOthers(info) {
		return modeFault(path, info)
	}
	return nil
}

func ownerFault(path string) error {
	return fault.New(fault.Usage, "disk.private", speech.Say(
		"%s belongs to another account", "%s gehört einem anderen Konto", path)).
		WithHint(speech.Say("let the robot's account own the file, and check who could read it",
			"die Datei dem Konto des Roboters geben und prüfen, wer sie lesen konnte"))
}

func modeFault(path string, info fs.FileInfo) error {
	return fault.New(fault.Usage, "disk.private", speech.Say(
		"others may read or write %s (mode %#o)", "andere dürfen %s lesen oder schreiben (Modus %#o)", path, info.Mode().Perm())).
		WithHint(speech.Say("chmod 600 %s, and replace what it holds if others could read it",
			"chmod 600 %s, und den Inhalt ersetzen, falls andere ihn lesen konnten", path))
}
