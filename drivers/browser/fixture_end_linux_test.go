// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// running lists the processes that have a text on their command line.
func running(t *testing.T, text string) []int {
	t.Helper()
	files, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	var pids []int
	for _, file := range files {
		args, err := os.ReadFile(file)
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		if err == nil && strings.Contains(string(args), text) {
			pids = append(pids, pid)
		}
	}
	return pids
}

// below reports whether a process descends from another.
func below(pid, ancestor int) bool {
	for pid > 1 && pid != ancestor {
		stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
		if err != nil {
			return false
		}
		fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
		pid, _ = strconv.Atoi(fields[1])
	}
	return pid == ancestor
}

func killAll(t *testing.T, pids []int) {
	t.Helper()
	for _, pid := range pids {
		if p, err := os.FindProcess(pid); err == nil {
			_ = p.Kill()
		}
	}
}

func TestRendererCrash(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("fill.html")
	renderers := slices.DeleteFunc(running(t, "--type=renderer"), func(pid int) bool { return !below(pid, s.session.Process()) })
	if len(renderers) == 0 {
		t.Fatal("no renderer is found")
	}
	killAll(t, renderers)
	_, err := s.do("id: nowhere", act.Action{Verb: act.Read})
	s.failed(err, fault.Technical, "crashed")
	_, err = s.session.Look(t.Context(), act.Look{Text: "anything", Within: patience})
	s.failed(err, fault.Technical, "crashed")
	s.goTo("fill.html")
	s.must("label: Name", fill("again"))
}

func TestBrowserKilled(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("fill.html")
	killAll(t, []int{s.session.Process()})
	_, err := s.do("id: nowhere", act.Action{Verb: act.Read})
	s.failed(err, fault.Technical, "ended unexpectedly")
	_, err = s.do("", act.Action{Verb: act.Open, Text: "/fill.html"})
	s.failed(err, fault.Technical, "")
}

func TestNothingIsLeft(t *testing.T) {
	t.Parallel()
	profiles := t.TempDir()
	s, err := browser.Driver{Options: options(profiles)}.Begin(t.Context(), scenarios.Location{Address: site(t) + "/fill.html"})
	if err != nil {
		t.Fatal(err)
	}
	if len(running(t, "--user-data-dir="+profiles)) == 0 {
		t.Error("the browser is not found")
	}
	s.Close()
	left, _ := filepath.Glob(filepath.Join(profiles, "*"))
	if pids := running(t, "--user-data-dir="+profiles); len(pids) > 0 || len(left) > 0 {
		t.Errorf("left are processes %v and folders %v", pids, left)
	}
}

// TestDeadHeinzel: what a killed robot left running is ended by the next one,
// and what a living one runs is left alone.
func TestDeadHeinzel(t *testing.T) {
	t.Parallel()
	profiles, address := t.TempDir(), site(t)
	dead := filepath.Join(profiles, "p1")
	if err := os.MkdirAll(dead, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dead, "heinzel.lock"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	orphan := startBrowser(t, dead)
	begin := func() *browser.Session {
		s, err := browser.Driver{Options: options(profiles)}.Begin(t.Context(), scenarios.Location{Address: address + "/fill.html", Origins: []string{address}})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(s.Close)
		return s
	}
	alive := begin()
	select {
	case <-orphan:
	case <-time.After(patience):
		t.Error("the dead Heinzel's browser still runs")
	}
	if _, err := os.Stat(dead); !os.IsNotExist(err) {
		t.Errorf("its profile is still there: %v", err)
	}
	begin()
	stage{t, alive, address}.must("label: Name", fill("alive"))
}

// startBrowser starts one by hand; the channel closes when it ends.
func startBrowser(t *testing.T, profile string) <-chan struct{} {
	t.Helper()
	path, err := page.Find("")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir="+profile, "about:blank")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { _ = cmd.Wait(); close(ended) }()
	t.Cleanup(func() { _ = cmd.Process.Kill(); <-ended })
	return ended
}
