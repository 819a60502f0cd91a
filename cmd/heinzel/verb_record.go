// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder"
	"github.com/heinzel-rpa/heinzel/recorder/browser"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// recordOptions are the flags of record.
type recordOptions struct {
	watch    browser.Options
	title    string
	keepCase string
	finish   bool
	noBar    bool
}

func (a *app) record() *cobra.Command {
	o := recordOptions{}
	cmd := &cobra.Command{
		Use: "record DIR", Short: "watch a task in the browser, and make a scenario of it", Args: cobra.ExactArgs(1),
		Long: "Opens a browser, watches a task being done once, and writes a scenario into DIR: what was typed becomes inputs, passwords become\n" +
			"names of secrets, saving becomes an irreversible step. If DIR holds a scenario, it is brought up to date and keeps what people\n" +
			"wrote. Where the systems are goes into environments/NAME.yaml beside DIR. The recording ends with the button of its bar, when\n" +
			"the last window is closed, or with Ctrl+C. What was typed is never written, unless --keep-case says where. Pages are loaded a\n" +
			"second time, unseen and without any log-in, to learn which of their names change; not with --attach." +
			exitStatus("0 the scenario is written", "2 wrong use, or nothing was recorded that could be repeated", "4 no browser, or the disk does not take it"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.watchTask(cmd.Context(), args[0], o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.watch.Address, "url", "", "the address to begin with")
	f.StringVar(&o.watch.Attach, "attach", "", "join a browser that runs already: the address of its DevTools, ws://127.0.0.1:PORT/...")
	f.IntVar(&o.watch.Port, "port", 0, "let other DevTools clients of this machine join at this port")
	f.StringVar(&o.watch.Path, "browser", "", browserHelp)
	f.BoolVar(&o.watch.Headless, "headless", false, "show no window; for other DevTools clients and tests")
	f.StringVar(&o.title, "title", "", "what the task is called")
	f.StringVar(&o.keepCase, "keep-case", "", "also write what was typed, as a case for heinzel run --case; holds personal data")
	f.BoolVar(&o.finish, "finish", false, "make the scenario of a recording that was interrupted")
	f.BoolVar(&o.noBar, "no-bar", false, "do without the window with the steps and the buttons")
	return cmd
}

func (a *app) watchTask(ctx context.Context, dir string, o recordOptions) error {
	dir = filepath.Clean(dir)
	if o.finish {
		log, err := recorder.Resume(recorder.Place(dir))
		if err != nil {
			return err
		}
		return a.concluded(log, dir, o)
	}
	if o.watch.Address == "" && o.watch.Attach == "" {
		return fault.New(fault.Usage, "record", speech.Say("where does the task begin?", "wo beginnt die Aufgabe?")).
			WithHint(speech.Say("give --url, or --attach for a browser that runs already", "geben Sie --url an, oder --attach für einen Browser, der schon läuft"))
	}
	if o.watch.Address != "" && !strings.Contains(o.watch.Address, "://") {
		o.watch.Address = "http://" + o.watch.Address // as people write it
	}
	if err := o.screen(); err != nil {
		return err
	}
	log, err := recorder.Begin(recorder.Place(dir))
	if err != nil {
		return err
	}
	if err := a.watched(ctx, log, o); err != nil {
		return errors.Join(err, log.Close())
	}
	return a.concluded(log, dir, o)
}

// screen makes sure that somebody can see the browser. Where another client is
// meant to work in it, nobody needs to.
func (o *recordOptions) screen() error {
	switch {
	case hasScreen() || o.watch.Headless || o.watch.Attach != "":
		return nil
	case o.watch.Port > 0:
		o.watch.Headless = true
		return nil
	}
	return fault.New(fault.Usage, "record", speech.Say("there is no screen here on which a browser could be shown", "hier gibt es keinen Bildschirm, auf dem ein Browser zu sehen wäre")).
		WithHint(speech.Say("record where a person works; or give --port N, and let another DevTools client work in the browser", "zeichnen Sie dort auf, wo ein Mensch arbeitet; oder geben Sie --port N an und lassen Sie ein anderes DevTools-Programm im Browser arbeiten"))
}

// hasScreen reports whether this machine has a screen on which windows can be shown.
func hasScreen() bool {
	return runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// lines are the steps so far, for the bar.
func (a *app) lines(events []event.Event) (out []browser.Line) {
	for _, s := range recorder.Sentences(events, a.speaks()) {
		out = append(out, browser.Line(s))
	}
	return out
}

// watched keeps every event as it happens. The disk has it before it is told.
func (a *app) watched(ctx context.Context, log *recorder.Log, o recordOptions) error {
	if !o.noBar && !o.watch.Headless {
		o.watch.Bar = &browser.Bar{Lang: a.speaks(), Lines: a.lines}
	}
	o.watch.Twice = o.watch.Attach == ""
	session, err := browser.Watch(ctx, o.watch)
	if err != nil {
		return err
	}
	defer session.Close()
	fmt.Fprintln(a.err, "heinzel: "+speech.Say("recording; end it with Ctrl+C or by closing the windows", "die Aufzeichnung läuft; sie endet mit Strg+C oder mit dem Schließen der Fenster").In(a.speaks()))
	var lost error
	for e := range session.Events() {
		if lost == nil {
			if lost = log.Append(e); lost != nil {
				session.Close() // nothing may be seen that is not kept
			}
		}
	}
	return lost
}

// concluded makes the scenario of what was seen. The recording is kept until
// that has succeeded, unless nobody did anything.
func (a *app) concluded(log *recorder.Log, dir string, o recordOptions) error {
	err := a.drafted(log, dir, o)
	if err == nil || !slices.ContainsFunc(log.Events(), event.Event.ByHand) {
		err = errors.Join(err, log.Forget())
	}
	return errors.Join(err, log.Close())
}

// keep writes what was typed, where the user asked for it.
func (o recordOptions) keep(values map[string]string) error {
	if o.keepCase == "" {
		return nil
	}
	data, err := json.MarshalIndent(values, "", "  ")
	if err != nil {
		return err
	}
	// replaced as a whole: an old file may be open to others
	return disk.At(filepath.Dir(o.keepCase)).Put(filepath.Base(o.keepCase), append(data, '\n'))
}
