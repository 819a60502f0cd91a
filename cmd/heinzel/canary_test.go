// SPDX-License-Identifier: EUPL-1.2

//go:build linux

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/browser"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// desk is where the robot works: everything that it leaves lies below left.
type desk struct {
	*testing.T
	left, given string
	calls       int
	watcher     *watcher
}

// newDesk has a short path: browsers want one for their temporary files.
func newDesk(t *testing.T) *desk {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "hk")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	d := &desk{T: t, left: filepath.Join(dir, "l"), given: filepath.Join(dir, "given"), watcher: &watcher{seen: map[string]bool{}}}
	for _, folder := range []string{"home", "tmp", "out"} {
		if err := os.MkdirAll(filepath.Join(d.left, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS(d.given, os.DirFS("testdata/canary")); err != nil {
		t.Fatal(err)
	}
	return d
}

// command is a call of the robot; what it says is left, too.
func (d *desk) command(in string, args ...string) *exec.Cmd {
	d.calls++
	cmd := exec.CommandContext(d.Context(), "heinzel", args...)
	cmd.Dir, cmd.Stdin = d.left, strings.NewReader(in)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "LANG=de_DE.UTF-8", "HOME=" + d.left + "/home", "TMPDIR=" + d.left + "/tmp"}
	name := filepath.Join(d.left, "out", fmt.Sprintf("%02d-%s", d.calls, args[0]))
	out, err := os.Create(name)
	if err != nil {
		d.Fatal(err)
	}
	d.Cleanup(func() { _ = out.Close() })
	cmd.Stdout, cmd.Stderr = out, out
	return cmd
}

// call makes the robot do something, watches its processes, and wants one of
// the exit codes.
func (d *desk) call(in string, code int, args ...string) {
	d.Helper()
	cmd := d.command(in, args...)
	if err := cmd.Start(); err != nil {
		d.Fatal(err)
	}
	ctx, stop := context.WithCancel(d.Context())
	defer stop()
	go d.watcher.watch(ctx, cmd.Process.Pid)
	_ = cmd.Wait()
	if got := cmd.ProcessState.ExitCode(); got != code {
		said, _ := os.ReadFile(cmd.Stdout.(*os.File).Name())
		d.Errorf("heinzel %v: exit code %d, not %d: %s", args, got, code, said)
	}
}

// dies kills the robot in the middle of a case, when the application says so,
// and looks into everything that lies about at that moment.
func (d *desk) dies(a *amt, args ...string) {
	d.Helper()
	cmd := d.command("", args...)
	if err := cmd.Start(); err != nil {
		d.Fatal(err)
	}
	over := make(chan error, 1)
	go func() { over <- cmd.Wait() }()
	select {
	case <-a.asked:
	case err := <-over:
		said, _ := os.ReadFile(cmd.Stdout.(*os.File).Name())
		d.Fatalf("the robot ended before it could be killed: %v: %s", err, said)
	}
	files := searchAll(d.T, d.left, canaries())
	_ = cmd.Process.Kill()
	<-over
	close(a.killed)
	if files < 50 {
		d.Errorf("only %d files lay about while the robot worked: where is its browser?", files)
	}
	d.Logf("%d files were searched when the robot was killed", files)
}

// TestCanary plants secrets and names wherever a person or an application can
// put them, has the robot do everything it can with them, and searches every
// byte that it left: they may be in sealed files only.
func TestCanary(t *testing.T) {
	t.Parallel()
	a := &amt{asked: make(chan struct{}), killed: make(chan struct{})}
	address := a.serve(t)
	d := newDesk(t)
	d.plant(address)
	for name, text := range map[string]string{"kennung": canaryUser, "kennwort": canaryPassword, "zeichen": canaryToken} {
		d.call(text+"\n", 0, "secret", "set", "amt."+name)
	}
	scenario, cases := d.given+"/scenario", d.given+"/cases.csv"
	run := []string{"run", scenario, "--environment", d.given + "/amt.yaml", "--cases", cases, "--order", "order", "-vv"}
	d.call("", 0, "check", scenario)
	d.call("", 0, "show", scenario)
	d.call("", 0, "test", scenario)
	d.call("", 5, "run", scenario, "--environment", d.given+"/amt.yaml", "--cases", cases, "--rehearse")
	d.dies(a, run...)
	d.call("", 5, append(run, "--resume")...)
	d.call("", 5, "run", scenario, "--environment", d.given+"/amt.yaml", "--cases", d.given+"/few.csv", "--order", "second", "--one-browser", "--json")
	d.call("", 0, "journal", "verify", "order")
	d.call("", 0, "journal", "show", "order")
	for n := 1; n <= 5; n++ {
		d.call("", 0, "journal", "show", "order", "--case", fmt.Sprint(n))
	}
	d.call("", 0, "secret", "rotate")
	d.call("", 0, "secret", "list")
	d.watcher.holds(t)
	t.Logf("%d files were searched at the end", searchAll(t, d.left, canaries()))
	d.pictures()
}

// plant writes cases that hold canaries and lead into every trap, and says
// where the application is.
func (d *desk) plant(address string) {
	table := "aktenzeichen;name;iban;steuernummer;geboren;art\n"
	for i, art := range strings.Fields("gut langsam meldung verdeckt kaputt fehlt zwei kurz auswahl fehler verraten geschwätz offen dienst") {
		table += fmt.Sprintf("%d;%s;%s;%s;01.02.1990;%s\n", i+1, canaryName, canaryIBAN, canaryTax, art)
	}
	table += fmt.Sprintf("99;%s;%s;%s;%s;gut\n", canaryName, canaryIBAN, canaryTax, canaryWrong)
	environment := fmt.Sprintf("environment: 1\nsystems:\n  amt: {address: %q, secrets: {kennung: amt.kennung, kennwort: amt.kennwort}}\n"+
		"  dienst: {address: %q, bearer: amt.zeichen}\nlimits: {answer: 2 s, retries: 0, pause: 10 ms}\n", address+"/", address+"/")
	few := strings.Join(strings.SplitAfterN(table, "\n", 6)[:5], "") // one of them good, two halt
	for name, text := range map[string]string{"few.csv": few, "cases.csv": table, "amt.yaml": environment} {
		if err := os.WriteFile(filepath.Join(d.given, name), []byte(text), 0o600); err != nil {
			d.Fatal(err)
		}
	}
}

// pictures reads what the kept pictures show.
func (d *desk) pictures() {
	d.Helper()
	pictures, _ := filepath.Glob(d.left + "/order/evidence/picture/*/*.png")
	if len(pictures) < 3 {
		d.Errorf("only %d pictures were kept", len(pictures))
	}
	read := ""
	for _, file := range pictures {
		text := seen(d.T, file)
		read += text
		for _, c := range canaries() {
			if strings.Contains(text, stem(c.text)) {
				d.Errorf("%s shows the %s canary: %s", file, c.where, text)
			}
		}
	}
	if !strings.Contains(read, alike("Daten")) {
		d.Errorf("nothing at all can be read in the pictures: %s", read)
	}
	d.Logf("%d pictures were read", len(pictures))
}

// stem is the part of a canary whose letters every reader of pictures knows.
func stem(text string) string {
	return alike(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("-/._", r) })[0])
}

// seen is what a reader of pictures (OCR) sees, in small letters.
func seen(t *testing.T, file string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "tesseract", file, "stdout", "-l", "deu").Output()
	if err != nil {
		t.Fatalf("pictures cannot be read without tesseract and its German letters (make setup): %v", err)
	}
	return alike(string(out))
}

// alike writes in one way what readers of pictures take for each other.
func alike(text string) string {
	return strings.NewReplacer(" ", "", "o", "0").Replace(strings.ToLower(text))
}

// TestPicturesAreReadable holds that a canary in a picture would be read.
func TestPicturesAreReadable(t *testing.T) {
	t.Parallel()
	var body strings.Builder
	for _, c := range canaries() {
		fmt.Fprintf(&body, "<div>%s</div>", c.text)
	}
	address := serveBody(t, body.String())
	s, err := browser.Driver{Options: page.Options{Profiles: t.TempDir()}}.Begin(t.Context(), scenarios.Location{Address: address + "/", Origins: []string{address}})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	data, err := s.Picture(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "picture.png")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	text := seen(t, file)
	for _, c := range canaries() {
		if !strings.Contains(text, stem(c.text)) {
			t.Errorf("the %s canary, %s, is not read in %s", c.where, stem(c.text), text)
		}
	}
}
