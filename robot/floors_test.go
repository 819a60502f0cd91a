// SPDX-License-Identifier: EUPL-1.2

package robot_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/heinzel-rpa/heinzel"

// house is what testdata/floors.txt says.
type house struct {
	floors  map[string]int
	modules map[string][]string // module → packages that may import it
	kept    map[string][]string // room of ours → packages that may import it
}

// room is a package as the go command lists it, without its tests.
type room struct {
	ImportPath string
	Imports    []string
}

func TestFloors(t *testing.T) {
	h := readHouse(t)
	for _, goos := range []string{"linux", "windows"} {
		for _, cgo := range []string{"0", "1"} {
			t.Run(goos+"/cgo="+cgo, func(t *testing.T) {
				for _, r := range rooms(t, "GOOS="+goos, "GOARCH=amd64", "CGO_ENABLED="+cgo) {
					h.visit(t, r)
				}
			})
		}
	}
}

// visit reports everything that a room may not import.
func (h house) visit(t *testing.T, r room) {
	t.Helper()
	name := strings.TrimPrefix(r.ImportPath, module+"/")
	floor, ok := h.floors[name]
	if !ok {
		t.Errorf("%s has no floor in testdata/floors.txt", name)
		return
	}
	for _, imported := range r.Imports {
		below, ours := strings.CutPrefix(imported, module+"/")
		switch {
		case ours && h.floors[below] >= floor:
			t.Errorf("%s (floor %d) imports %s (floor %d)", name, floor, below, h.floors[below])
		case ours && h.keeps(below) && !admits(h.kept, name, below):
			t.Errorf("%s imports %s, which is for practice and tests", name, below)
		case !ours && foreign(imported) && !admits(h.modules, name, imported):
			t.Errorf("%s imports %s; testdata/floors.txt does not admit it", name, imported)
		}
	}
}

// foreign reports whether a path is neither ours nor in the standard library.
func foreign(path string) bool {
	host, _, _ := strings.Cut(path, "/")
	return strings.Contains(host, ".")
}

// keeps reports whether a room is closed to all but a few.
func (h house) keeps(name string) bool {
	for path := range h.kept {
		if within(name, path) {
			return true
		}
	}
	return false
}

// admits reports whether a package may import a path: it is listed as a guest,
// or lives in the same house.
func admits(doors map[string][]string, name, imported string) bool {
	for path, guests := range doors {
		if within(imported, path) && (within(name, path) || slices.Contains(guests, name)) {
			return true
		}
	}
	return false
}

func within(name, path string) bool { return name == path || strings.HasPrefix(name, path+"/") }

func readHouse(t *testing.T) house {
	t.Helper()
	data, err := os.ReadFile("testdata/floors.txt")
	if err != nil {
		t.Fatal(err)
	}
	h := house{map[string]int{}, map[string][]string{}, map[string][]string{}}
	for line := range strings.Lines(string(data)) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || strings.HasPrefix(words[0], "#"):
		case words[0] == "floor" && len(words) == 3:
			h.place(t, words[2], words[1])
		case words[0] == "module" && len(words) >= 3:
			h.modules[words[1]] = words[2:]
		case words[0] == "only" && len(words) >= 3:
			h.kept[words[1]] = words[2:]
		default:
			t.Fatalf("testdata/floors.txt: %q", line)
		}
	}
	return h
}

func (h house) place(t *testing.T, name, floor string) {
	t.Helper()
	n, err := strconv.Atoi(floor)
	if err != nil {
		t.Fatal(err)
	}
	if _, twice := h.floors[name]; twice {
		t.Fatalf("testdata/floors.txt places %s twice", name)
	}
	h.floors[name] = n
}

// rooms lists all packages of the repository for a system. What does not
// build there is listed too: -e.
func rooms(t *testing.T, env ...string) []room {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Imports", module+"/...")
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var list []room
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var r room
		if err := d.Decode(&r); errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, r)
	}
}
