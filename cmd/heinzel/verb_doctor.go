// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"os"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/drivers/host/s3270"
	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

func now() time.Time { return time.Now() }

func (a *app) doctor() *cobra.Command {
	browser := ""
	cmd := &cobra.Command{
		Use: "doctor", Short: "say what is missing on this machine, and how to install it", Args: cobra.NoArgs,
		Long: "Looks for a browser and starts it, for the terminal emulator that works hosts, and tries Heinzel's own folders. Where a policy of the organisation keeps robots out of the\n" +
			"browser, it says which one, and what to ask for." + exitStatus("0 nothing is missing", "2 something is missing"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			healthy := a.finding(speech.Say("folders", "Ordner"), tryFolders)
			healthy = a.finding(speech.Say("browser", "Browser"), func() (string, error) {
				b, err := page.Launch(cmd.Context(), page.Options{Path: browser})
				if err != nil {
					return "", err
				}
				b.Close()
				return page.Find(browser)
			}) && healthy
			a.finding(speech.Say("terminal", "Terminal"), terminal(a))
			if !healthy {
				return exit(fault.Usage.ExitCode())
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&browser, "browser", "", browserHelp)
	return cmd
}

// terminal looks for the emulator that works hosts. Who has no host needs none.
func terminal(a *app) func() (string, error) {
	return func() (string, error) {
		path, err := s3270.Find()
		if err != nil {
			return speech.Say("none; only hosts need one: %s", "keines; nur Hosts brauchen eines: %s", fault.HintOf(err).In(a.speaks())).In(a.speaks()), nil
		}
		return path, nil
	}
}

// browserHelp explains the flag that chooses a browser.
const browserHelp = "chromium, chrome, edge, or the path of a browser (default: the first that is installed)"

// finding prints one line, and the hint where something is missing.
func (a *app) finding(name speech.Text, look func() (string, error)) bool {
	found, err := look()
	if err == nil {
		fmt.Fprintf(a.out, "%-8s %s\n", name.In(a.speaks()), found)
		return true
	}
	a.explain(err)
	return false
}

// tryFolders makes the home with its keys, as the first order would.
func tryFolders() (string, error) {
	home, err := robot.FindHome()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(string(home), 0o700); err != nil {
		return "", missing(string(home), err)
	}
	_, err = journal.LoadOrCreateKeys(home.Keys())
	return string(home), err
}
