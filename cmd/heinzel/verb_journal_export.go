// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/robot/evidence"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// exportOptions say what goes out with a case, and where to.
type exportOptions struct {
	caseOptions
	into   string
	values bool
}

// journalExport takes one case out, so that it can be proven without the others.
func (a *app) journalExport(common *journalOptions) *cobra.Command {
	o := exportOptions{caseOptions: caseOptions{journalOptions: common}}
	cmd := &cobra.Command{
		Use: "export DIR", Short: "take one case out with its proof, for heinzel-verify", Args: cobra.ExactArgs(1),
		Long: "Writes the log of a case, its place under the signed checkpoint and its masked pictures into one file, which heinzel-verify checks without network and without any other case. " +
			"With --values its sealed values are opened and go with it. Who exported, when and why is noted in the journal." +
			exitStatus("0 written", "2 there is no journal, the case has neither ended nor waits, no reason, or the file is there already", "7 a picture or value was changed"),
		RunE: func(_ *cobra.Command, args []string) error { return a.export(args[0], o) },
	}
	o.asks(cmd)
	cmd.Flags().StringVar(&o.into, "into", "", "the file to write (default: ORDER-CASE.heinzel.json)")
	cmd.Flags().BoolVar(&o.values, "values", false, "open the sealed values and let them go with it")
	return cmd
}

func (a *app) export(dir string, o exportOptions) error {
	folder, err := orderAt(dir)
	if err != nil {
		return err
	}
	why, err := o.why()
	if err != nil {
		return err
	}
	if o.into, err = o.target(folder); err != nil {
		return err
	}
	if _, err := o.proven(folder); err != nil { // before it is noted that it went out
		return err
	}
	what := "case"
	if o.values {
		what = "case with values"
	}
	keys, err := o.write(folder, func(j *journal.Journal) error { return j.Exported(o.number, what, userName(), why) })
	if err != nil {
		return err
	}
	export, err := o.gather(dir, folder, keys)
	if err != nil {
		return err
	}
	return a.writeExport(o.into, export)
}

// target is the file to write, which must be a new one.
func (o exportOptions) target(folder disk.Folder) (string, error) {
	into := o.into
	if into == "" {
		p, err := journal.Populate(folder)
		if err != nil {
			return "", err
		}
		into = proof.ExportFile(p.Order.ID, o.number)
	}
	if _, err := os.Lstat(into); err == nil {
		return "", alreadyThere(into)
	}
	return into, nil
}

// proven is the case with its proof, without pictures and values.
func (o exportOptions) proven(folder disk.Folder) (proof.Export, error) {
	export, err := proof.ExportCase(folder.Read, o.number)
	if errors.Is(err, proof.ErrExport) {
		err = fault.Wrap(fault.Usage, "journal.export", speech.Say("case %d cannot be exported: it has neither ended nor does it wait", "Vorgang %d lässt sich nicht ausgeben: er ist nicht beendet und wartet nicht", o.number), err)
	}
	return export, err
}

// gather puts together what goes out.
func (o exportOptions) gather(dir string, folder disk.Folder, keys *journal.Keys) (proof.Export, error) {
	export, err := o.proven(folder)
	if err != nil {
		return export, err
	}
	if export.Pictures, err = picturesOf(dir, folder, o.number); err != nil || !o.values {
		return export, err
	}
	export.Opened, err = journal.Openings(folder, o.number, keys)
	return export, err
}

// picturesOf are the masked pictures that the log of a case names.
func picturesOf(dir string, folder disk.Folder, number int) ([]proof.Picture, error) {
	events, err := journal.Show(folder, number, nil)
	if err != nil {
		return nil, err
	}
	var all []proof.Picture
	for _, e := range events {
		if e.Kind != journal.Picture || e.About["hash"] == "" {
			continue
		}
		ref := evidence.Ref{Hash: e.About["hash"], Name: e.About["name"]}
		data, err := evidence.At(filepath.Join(dir, "evidence")).Get(ref)
		if err != nil {
			return nil, err
		}
		all = append(all, proof.Picture{Hash: ref.Hash, Data: data})
	}
	return all, nil
}

func (a *app) writeExport(into string, export proof.Export) error {
	data, err := export.Encode()
	if err != nil {
		return err
	}
	if err := writeNew(into, data); err != nil {
		return err
	}
	a.say(speech.Say("%s: check it with heinzel-verify --key KEY FILE; the key stands in the report", "%s: prüfen mit heinzel-verify --key SCHLÜSSEL DATEI; der Schlüssel steht im Bericht", into))
	return nil
}

// writeNew writes a file for the user alone, and never over another.
func writeNew(path string, data []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return alreadyThere(path)
	}
	if err != nil {
		return fault.Wrap(fault.Usage, "journal.write", speech.Say("%s cannot be written", "%s lässt sich nicht schreiben", path), err)
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Close())
}

func alreadyThere(path string) error {
	return fault.New(fault.Usage, "journal.write", speech.Say("%s is there already", "%s ist schon da", path)).
		WithHint(speech.Say("choose another name with --into", "wählen Sie mit --into einen anderen Namen"))
}
