// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// practiceOptions are the flags of the practice town.
type practiceOptions struct {
	dir               string
	register, library int
	rounds, treasury  int
	slow, drift, demo bool
	apiOff, followers bool
	double            bool
	failing           map[string]int
	failingAfter      map[string]int
	silent            []string
	logOut            int
}

func (a *app) practice() *cobra.Command {
	o := practiceOptions{}
	cmd := &cobra.Command{
		Use: "practice", Short: "start the practice applications: old systems with made-up citizens", Args: cobra.NoArgs,
		Long: "Starts the practice applications on this machine: a residents' register, a library and a treasury (for 3270 terminals) of the made-up town of Kleinsiedel, and a game of ten rounds for robots. " +
			"Register, library and treasury keep ledgers of what was saved. They run until they are interrupted." +
			exitStatus("0 ended", "2 a port is taken, or the folder cannot be written"),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.practise(cmd.Context(), o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.dir, "dir", ".", "folder for the ledgers")
	f.IntVar(&o.register, "register-port", 8801, "port of the register; 0 takes a free one")
	f.IntVar(&o.library, "library-port", 8802, "port of the library; 0 takes a free one")
	f.IntVar(&o.rounds, "rounds-port", 8803, "port of the game of ten rounds; 0 takes a free one")
	f.IntVar(&o.treasury, "treasury-port", 8804, "port of the treasury, for terminals; 0 takes a free one")
	f.BoolVar(&o.slow, "slow", false, "answer after 200 to 800 ms, as old systems do")
	f.BoolVar(&o.drift, "second-layout", false, "show the second layout everywhere")
	f.BoolVar(&o.demo, "demo", false, "cause the troubles of the demonstration")
	f.BoolVar(&o.apiOff, "interface-off", false, "switch the library's interface off")
	f.BoolVar(&o.double, "double-submit-trap", false, "save twice when a form is sent twice")
	f.StringToIntVar(&o.failing, "error-500", nil, "KEY=N: answer N times with error 500 when KEY is loaded")
	f.StringToIntVar(&o.failingAfter, "error-after-save", nil, "KEY=N: save KEY and answer N times with error 500")
	f.StringArrayVar(&o.silent, "never-answer", nil, "never answer when this KEY is loaded")
	f.IntVar(&o.logOut, "log-out-after", 0, "drop the session once, after so many requests")
	f.BoolVar(&o.followers, "until-input-ends", false, "end when standard input ends")
	return cmd
}

func (o practiceOptions) switches() practice.Switches {
	s := practice.Switches{}
	if o.demo {
		s = practice.DemoSwitches()
	}
	if o.slow {
		s.Melderegister.Delay, s.Bibliothek.Delay, s.Kasse.Delay = trouble.UsualDelay(), trouble.UsualDelay(), trouble.UsualDelay()
	}
	if o.drift {
		s.Melderegister.SecondLayout, s.Bibliothek.SecondLayout, s.Kasse.SecondLayout = true, true, true
	}
	s.Melderegister.DoubleSubmit, s.Bibliothek.DoubleSubmit = o.double, o.double
	s.APIOff = s.APIOff || o.apiOff
	for _, t := range []*trouble.Switches{&s.Melderegister, &s.Bibliothek, &s.Kasse} {
		o.cause(t)
	}
	return s
}

// cause sets the troubles of one application, beside those of the
// demonstration.
func (o practiceOptions) cause(t *trouble.Switches) {
	t.Hang, t.FailAfterSave = o.silent, o.failingAfter
	if len(o.failing) > 0 {
		t.FailLoading = o.failing
	}
	if o.logOut > 0 {
		t.LogOutAfter, t.LogOutTimes = o.logOut, 1
	}
}

func (a *app) practise(ctx context.Context, o practiceOptions) error {
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		return practiceFault(err)
	}
	town, err := practice.Start(ctx, practice.Options{Dir: o.dir, MelderegisterPort: o.register, BibliothekPort: o.library, ZehnRundenPort: o.rounds, KassePort: o.treasury, Switches: o.switches()})
	if err != nil {
		return practiceFault(err)
	}
	defer town.Close()
	a.announceTown(town)
	if o.followers {
		_, _ = io.Copy(io.Discard, a.in)
		return town.Close()
	}
	<-ctx.Done()
	return town.Close()
}

func practiceFault(err error) error {
	return fault.Wrap(fault.Usage, "practice", speech.Say("the practice applications cannot start", "die Übungsanwendungen können nicht starten"), err).
		WithHint(speech.Say("take other ports with --register-port, --library-port, --rounds-port and --treasury-port, another folder with --dir", "nehmen Sie andere Ports mit --register-port, --library-port, --rounds-port und --treasury-port, einen anderen Ordner mit --dir"))
}

// townJSON is what a program that starts the practice town reads.
type townJSON struct {
	Register       string `json:"register"`
	Library        string `json:"library"`
	Rounds         string `json:"rounds"`
	Treasury       string `json:"treasury"`
	RegisterLedger string `json:"register_ledger"`
	LibraryLedger  string `json:"library_ledger"`
	TreasuryLedger string `json:"treasury_ledger"`
}

func (a *app) announceTown(t *practice.Town) {
	if a.json {
		a.object(a.out, townJSON{t.MelderegisterURL(), t.BibliothekURL(), t.ZehnRundenURL(), t.KasseURL(), t.MelderegisterLedger(), t.BibliothekLedger(), t.KasseLedger()})
		return
	}
	fmt.Fprintf(a.out, "Melderegister  %s  (%s / %s)\n", t.MelderegisterURL(), practice.MelderegisterUser, practice.MelderegisterPassword)
	fmt.Fprintf(a.out, "Bibliothek     %s/alt/  (%s / %s)\n", t.BibliothekURL(), practice.BibliothekUser, practice.BibliothekPassword)
	fmt.Fprintf(a.out, "               %s/openapi.json  (Bearer %s)\n", t.BibliothekURL(), practice.BibliothekToken)
	fmt.Fprintf(a.out, "Stadtkasse     %s  (%s / %s)\n", t.KasseURL(), practice.KasseUser, practice.KassePassword)
	fmt.Fprintf(a.out, "Zehn Runden    %s/\n", t.ZehnRundenURL())
}
