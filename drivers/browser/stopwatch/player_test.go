// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package main

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
)

// toolVariable makes this test program a tool of its own, so that each tool is
// measured as a process.
const toolVariable = "HEINZEL_BENCH_TOOL"

func TestMain(m *testing.M) {
	if name := os.Getenv(toolVariable); name != "" {
		if err := play(name); err != nil {
			_, _ = io.WriteString(os.Stderr, name+": "+err.Error()+"\n")
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// player is a tool that runs and waits for forms.
type player struct {
	*testing.T
	name  string
	in    *json.Encoder
	out   *json.Decoder
	forms []times
}

func start(t *testing.T, name string, cmd *exec.Cmd) *player {
	t.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close(); _ = cmd.Wait() })
	return &player{T: t, name: name, in: json.NewEncoder(in), out: json.NewDecoder(out)}
}

// fill lets the tool fill one form; a wrong value never shows what must be shown.
func (p *player) fill(f form) times {
	p.Helper()
	var t times
	if err := p.in.Encode(f); err != nil {
		p.Fatalf("%s: %v", p.name, err)
	}
	if err := p.out.Decode(&t); err != nil {
		p.Fatalf("%s: %v", p.name, err)
	}
	p.forms = append(p.forms, t)
	return t
}

// build makes the stopwatch as a program of its own.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "stopwatch")
	if out, err := exec.Command("go", "build", "-trimpath", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return program
}

// ours is the driver in a program of its own.
func ours(t *testing.T, program, address string) *player {
	t.Helper()
	return start(t, "heinzel", exec.Command(program, address, t.TempDir()))
}

// over is a tool that this test program becomes.
func over(t *testing.T, name string) *player {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), toolVariable+"="+name)
	return start(t, name, cmd)
}

// playwrightVersion is pinned, so that figures can be compared.
const playwrightVersion = "1.65.1"

// playwright is installed for the bench and forgotten afterwards; nil where npm
// is missing.
func playwright(t *testing.T) *player {
	t.Helper()
	if _, err := exec.LookPath("npm"); err != nil {
		t.Log("npm is missing: Playwright is not compared")
		return nil
	}
	dir := t.TempDir()
	if out, err := exec.Command("npm", "install", "--prefix", dir, "--no-audit", "--no-fund", "--ignore-scripts", "playwright-core@"+playwrightVersion).CombinedOutput(); err != nil {
		t.Logf("Playwright is not compared, it cannot be installed: %v: %s", err, out)
		return nil
	}
	browser, err := page.Find("")
	if err != nil {
		t.Fatal(err)
	}
	return start(t, "playwright", exec.Command("node", "playwright.mjs", dir, browser))
}
