// SPDX-License-Identifier: EUPL-1.2

package s3270_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/host/s3270"
	"go.uber.org/goleak"
)

// asParent makes the test program start a terminal, say its process, and wait.
const asParent = "HEINZEL_TEST_TERMINAL_PARENT"

func TestMain(m *testing.M) {
	if os.Getenv(asParent) != "" {
		parent()
		return
	}
	goleak.VerifyTestMain(m)
}

func parent() {
	program, err := s3270.Find()
	if err == nil {
		var t *s3270.Terminal
		if t, err = s3270.Start(program, "cp273"); err == nil {
			fmt.Println(t.Process())
		}
	}
	if err != nil {
		fmt.Println(err)
	}
	select {}
}

func start(t *testing.T) *s3270.Terminal {
	t.Helper()
	program, err := s3270.Find()
	if err != nil {
		t.Fatal(err)
	}
	terminal, err := s3270.Start(program, "cp273")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(terminal.Close)
	return terminal
}

func TestCommands(t *testing.T) {
	t.Parallel()
	terminal := start(t)
	a, err := terminal.Do(t.Context(), "Query(CodePage)")
	if err != nil || len(a.Data) != 1 || !strings.HasPrefix(a.Data[0], "cp273") || a.Status.Connected || a.Status.Rows != 24 || a.Status.Columns != 80 {
		t.Errorf("it answered %+v, %v", a, err)
	}
	_, err = terminal.Do(t.Context(), "Bogus()")
	if refusal, ok := errors.AsType[s3270.Refusal](err); !ok || refusal == "" {
		t.Errorf("a command that is none gave %v", err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := terminal.Do(gone, "Query(Cursor)"); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped command gave %v", err)
	}
	brief, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := terminal.Do(brief, "Wait(1,Seconds)"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a slow command gave %v", err)
	}
	if a, err := terminal.Do(t.Context(), "Query(CodePage)"); err != nil || len(a.Data) != 1 {
		t.Errorf("after a slow command it answered %+v, %v", a, err)
	}
	terminal.Close()
	if _, err := terminal.Do(t.Context(), "Query(Cursor)"); !errors.Is(err, s3270.ErrEnded) {
		t.Errorf("a closed terminal gave %v", err)
	}
	if runs(terminal.Process()) {
		t.Error("a closed terminal still runs")
	}
}

// TestKilledParent: however a robot dies, its terminals die with it.
func TestKilledParent(t *testing.T) {
	t.Parallel()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), asParent+"=1")
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	line, _ := bufio.NewReader(out).ReadString('\n')
	terminal, err := strconv.Atoi(strings.TrimSpace(line))
	if err != nil || !runs(terminal) {
		_ = cmd.Process.Kill()
		t.Fatalf("the terminal did not start: %q", line)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for over := time.After(20 * time.Second); runs(terminal); {
		select {
		case <-tick.C:
		case <-over:
			t.Fatal("the terminal outlived the robot")
		}
	}
}

// runs reports whether a process is there; one that only waits to be buried is
// not.
func runs(pid int) bool {
	state, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return syscall.Kill(pid, 0) == nil && !errors.Is(err, os.ErrNotExist)
	}
	_, after, _ := strings.Cut(string(state), ") ")
	return !strings.HasPrefix(after, "Z")
}
