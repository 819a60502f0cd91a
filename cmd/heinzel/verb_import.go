// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/exchange"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

func (a *app) importing() *cobra.Command {
	var to target
	o := exchange.Options{}
	cmd := &cobra.Command{
		Use: "import FILE [-o DIR]", Short: "make a scenario of a recording of Chrome or Selenium IDE", Args: cobra.ExactArgs(1),
		Long: "Makes a scenario folder of what another tool recorded: a user flow of Chrome's DevTools Recorder (JSON), or a project of Selenium IDE (.side). Where the systems were goes " +
			"into environments/NAME.yaml beside the folder. Passwords are not taken over: the scenario names secrets instead. " +
			"What cannot be taken over is refused with its place, and then nothing is written; what needs no counterpart is left out with a remark." +
			exitStatus("0 taken over", "2 the file is wrong, holds what is not taken over, or the folder is there already", "4 the disk does not take it"),
		RunE: func(_ *cobra.Command, args []string) error { return a.importRecording(args[0], to, o) },
	}
	to.flags(cmd, "the folder of the scenario (default: the recording's name)")
	cmd.Flags().BoolVar(&o.Parameterise, "parameterise", false, "make an input of every value that was typed")
	return cmd
}

func (a *app) importRecording(path string, to target, o exchange.Options) error {
	info, err := os.Stat(path)
	if err != nil {
		return missing(path, err)
	}
	if info.Size() > exchange.MaxBytes {
		return fault.New(fault.Usage, "import", speech.Say("%s is larger than %d MB", "%s ist größer als %d MB", path, exchange.MaxBytes>>20))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return missing(path, err)
	}
	var report source.Report
	d := exchange.Read(&report, filepath.ToSlash(path), data, o)
	if err := a.diagnose(&report); err != nil {
		return err
	}
	dir := cmp.Or(to.path, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	return a.saveDraft(d, filepath.Clean(dir), to)
}

// saveDraft writes all files or, where one is in the way, none.
func (a *app) saveDraft(d *exchange.Draft, dir string, to target) error {
	files := map[string][]byte{filepath.Join(dir, "..", "environments", filepath.Base(dir)+".yaml"): d.Environment()}
	for name, data := range format.Write(d.Scenario) {
		files[filepath.Join(dir, filepath.FromSlash(name))] = data
	}
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		if err := to.free(name); err != nil {
			return err
		}
	}
	for _, name := range names {
		if err := to.save(name, files[name]); err != nil {
			return err
		}
		a.written(name)
	}
	return nil
}

// written says which file was written.
func (a *app) written(file string) {
	if a.json {
		a.object(a.out, struct {
			File string `json:"file"`
		}{filepath.ToSlash(file)})
		return
	}
	a.say(speech.Same(filepath.ToSlash(file)))
}
