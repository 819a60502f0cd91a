// SPDX-License-Identifier: EUPL-1.2

//go:build !windows

package main

import (
	"context"
	"encoding/hex"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/robot/secret/store"
	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"heinzel": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// The command line, told as plays: each script is a person at a terminal.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HEINZEL_HOME", filepath.Join(e.WorkDir, "home"))
			e.Setenv("LANG", "en_US.UTF-8")
			e.Setenv("EXAMPLES", examplesFolder())
			e.Setenv("RECORDINGS", recordingsFolder())
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"town": openTown, "office": openOffice, "kennel": openKennel, "received": received, "ledger": countLedger, "busyport": takePort, "smalldisk": onSmallDisk, "exitcode": exitCode, "interrupt": interrupt, "flip": flipByte, "bytes": writeBytes,
			"auditor": buildVerifier,
		},
		UpdateScripts: os.Getenv("HEINZEL_UPDATE") != "",
	})
}

func recordingsFolder() string {
	dir, _ := filepath.Abs("../../scenarios/exchange/testdata")
	return dir
}

func examplesFolder() string {
	dir, _ := filepath.Abs("../../scenarios/examples")
	return dir
}

// openTown starts the practice town, puts its log-ins into the secret store,
// and writes town.yaml: town [hang=KEY] [fail=KEY] [savefail=KEY] [logout=REQUESTS] [apioff] [layout].
func openTown(ts *testscript.TestScript, _ bool, args []string) {
	switches := practice.Switches{}
	for _, arg := range args {
		name, key, _ := strings.Cut(arg, "=")
		switch name {
		case "hang":
			switches.Melderegister.Hang = []string{key}
		case "fail":
			switches.Melderegister.FailLoading = map[string]int{key: -1}
		case "savefail":
			switches.Melderegister.FailAfterSave = map[string]int{key: 1}
		case "logout":
			switches.Melderegister.LogOutAfter, _ = strconv.Atoi(key)
			switches.Melderegister.LogOutTimes = 1
		case "apioff":
			switches.APIOff = true
		case "layout":
			switches.Melderegister.SecondLayout, switches.Bibliothek.SecondLayout = true, true
		}
	}
	dir := ts.MkAbs(".")
	town, err := practice.Start(context.Background(), practice.Options{Dir: dir, Switches: switches})
	ts.Check(err)
	ts.Defer(func() { _ = town.Close() })
	s, err := store.Open(filepath.Join(ts.Getenv("HEINZEL_HOME"), "secrets"))
	ts.Check(err)
	for name, text := range map[string]string{
		"kennung": practice.MelderegisterUser, "kennwort": practice.MelderegisterPassword, "zugang": practice.BibliothekToken,
		"benutzer": practice.BibliothekUser, "passwort": practice.BibliothekPassword,
		"kassenkennung": practice.KasseUser, "kassenkennwort": practice.KassePassword,
	} {
		ts.Check(s.Set(name, secret.New(text)))
	}
	ts.Check(os.WriteFile(filepath.Join(dir, "town.yaml"), fmt.Appendf(nil, "environment: 1\nsystems:\n"+
		"  melderegister: {address: \"%s/\", secrets: {kennung: kennung, kennwort: kennwort}}\n"+
		"  bibliothek: {address: \"%s\", bearer: zugang}\n"+
		"  bibliothek_alt: {address: \"%s/alt/\", secrets: {benutzer: benutzer, passwort: passwort}}\n"+
		"  kasse: {address: \"%s\", secrets: {kassenkennung: kassenkennung, kassenkennwort: kassenkennwort}}\n"+
		"limits: {answer: 8 s, retries: 2, pause: 100 ms}\n", town.MelderegisterURL(), town.BibliothekURL(), town.BibliothekURL(), town.KasseURL()), 0o600))
}

// countLedger compares how often a key was saved: ledger FILE KEY N.
func countLedger(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := ledger.Read(ts.MkAbs(args[0]))
	ts.Check(err)
	count := 0
	for _, e := range entries {
		if e.Key == args[1] {
			count++
		}
	}
	if fmt.Sprint(count) != args[2] {
		ts.Fatalf("%s was saved %d times, not %s", args[1], count, args[2])
	}
}

// takePort occupies a port and puts it into $PORT.
func takePort(ts *testscript.TestScript, _ bool, _ []string) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Defer(func() { l.Close() })
	ts.Setenv("PORT", fmt.Sprint(l.Addr().(*net.TCPAddr).Port))
}

// exitCode runs a command and compares its exit code: exitcode N COMMAND….
func exitCode(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if e, ok := err.(*exec.ExitError); ok {
		code = e.ExitCode()
	}
	if fmt.Sprint(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// onSmallDisk runs a shell line in a mount namespace in which disk/ is a file
// system of 96 kB: smalldisk LINE.
func onSmallDisk(ts *testscript.TestScript, neg bool, args []string) {
	flags := "-m"
	if os.Getuid() != 0 {
		flags = "-rm"
	}
	ts.Check(os.MkdirAll(ts.MkAbs("disk"), 0o755))
	line := "mount -t tmpfs -o size=96k none disk && " + args[0] + "; code=$?; cp -r disk rescued 2>/dev/null; exit $code"
	err := ts.Exec("unshare", flags, "sh", "-c", line)
	if (err != nil) != neg {
		ts.Fatalf("on a small disk: %v", err)
	}
}

// interrupt starts a command, sends it SIGINT when its output begins, and
// wants it to say that it was interrupted: interrupt COMMAND….
func interrupt(ts *testscript.TestScript, _ bool, args []string) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = ts.MkAbs(".")
	for _, name := range []string{"HEINZEL_HOME", "LANG", "PATH", "HOME", "TMPDIR"} {
		cmd.Env = append(cmd.Env, name+"="+ts.Getenv(name))
	}
	out, err := cmd.StderrPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	_, err = out.Read(make([]byte, 1))
	ts.Check(err)
	<-time.After(1500 * time.Millisecond) // somewhere in the middle of a case
	ts.Check(cmd.Process.Signal(syscall.SIGINT))
	hung := time.AfterFunc(30*time.Second, func() { _ = cmd.Process.Kill() })
	err = cmd.Wait()
	hung.Stop()
	if e, ok := err.(*exec.ExitError); !ok || e.ExitCode() != 130 {
		ts.Fatalf("interrupted: %v", err)
	}
}

// flipByte changes one letter in a file: flip FILE OLD NEW.
func flipByte(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	data, err := os.ReadFile(name)
	ts.Check(err)
	changed := strings.Replace(string(data), args[1], args[2], 1)
	if changed == string(data) {
		ts.Fatalf("%s holds no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(name, []byte(changed), 0o600))
}

// writeBytes writes a file from hexadecimal digits: bytes FILE HEX.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}

// buildVerifier gives an auditor what is needed at home: heinzel-verify, and the
// robot's public key in $KEY.
func buildVerifier(ts *testscript.TestScript, _ bool, _ []string) {
	out, err := exec.Command("go", "build", "-o", ts.MkAbs("heinzel-verify"), "../heinzel-verify").CombinedOutput()
	if err != nil {
		ts.Fatalf("%v: %s", err, out)
	}
	key, err := os.ReadFile(filepath.Join(ts.Getenv("HEINZEL_HOME"), "keys", "journal.pub"))
	ts.Check(err)
	ts.Setenv("KEY", strings.TrimSpace(string(key)))
}
