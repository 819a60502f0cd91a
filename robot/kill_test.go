// SPDX-License-Identifier: EUPL-1.2

//go:build !windows

package robot_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios/examples"
	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// A blow is a kill -9 at one event of the journal: of the robot itself or of
// its browser, at once or a moment later, when a request is on its way.
type blow struct {
	Victim string        `json:"victim"` // heinzel or chromium
	At     int           `json:"at"`     // the n-th line that is written; 0 is never
	Later  time.Duration `json:"later"`
}

// task is what a child process of the test is told.
type task struct {
	Dir, Register, Library, Treasury string
	Resume                           bool
	Blow                             blow
}

const taskVariable = "HEINZEL_KILL_TEST"

func TestMain(m *testing.M) {
	if text := os.Getenv(taskVariable); text != "" {
		os.Exit(beRobot(text))
	}
	os.Exit(m.Run())
}

// beRobot performs the order as a process of its own, which can be killed.
func beRobot(text string) int {
	var t task
	if err := json.Unmarshal([]byte(text), &t); err != nil {
		panic(err)
	}
	order, err := t.order()
	if err != nil {
		panic(err)
	}
	perform := robot.Run
	if t.Resume {
		perform = robot.Resume
	}
	summary, err := perform(context.Background(), order)
	for _, r := range summary.Results {
		fmt.Println(r.Number, r.Outcome, r.Commits, r.Err)
	}
	if err != nil {
		fmt.Println(err)
		return 1
	}
	return 0
}

func (t task) order() (robot.Order, error) {
	scenario, err := fs.Sub(examples.Files, "namensaenderung")
	if err != nil {
		return robot.Order{}, err
	}
	environment := filepath.Join(t.Dir, "town.yaml")
	text := fmt.Sprintf("environment: 1\nsystems:\n"+
		"  melderegister: {address: \"%s/\", secrets: {kennung: a, kennwort: b}}\n"+
		"  bibliothek: {address: \"%s\", bearer: c}\n"+
		"  bibliothek_alt: {address: \"%s/alt/\", secrets: {benutzer: d, passwort: e}}\n"+
		"  kasse: {address: \"%s\", secrets: {kassenkennung: f, kassenkennwort: g}}\n"+
		"limits: {answer: 6 s, retries: 5, pause: 100 ms}\n", t.Register, t.Library, t.Library, t.Treasury)
	if err := os.WriteFile(environment, []byte(text), 0o600); err != nil {
		return robot.Order{}, err
	}
	var report source.Report
	p, err := robot.Load(&report, robot.Source{Scenario: scenario, Shown: "namensaenderung", Environment: os.DirFS(t.Dir), EnvironmentFile: "town.yaml"})
	if err != nil || p == nil {
		return robot.Order{}, fmt.Errorf("%w %v", err, report.Sorted())
	}
	keys, err := journal.LoadOrCreateKeys(filepath.Join(t.Dir, "keys"))
	words := map[string]string{
		"a": practice.MelderegisterUser, "b": practice.MelderegisterPassword, "c": practice.BibliothekToken,
		"d": practice.BibliothekUser, "e": practice.BibliothekPassword,
		"f": practice.KasseUser, "g": practice.KassePassword,
	}
	return robot.Order{
		Plan: p, ID: "kill", Dir: filepath.Join(t.Dir, "order"), Keys: keys, Version: "test", Cases: twoCases(),
		Crew:   robot.Crew(func(name string) (secret.Value, error) { return secret.New(words[name]), nil }, page.Options{}, nil),
		Folder: &killing{Folder: disk.At(filepath.Join(t.Dir, "order")), blow: t.Blow},
	}, err
}

// twoCases are a citizen with a library card and one without personal number.
func twoCases() []map[string]string {
	common := map[string]string{"anlass": "Eheschließung", "wirksam_ab": "05.06.2026", "stichtag": "2026-07-15", "einwohner": "ja"}
	anna := map[string]string{"aktenzeichen": "1", "personennummer": "0040012", "vorname": "Anna", "nachname_alt": "Müller", "nachname_neu": "Müller-Lüdenscheidt", "geburtsdatum": "14.03.1985", "ausweisnummer": "B-10023", "kassenzeichen": "70040012"}
	marie := map[string]string{"aktenzeichen": "2", "vorname": "Marie", "nachname_alt": "Schneider", "nachname_neu": "Đặng Thị Hằng", "geburtsdatum": "13.05.1994"}
	for name, text := range common {
		anna[name], marie[name] = text, text
	}
	return []map[string]string{anna, marie}
}

// killing is the order's folder; it strikes when the n-th line was written.
type killing struct {
	disk.Folder
	blow  blow
	mu    sync.Mutex
	lines int
}

func (k *killing) Append(name string, data []byte, sync bool) error {
	err := k.Folder.Append(name, data, sync)
	if strings.HasSuffix(name, ".jsonl") {
		k.count(bytes.Count(data, []byte("\n")))
	}
	return err
}

func (k *killing) count(n int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	before := k.lines
	k.lines += n
	if before >= k.blow.At || k.lines < k.blow.At {
		return
	}
	if k.blow.Later > 0 {
		time.AfterFunc(k.blow.Later, k.strike)
		return
	}
	k.strike()
}

func (k *killing) strike() {
	if k.blow.Victim == "heinzel" {
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
	}
	for _, pid := range children(os.Getpid()) {
		_ = syscall.Kill(pid, syscall.SIGKILL)
	}
}

// children are the processes whose parent is pid.
func children(pid int) (out []int) {
	files, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		fields := strings.Fields(string(data[bytes.LastIndexByte(data, ')')+1:]))
		if len(fields) > 1 && fields[1] == strconv.Itoa(pid) {
			child, _ := strconv.Atoi(filepath.Base(filepath.Dir(file)))
			out = append(out, child)
		}
	}
	return out
}

// TestNothingTwice kills robot or browser at seeded events, resumes, and looks
// into the applications' own ledgers. With HEINZEL_TORTURE set it strikes at
// every event.
func TestNothingTwice(t *testing.T) {
	t.Parallel()
	total := events(t)
	for _, b := range blows(total) {
		t.Run(fmt.Sprintf("%s-%d-%v", b.Victim, b.At, b.Later), func(t *testing.T) {
			t.Parallel()
			suffer(t, b)
		})
	}
}

func blows(total int) []blow {
	var all []blow
	for at := 1; at <= total; at++ {
		for _, victim := range []string{"heinzel", "chromium"} {
			for _, later := range []time.Duration{0, 60 * time.Millisecond, 250 * time.Millisecond} {
				all = append(all, blow{victim, at, later})
			}
		}
	}
	if os.Getenv("HEINZEL_TORTURE") != "" {
		return all
	}
	random := rand.New(rand.NewPCG(20261123, 1))
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:10]
}

// events counts the lines that an undisturbed order writes.
func events(t *testing.T) int {
	dir := suffer(t, blow{})
	total := 0
	files, _ := filepath.Glob(filepath.Join(dir, "order", "cases", "*", "log.jsonl"))
	for _, file := range append(files, filepath.Join(dir, "order", "order.jsonl")) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		total += bytes.Count(data, []byte("\n"))
	}
	return total
}

// suffer performs the order under a blow, resumes it until it is over, and
// checks ledgers and journal. It gives the folder of it all.
func suffer(t *testing.T, b blow) string {
	t.Helper()
	dir := t.TempDir()
	switches := practice.Switches{}
	switches.Melderegister.Delay = trouble.Range{Min: 50 * time.Millisecond, Max: 300 * time.Millisecond}
	switches.Bibliothek.Delay, switches.Kasse.Delay = switches.Melderegister.Delay, switches.Melderegister.Delay
	town, err := practice.Start(t.Context(), practice.Options{Dir: dir, Switches: switches})
	if err != nil {
		t.Fatal(err)
	}
	defer town.Close()
	job := task{Dir: dir, Register: town.MelderegisterURL(), Library: town.BibliothekURL(), Treasury: town.KasseURL(), Blow: b}
	var said strings.Builder
	for range 5 {
		over := perform(t, job, &said)
		if _, err := os.Stat(filepath.Join(dir, "order", "order.jsonl")); err == nil {
			job.Resume = true // before its first line there is no order
		}
		if job.Blow = (blow{}); over {
			break
		}
	}
	inspect(t, town, dir, said.String())
	return dir
}

// perform runs one robot process; it tells whether the order is over.
func perform(t *testing.T, job task, said *strings.Builder) bool {
	text, err := json.Marshal(job)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), taskVariable+"="+string(text))
	out, err := cmd.CombinedOutput()
	fmt.Fprintf(said, "%s(%v)\n", out, err)
	return err == nil
}

// inspect is the judge: each change once, none missing, the journal whole.
func inspect(t *testing.T, town *practice.Town, dir, said string) {
	t.Helper()
	changed := map[string]int{}
	for _, path := range []string{town.MelderegisterLedger(), town.BibliothekLedger(), town.KasseLedger()} {
		entries, err := ledger.Read(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			changed[e.Key]++
		}
	}
	for _, key := range []string{"0040012", "B-10023", "70040012", "0040219"} {
		if changed[key] != 1 {
			t.Errorf("%s was saved %d times", key, changed[key])
		}
	}
	if len(changed) != 4 {
		t.Errorf("the ledgers hold %v", changed)
	}
	keys, err := journal.LoadOrCreateKeys(filepath.Join(dir, "keys"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := journal.Verify(disk.At(filepath.Join(dir, "order")), journal.VerifyOptions{By: keys.Verifiers(), Keys: keys}); err != nil {
		t.Error(err)
	}
	if t.Failed() {
		t.Log(said)
	}
}
