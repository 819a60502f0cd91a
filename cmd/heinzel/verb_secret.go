// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/robot/secret/store"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

func (a *app) secret() *cobra.Command {
	cmd := &cobra.Command{Use: "secret", Short: "keep passwords and tokens, encrypted"}
	cmd.AddCommand(
		&cobra.Command{
			Use: "set NAME", Short: "keep a secret; it is read from a prompt or from standard input", Args: cobra.ExactArgs(1),
			Long: "Keeps a secret under a name. The value is asked for, or read from standard input; it is never an argument." + exitStatus("0 kept", "2 wrong use"),
			RunE: func(_ *cobra.Command, args []string) error { return a.secretSet(args[0]) },
		},
		&cobra.Command{
			Use: "list", Short: "list the names of the secrets", Args: cobra.NoArgs, Long: "Lists the names, never the values." + exitStatus("0 listed"),
			RunE: func(*cobra.Command, []string) error { return a.secretList() },
		},
		&cobra.Command{
			Use: "rotate", Short: "encrypt all secrets to a new key", Args: cobra.NoArgs,
			Long: "Makes a new key, encrypts all secrets to it, and forgets the old one. The secrets themselves stay what they are." +
				exitStatus("0 rotated", "2 the key comes from the service manager, or cannot be read"),
			RunE: func(*cobra.Command, []string) error { return a.secretRotate() },
		},
		&cobra.Command{
			Use: "delete NAME", Short: "forget a secret", Args: cobra.ExactArgs(1), Long: "Forgets a secret." + exitStatus("0 forgotten", "2 no such secret"),
			RunE: func(_ *cobra.Command, args []string) error {
				s, err := openSecrets()
				if err != nil {
					return err
				}
				return s.Delete(args[0])
			},
		})
	return cmd
}

func openSecrets() (*store.Store, error) {
	home, err := robot.FindHome()
	if err != nil {
		return nil, err
	}
	return store.Open(home.Secrets())
}

func (a *app) secretSet(name string) error {
	s, err := openSecrets()
	if err != nil {
		return err
	}
	v, err := a.readSecret(name)
	if err != nil {
		return err
	}
	return s.Set(name, v)
}

// readSecret asks on a terminal without echo, else reads one line.
func (a *app) readSecret(name string) (secret.Value, error) {
	if f, ok := a.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		fmt.Fprintf(a.err, "%s %s: ", speech.Say("value of", "Wert von").In(a.speaks()), name)
		b, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(a.err)
		return secret.New(string(b)), err
	}
	line, err := bufio.NewReader(a.in).ReadString('\n')
	line = strings.TrimRight(line, "\r\n")
	if line == "" {
		return secret.Value{}, fault.Wrap(fault.Usage, "secret.set", speech.Say("no value was given", "es wurde kein Wert angegeben"), err).
			WithHint(speech.Say("type it at the prompt, or pipe it in", "geben Sie ihn am Prompt ein oder leiten Sie ihn über die Standardeingabe"))
	}
	return secret.New(line), nil
}

func (a *app) secretList() error {
	s, err := openSecrets()
	if err != nil {
		return err
	}
	names, err := s.Names()
	for _, n := range names {
		fmt.Fprintln(a.out, n)
	}
	return err
}

func (a *app) secretRotate() error {
	s, err := openSecrets()
	if err != nil {
		return err
	}
	count, err := s.Rotate()
	if err != nil {
		return err
	}
	a.say(speech.Say("secrets encrypted to a new key: %d; the old key is deleted, and older backups need the key of their day",
		"mit einem neuen Schlüssel verschlüsselte Geheimnisse: %d; der alte Schlüssel ist gelöscht, ältere Sicherungen brauchen den Schlüssel ihres Tages", count))
	return nil
}
