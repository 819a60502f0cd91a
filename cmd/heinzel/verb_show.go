// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/sentences"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/spf13/cobra"
)

func (a *app) show() *cobra.Command {
	file := ""
	cmd := &cobra.Command{
		Use: "show PATH", Short: "a scenario or rulebook as numbered sentences, with pictures", Args: cobra.ExactArgs(1),
		Long: "Shows a scenario folder, a rulebook file or a folder of those as clerks and auditors read it: numbered sentences in German or English (--lang), " +
			"as text or, with --html FILE, as a page with pictures." + exitStatus("0 shown", "2 a file is wrong"),
		RunE: func(_ *cobra.Command, args []string) error { return a.showPath(args[0], file) },
	}
	cmd.Flags().StringVar(&file, "html", "", "write a page to this file instead; - is standard output")
	return cmd
}

func (a *app) showPath(path, file string) error {
	var report source.Report
	doc, pictures, err := a.document(&report, path)
	if err != nil {
		return err
	}
	if report.Failed() {
		return a.diagnose(&report)
	}
	switch {
	case a.json:
		a.object(a.out, doc)
		return nil
	case file == "":
		_, err := io.WriteString(a.out, sentences.Text(doc))
		return err
	case file == "-":
		return sentences.HTML(doc, a.out, pictures)
	}
	f, err := os.Create(file)
	if err != nil {
		return missing(file, err)
	}
	return disk.Trouble("show", file, errors.Join(sentences.HTML(doc, f, pictures), f.Close()))
}

// document says a scenario folder, or rulebooks.
func (a *app) document(report *source.Report, path string) (sentences.Document, fs.FS, error) {
	rulebooks, err := holdsRulebooks(path)
	if err != nil {
		return sentences.Document{}, nil, err
	}
	if rulebooks {
		s, err := readShelf(report, path)
		if err != nil || s.all == nil {
			return sentences.Document{}, nil, err
		}
		return sentences.Rulebooks(filepath.Base(path), s.books(), a.speaks()), nil, nil
	}
	folder := os.DirFS(path)
	c, err := robot.Check(report, robot.Source{Scenario: folder, Shown: filepath.ToSlash(path)})
	if err != nil || c == nil {
		return sentences.Document{}, nil, err
	}
	return sentences.Scenario(c, a.speaks()), folder, nil
}
