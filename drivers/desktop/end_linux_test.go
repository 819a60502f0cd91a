// SPDX-License-Identifier: EUPL-1.2

package desktop_test

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/display"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// users are the processes that carry a folder in their environment, with their
// command lines.
func users(t *testing.T, folder string) map[int]string {
	t.Helper()
	files, err := filepath.Glob("/proc/[0-9]*/environ")
	if err != nil {
		t.Fatal(err)
	}
	out := map[int]string{}
	for _, file := range files {
		env, _ := os.ReadFile(file)
		if bytes.Contains(env, []byte("XDG_RUNTIME_DIR="+folder)) {
			pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(file)))
			line, _ := os.ReadFile(filepath.Join(filepath.Dir(file), "cmdline"))
			out[pid] = string(bytes.ReplaceAll(line, []byte{0}, []byte{' '}))
		}
	}
	return out
}

// folder is the runtime folder of a stage's display.
func (s stage) folder() string {
	env := s.session.Display().Env()
	at := slices.IndexFunc(env, func(pair string) bool { return strings.HasPrefix(pair, "XDG_RUNTIME_DIR=") })
	return strings.TrimPrefix(env[at], "XDG_RUNTIME_DIR=")
}

// TestLost: what ends by itself ends the action that waits for something else,
// at once, and nothing is typed afterwards.
func TestLost(t *testing.T) {
	t.Parallel()
	for program, says := range map[string]string{
		"Xvfb ": "display is lost", "openbox ": "display is lost", "dbus-daemon --config": "display is lost", "/usr/bin/python3": "program has ended",
	} {
		t.Run(program, func(t *testing.T) {
			t.Parallel()
			s := open(t, "form.py")
			time.AfterFunc(500*time.Millisecond, func() {
				for pid, line := range users(t, s.folder()) {
					if strings.HasPrefix(line, program) {
						_ = syscall.Kill(pid, syscall.SIGKILL)
					}
				}
			})
			began := time.Now()
			_, err := s.do("label: Nowhere", act.Action{Verb: act.Click, Within: 5 * time.Minute})
			if fault.KindOf(err) != fault.Technical || !strings.Contains(err.Error(), says) || time.Since(began) > time.Minute {
				t.Errorf("after %v: %v", time.Since(began), err)
			}
			e, err := s.do("keys; label: Surname", fill("nobody sees this"))
			if fault.KindOf(err) != fault.Technical || e.Touched {
				t.Errorf("typed all the same: %+v, %v", e, err)
			}
			folder := s.folder()
			s.session.Close()
			if left := users(t, folder); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// TestDeadHeinzel: what a killed robot left behind is gone after the next start;
// what belongs to a living one is left alone.
func TestDeadHeinzel(t *testing.T) {
	t.Parallel()
	root, err := os.MkdirTemp("/tmp", "hz")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(root) })
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	robot := exec.Command(program, doomed, root)
	said, err := robot.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := robot.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(said).ReadString('\n'); err != nil || line != "ready\n" {
		t.Fatal(line, err)
	}
	display.Sweep(root)
	if alive := users(t, root); len(alive) < 6 {
		t.Errorf("a living robot was swept: %v", alive)
	}
	if err := robot.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = robot.Wait()
	s, err := desktop.Driver{Options: display.Options{Root: root}}.Begin(t.Context(), form(t))
	if err != nil {
		t.Fatal(err)
	}
	mine := stage{t, s, ""}.folder()
	for pid, line := range users(t, root) {
		if env, _ := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/environ"); !bytes.Contains(env, []byte(mine)) {
			t.Errorf("left behind: %d %s", pid, line)
		}
	}
	s.Close()
	if left, _ := filepath.Glob(filepath.Join(root, "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// doomed is the argument that makes this program a robot that waits to be
// killed.
const doomed = "doomed-robot"

func form(t *testing.T) scenarios.Location {
	return scenarios.Location{System: "stage", Program: []string{python, filepath.Join("testdata", "form.py"), filepath.Join(t.TempDir(), "record")}}
}

// waitToBeKilled opens a session, says so, and waits.
func waitToBeKilled(root string) {
	at := scenarios.Location{System: "stage", Program: []string{python, filepath.Join("testdata", "form.py"), filepath.Join(root, "record")}}
	s, err := desktop.Driver{Options: display.Options{Root: root}}.Begin(context.Background(), at)
	if err == nil {
		os.Stdout.WriteString("ready\n")
		<-s.Display().Lost()
	}
}
