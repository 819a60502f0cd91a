// SPDX-License-Identifier: EUPL-1.2

package disk

import (
	"errors"
	"io/fs"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Trouble is a disk's error as a technical fault with a hint; no error stays
// none, and a fault stays as it is.
func Trouble(op, name string, err error) error {
	if err == nil {
		return nil
	}
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f
	}
	cause, hint := diagnose(name, err)
	return fault.Wrap(fault.Technical, op, cause, err).WithHint(hint)
}

func diagnose(name string, err error) (cause, hint speech.Text) {
	switch {
	case isFull(err):
		return speech.Say("disk full: %s was not written", "Datenträger voll: %s wurde nicht geschrieben", name),
			speech.Say("free space on the disk, then go on with --resume", "Platz auf dem Datenträger schaffen, dann mit --resume fortsetzen")
	case isReadOnly(err):
		return speech.Say("the disk can only be read: %s was not written", "der Datenträger ist schreibgeschützt: %s wurde nicht geschrieben", name),
			speech.Say("check why the disk is read-only; after errors the system itself makes it so", "prüfen, warum der Datenträger schreibgeschützt ist; nach Fehlern schützt ihn das System selbst")
	case errors.Is(err, fs.ErrPermission):
		return speech.Say("no permission for %s", "keine Berechtigung für %s", name),
			speech.Say("give the folder to the robot's account", "den Ordner dem Konto des Roboters geben")
	case errors.Is(err, fs.ErrInvalid):
		return speech.Say("%q does not name a file here", "„%s“ benennt hier keine Datei", name), speech.Text{}
	}
	return speech.Say("disk trouble with %s", "Störung des Datenträgers bei %s", name),
		speech.Say("check the disk before going on; what was last written may be missing", "vor dem Fortsetzen den Datenträger prüfen; zuletzt Geschriebenes kann fehlen")
}
