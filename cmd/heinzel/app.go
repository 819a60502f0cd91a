// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// app is one call of the command: where it reads and writes, and how.
type app struct {
	in       io.Reader
	out, err io.Writer
	lang     string
	json     bool
	verbose  int
}

// Main runs the command line and gives its exit code.
func Main(args []string, in io.Reader, out, errOut io.Writer) int {
	said := &spout{Writer: out}
	a := &app{in: in, out: said, err: errOut}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil || errors.Is(err, said.lost) {
		err = said.trouble()
	}
	if err == nil {
		return 0
	}
	if code, ok := errors.AsType[exit](err); ok {
		return int(code)
	}
	a.explain(usage(err))
	return fault.KindOf(usage(err)).ExitCode()
}

// exit ends the command with a code when everything has been said.
type exit int

func (exit) Error() string { return "" }

// usage turns the command library's own errors into faults.
func usage(err error) error {
	if fault.KindOf(err) != fault.Internal {
		return err
	}
	for _, words := range []string{"unknown command", "unknown flag", "unknown shorthand", "accepts ", "requires ", "invalid argument", "flag needs"} {
		if strings.Contains(err.Error(), words) {
			return fault.Wrap(fault.Usage, "command", speech.Text{}, err).WithHint(speech.Say("see heinzel --help", "siehe heinzel --help"))
		}
	}
	return err
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: "heinzel", Short: "software robot for the old applications of public administrations",
		SilenceErrors: true, SilenceUsage: true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.PersistentPreRun = func(*cobra.Command, []string) { a.listen() }
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetIn(a.in)
	flags := root.PersistentFlags()
	flags.StringVar(&a.lang, "lang", firstSet("LC_ALL", "LC_MESSAGES", "LANG"), "language of what is said: de or en")
	flags.CountVarP(&a.verbose, "verbose", "v", "say more on the error stream: how much memory browsers took; twice: what the browser's library remarks")
	flags.BoolVar(&a.json, "json", false, "say it for machines: one JSON object per line")
	root.AddCommand(a.version(), a.check(), a.show(), a.record(), a.importing(), a.exporting(), a.rules(), a.run(), a.test(), a.try(), a.drift(), a.heal(), a.demo(), a.practice(), a.journal(), a.secret(), a.doctor())
	return root
}

// listen lets the program's own remarks through, or not.
func (a *app) listen() {
	levels := []slog.Level{slog.LevelWarn, slog.LevelInfo, slog.LevelDebug}
	level := levels[min(a.verbose, len(levels)-1)]
	slog.SetDefault(slog.New(slog.NewTextHandler(a.err, &slog.HandlerOptions{Level: level})))
}

func firstSet(names ...string) string {
	for _, n := range names {
		if v := os.Getenv(n); v != "" {
			return v
		}
	}
	return ""
}

func (a *app) speaks() speech.Lang { return speech.LangOf(a.lang) }

func (a *app) say(t speech.Text) { fmt.Fprintln(a.out, t.In(a.speaks())) }

// explain prints an error and, where there is one, its hint.
func (a *app) explain(err error) {
	lang := a.speaks()
	hint := fault.HintOf(err)
	if a.json {
		a.object(a.err, map[string]any{"error": fault.Describe(err, lang), "kind": fault.KindOf(err), "hint": hint.In(lang)})
		return
	}
	fmt.Fprintf(a.err, "heinzel: %s: %s\n", speech.Say("error", "Fehler").In(lang), fault.Describe(err, lang))
	if !hint.IsZero() {
		fmt.Fprintf(a.err, "heinzel: %s: %s\n", speech.Say("hint", "Hinweis").In(lang), hint.In(lang))
	}
}

// object writes one JSON object on one line.
func (a *app) object(w io.Writer, v any) {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	_ = e.Encode(v)
}

// diagnose prints what is wrong in files; it is an error where one of them
// is.
func (a *app) diagnose(report *source.Report) error {
	for _, d := range report.Sorted() {
		if a.json {
			a.object(a.out, diagnosticJSON(d, a.speaks()))
			continue
		}
		fmt.Fprintln(a.err, severity(d.Severity).In(a.speaks())+": "+d.Render(a.speaks()))
	}
	if report.Failed() {
		return exit(fault.Usage.ExitCode())
	}
	return nil
}

func severity(s source.Severity) speech.Text {
	if s == source.Error {
		return speech.Say("error", "Fehler")
	}
	return speech.Say("warning", "Warnung")
}

func diagnosticJSON(d source.Diagnostic, lang speech.Lang) any {
	return struct {
		source.Place
		Severity source.Severity `json:"severity"`
		Problem  string          `json:"problem"`
		Hint     string          `json:"hint,omitempty"`
	}{d.At, d.Severity, d.Problem.In(lang), d.Hint.In(lang)}
}

// isTerminal reports whether a person is looking.
func isTerminal(w any) bool {
	if s, ok := w.(*spout); ok {
		w = s.Writer
	}
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// exitStatus is the part of a help text that states the exit codes.
func exitStatus(codes ...string) string {
	return "\n\nEXIT STATUS\n  " + strings.Join(codes, "\n  ") + "\n  1 internal fault, 130 interrupted"
}
