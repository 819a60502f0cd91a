// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"os"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// verifyOptions are what a journal is held against.
type verifyOptions struct{ key, checkpoint, anchor string }

func (a *app) journalVerify(o *journalOptions) *cobra.Command {
	v := verifyOptions{}
	cmd := &cobra.Command{
		Use: "verify DIR", Short: "verify that nothing was changed, removed, inserted or reordered", Args: cobra.ExactArgs(1),
		Long: "Verifies every line of an order's journal against its signed checkpoint, and that against checkpoints kept elsewhere." +
			exitStatus("0 the journal verifies", "2 there is no journal", "7 the journal does not verify"),
		RunE: func(_ *cobra.Command, args []string) error { return a.verify(args[0], o, v) },
	}
	cmd.Flags().StringVar(&v.key, "key", "", "public key to verify with, as printed in the report")
	cmd.Flags().StringVar(&v.checkpoint, "checkpoint", "", "file with a checkpoint that was kept elsewhere")
	cmd.Flags().StringVar(&v.anchor, "anchor", "", "the second place that received every checkpoint")
	return cmd
}

func (a *app) verify(dir string, o *journalOptions, v verifyOptions) error {
	folder, err := orderAt(dir)
	if err != nil {
		return err
	}
	options := journal.VerifyOptions{}
	if v.key == "" {
		options.Keys, err = o.load()
	} else {
		options.By, err = signedBy(v.key)
	}
	if err != nil {
		return err
	}
	if options.Kept, err = v.kept(folder); err != nil {
		return err
	}
	report, err := journal.Verify(folder, options)
	if a.json {
		a.object(a.out, report)
		return err
	}
	if err == nil {
		a.verified(report)
	}
	return err
}

// signedBy reads a public key as it is printed in the report.
func signedBy(key string) (proof.Keys, error) {
	verifiers, err := proof.Verifiers(key)
	if err != nil {
		return nil, fault.Wrap(fault.Usage, "journal.verify", speech.Say("the public key cannot be read", "der öffentliche Schlüssel ist nicht lesbar"), err).
			WithHint(speech.Say("it begins with heinzel+ and stands in the report", "er beginnt mit heinzel+ und steht im Bericht"))
	}
	return verifiers, nil
}

// kept gathers the checkpoints that were kept elsewhere.
func (v verifyOptions) kept(folder disk.Folder) ([][]byte, error) {
	var all [][]byte
	if v.checkpoint != "" {
		data, err := os.ReadFile(v.checkpoint)
		if err != nil {
			return nil, fault.Wrap(fault.Usage, "journal.verify", speech.Say("%s cannot be read", "%s ist nicht lesbar", v.checkpoint), err)
		}
		all = append(all, proof.Kept(data)...)
	}
	if v.anchor == "" {
		return all, nil
	}
	p, err := journal.Populate(folder)
	if err != nil {
		return nil, err
	}
	data, err := disk.At(v.anchor).Read(proof.AnchorFile(p.Order.ID))
	if err == nil && len(data) == 0 {
		err = fault.New(fault.Evidence, "journal.verify", speech.Say("the second place knows nothing of order %s", "der zweite Ort kennt den Auftrag %s nicht", p.Order.ID)).
			WithHint(speech.Say("was it run with --anchor %s?", "lief er mit --anchor %s?", v.anchor))
	}
	return append(all, proof.Kept(data)...), err
}

// verified says what is known, and what nobody can know from the folder alone.
func (a *app) verified(r journal.Report) {
	a.say(speech.Say("the journal verifies: order %s, %d cases", "das Journal ist unverändert und vollständig: Auftrag %s, %d Vorgänge", r.Identity.ID, len(r.Cases)))
	if r.Kept > 0 {
		a.say(speech.Say("it agrees with %d checkpoints that were kept elsewhere", "es stimmt mit %d anderswo aufbewahrten Prüfpunkten überein", r.Kept))
		return
	}
	a.say(speech.Say("not known: whether somebody with the robot's key wrote it anew, or cut it off and signed it again; a checkpoint kept elsewhere shows that (--checkpoint, --anchor)",
		"nicht feststellbar: ob jemand mit dem Schlüssel des Roboters es neu geschrieben oder gekürzt und neu unterschrieben hat; das zeigt ein anderswo aufbewahrter Prüfpunkt (--checkpoint, --anchor)"))
}
