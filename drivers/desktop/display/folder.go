// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// folder is the runtime folder of one display. Its owner holds a lock in it for
// as long as it lives. Every process of the display has the folder in its
// environment: that is how what a dead robot left behind is known for certain,
// although numbers of processes are used again.
type folder struct {
	dir  string
	lock *os.File
}

const (
	lockName = "heinzel.lock"
	mark     = "XDG_RUNTIME_DIR="
)

// Root is where displays live unless told otherwise: one folder per user, with
// a short path, since the names of sockets are limited to 107 bytes.
func Root() string { return filepath.Join("/tmp", "heinzel-display-"+strconv.Itoa(os.Getuid())) }

func newFolder(root string) (*folder, error) {
	if root == "" {
		root = Root()
	}
	if err := os.MkdirAll(root, 0o700); err != nil {
		return nil, folderFault(root, err)
	}
	Sweep(root)
	f, err := begun(root)
	if err != nil {
		return nil, folderFault(root, err)
	}
	return f, nil
}

func begun(root string) (*folder, error) {
	dir, err := os.MkdirTemp(root, "d")
	if err != nil {
		return nil, err
	}
	lock, err := claim(dir)
	if err != nil {
		return nil, err
	}
	return &folder{dir: dir, lock: lock}, nil
}

func folderFault(root string, err error) error {
	return fault.Wrap(fault.Technical, "desktop.folder", speech.Say("no folder for a display can be made in %s", "in %s lässt sich kein Ordner für eine Anzeige anlegen", root), err).
		WithHint(speech.Say("is the disk full, or the folder not writable?", "ist der Datenträger voll oder der Ordner nicht beschreibbar?"))
}

func (f *folder) path(name string) string { return filepath.Join(f.dir, name) }

// write puts a file into the folder; %PATH% in it is the path of the bus.
func (f *folder) write(name, text string) (string, error) {
	path := f.path(name)
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(text, "%PATH%", f.path("bus"))), 0o600); err != nil {
		return "", folderFault(f.dir, err)
	}
	return path, nil
}

// environment is what the processes of a display are started with. What leads
// to the clerk's own desktop is left out.
func (f *folder) environment(authority string) []string {
	var env []string
	for _, pair := range os.Environ() {
		name, _, _ := strings.Cut(pair, "=")
		switch name {
		case "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE", "XDG_RUNTIME_DIR",
			"XDG_SESSION_TYPE", "SESSION_MANAGER", "GTK_MODULES", "GTK_IM_MODULE", "LANG", "LC_ALL":
		default:
			env = append(env, pair)
		}
	}
	return append(env, mark+f.dir, "XAUTHORITY="+authority, "XDG_SESSION_TYPE=x11", "GDK_BACKEND=x11", "QT_QPA_PLATFORM=xcb", "QT_ACCESSIBILITY=1",
		"QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1", "GSETTINGS_BACKEND=memory", "GTK_IM_MODULE=gtk-im-context-simple", "LANG=C.UTF-8")
}

// value is that of a name in an environment.
func value(env []string, name string) string {
	for _, pair := range env {
		if v, ok := strings.CutPrefix(pair, name+"="); ok {
			return v
		}
	}
	return ""
}

// remove ends what runs on the display, and deletes the folder.
func (f *folder) remove() {
	f.lock.Close()
	wipe(f.dir)
}

// wipe ends the users of a folder and removes it. Processes take a moment to
// end, and write until then; what is left after a second is for the next sweep.
func wipe(dir string) {
	for range 100 {
		users := killUsers(dir)
		if err := os.RemoveAll(dir); err == nil && users == 0 {
			return
		}
		<-time.After(10 * time.Millisecond)
	}
}

// Sweep ends the displays that dead robots left behind in root.
func Sweep(root string) {
	dirs, _ := filepath.Glob(filepath.Join(root, "d*"))
	for _, dir := range dirs {
		if abandoned(dir) {
			wipe(dir)
		}
	}
}

// abandoned reports whether the owner of a folder is dead. A folder without a
// lock is about to get one, unless it is old.
func abandoned(dir string) bool {
	name := filepath.Join(dir, lockName)
	if _, err := os.Stat(name); err != nil {
		made, err := os.Stat(dir)
		return err == nil && time.Since(made.ModTime()) > time.Hour
	}
	lock, err := lockFile(name)
	if err != nil {
		return false
	}
	lock.Close()
	return true
}
