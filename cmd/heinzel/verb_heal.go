// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/recorder/heal"
	"github.com/heinzel-rpa/heinzel/recorder/revision"
	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

func (a *app) heal() *cobra.Command {
	cmd := &cobra.Command{
		Use: "heal", Short: "decide what changed elements have become",
		Long: "Where a screen has changed, a robot halts and keeps what it believes an element has become. Nothing changes before\n" +
			"a person approves it." + exitStatus("0 done", "2 there is no such proposal, or the scenario was changed since"),
	}
	all := false
	list := &cobra.Command{
		Use: "list", Short: "the proposals that wait", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.proposals(all) },
	}
	list.Flags().BoolVar(&all, "all", false, "also those that were decided")
	verb := func(name, short string, do func(heal.Store, heal.Proposal) error) *cobra.Command {
		return &cobra.Command{Use: name + " ID", Short: short, Args: cobra.ExactArgs(1), RunE: func(_ *cobra.Command, args []string) error {
			store, err := proposals()
			if err != nil {
				return err
			}
			p, err := store.Get(args[0])
			if err != nil {
				return err
			}
			return do(store, p)
		}}
	}
	cmd.AddCommand(list,
		verb("show", "one proposal: how the element was found, how it is found now, and why", func(_ heal.Store, p heal.Proposal) error { return a.becoming(p) }),
		verb("approve", "write it into the scenario's element file", a.approve),
		verb("reject", "leave the scenario as it is, and do not propose this again", func(s heal.Store, p heal.Proposal) error { return s.Decide(p.ID, heal.Rejected) }),
	)
	return cmd
}

func proposals() (heal.Store, error) {
	home, err := robot.FindHome()
	return heal.In(home.Proposals()), err
}

// proposer keeps what a robot proposes about a scenario.
func (a *app) proposer(dir string) (act.Proposer, error) {
	store, err := proposals()
	if err != nil {
		return nil, err
	}
	folder, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	return func(p act.Proposal) {
		if err := store.Put(folder, p); err != nil {
			slog.Warn("a proposal was not kept", "error", err)
		}
	}, nil
}

func (a *app) proposals(all bool) error {
	store, err := proposals()
	if err != nil {
		return err
	}
	list, err := store.List()
	if err != nil {
		return err
	}
	for _, p := range list {
		switch {
		case !all && p.State != heal.Open:
		case a.json:
			a.object(a.out, p)
		default:
			fmt.Fprintf(a.out, "%s  %-8s  %s  %s/%s → %s %s (%.0f %%)\n", p.ID, stateOf(p.State).In(a.speaks()), filepath.Base(p.Folder), p.Screen, p.Element, p.Now.Role, p.Now.Name, 100*p.Trust)
		}
	}
	return nil
}

func stateOf(s heal.State) speech.Text {
	return map[heal.State]speech.Text{
		heal.Open: speech.Say("open", "offen"), heal.Approved: speech.Say("approved", "angenommen"), heal.Rejected: speech.Say("rejected", "abgelehnt"),
	}[s]
}

// becoming shows one proposal with all its evidence.
func (a *app) becoming(p heal.Proposal) error {
	if a.json {
		a.object(a.out, p)
		return nil
	}
	a.say(speech.Say("%s: %s/%s in %s", "%s: %s/%s in %s", filepath.Base(p.Folder), p.Screen, p.Element, p.System))
	a.say(speech.Say("was found by", "war zu finden über"))
	a.ways(p.Was)
	a.say(speech.Say("is found by", "ist zu finden über"))
	a.ways(p.Now)
	a.say(speech.Say("trust %.0f %%, votes %.0f %%, next best %.0f %%; %s", "Vertrauen %.0f %%, Stimmen %.0f %%, nächstbestes %.0f %%; %s", 100*p.Trust, 100*p.Share, 100*p.Rival, p.Because))
	if p.Was.Picture != "" {
		a.say(speech.Say("picture then: %s", "Bild damals: %s", filepath.Join(p.Folder, filepath.FromSlash(p.Was.Picture))))
	}
	if p.Picture != "" {
		a.say(speech.Say("picture now: %s", "Bild heute: %s", p.Picture))
	}
	a.say(speech.Say("heinzel heal approve %s, or heinzel heal reject %s", "heinzel heal approve %s oder heinzel heal reject %s", p.ID, p.ID))
	return nil
}

func (a *app) ways(l heal.Look) {
	for _, c := range l.Found {
		fmt.Fprintf(a.out, "  %s: %s (%d)\n", c.By, c.What, c.Matched)
	}
}

// approve writes a proposal into the element file, and nothing else.
func (a *app) approve(store heal.Store, p heal.Proposal) error {
	files, err := filesOf(p.Folder)
	if err != nil {
		return missing(p.Folder, err)
	}
	now := scenarios.Element{Name: p.Element, Role: p.Now.Role, Found: p.Now.Found, Fingerprint: p.Now.Fingerprint}
	r, err := revision.Renew(files, p.System, p.Screen, now)
	if err != nil {
		return err
	}
	if err := a.writeFiles(p.Folder, r.Files); err != nil {
		return err
	}
	for _, c := range r.Changes {
		a.say(c.Says)
	}
	return store.Decide(p.ID, heal.Approved)
}

// filesOf reads the files of a scenario's folder, by their paths below it.
func filesOf(dir string) (map[string][]byte, error) {
	out := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".yaml" {
			return err
		}
		out[name], err = os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		return err
	})
	return out, err
}

// writeFiles replaces files of a scenario's folder, each as a whole.
func (a *app) writeFiles(dir string, files map[string][]byte) error {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := (target{force: true}).save(file, files[name]); err != nil {
			return err
		}
		a.written(file)
	}
	return nil
}
