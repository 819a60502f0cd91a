// SPDX-License-Identifier: EUPL-1.2

package robot

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Source is where a scenario and its environment are read from.
type Source struct {
	Scenario fs.FS
	// Shown is how the scenario's path is written in diagnostics.
	Shown string
	// Environment is a file; its folder and name are told apart for fs.
	Environment     fs.FS
	EnvironmentFile string
}

// FromDisk is the scenario in a folder, with an environment: a name, which is
// looked up in ../environments beside the folder, or a path to a file. Without
// a name, the only environment there is taken.
func FromDisk(dir, environment string) (Source, error) {
	src := Source{Scenario: os.DirFS(dir), Shown: filepath.ToSlash(dir)}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return src, fault.Wrap(fault.Usage, "robot.load", speech.Say("there is no folder %s", "es gibt keinen Ordner %s", dir), cause(err))
	}
	if environment == "" {
		found, err := onlyEnvironment(dir)
		if err != nil {
			return src, err
		}
		environment = found
	} else if !strings.ContainsAny(environment, `/\`) && !strings.HasSuffix(environment, ".yaml") {
		environment = filepath.Join(dir, "..", "environments", environment+".yaml")
	}
	src.Environment, src.EnvironmentFile = os.DirFS(filepath.Dir(environment)), filepath.Base(environment)
	if _, err := os.Stat(environment); err != nil {
		return src, fault.Wrap(fault.Usage, "robot.load", speech.Say("the environment cannot be read", "die Umgebung ist nicht lesbar"), cause(err)).
			WithHint(speech.Say("environments lie in ../environments beside the scenario, or give a path", "Umgebungen liegen in ../environments neben dem Ablauf, oder geben Sie einen Pfad an"))
	}
	return src, nil
}

// cause is the operating system's word on a path, without the path.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

func onlyEnvironment(dir string) (string, error) {
	files, _ := filepath.Glob(filepath.Join(dir, "..", "environments", "*.yaml"))
	if len(files) == 1 {
		return files[0], nil
	}
	return "", fault.New(fault.Usage, "robot.load", speech.Say("%d environments lie beside the scenario", "neben dem Ablauf liegen %d Umgebungen", len(files))).
		WithHint(speech.Say("choose one with --environment NAME", "wählen Sie eine mit --environment NAME"))
}

// Check reads and checks a scenario; what is wrong is in report. It gives nil
// where the scenario cannot be used.
func Check(report *source.Report, src Source) (*check.Checked, error) {
	s, err := format.Folder(report, src.Scenario, src.Shown)
	if err != nil || s == nil {
		return nil, err
	}
	return check.Scenario(report, s), nil
}

// Load reads a scenario with its environment into a plan. It gives nil where
// report holds an error.
func Load(report *source.Report, src Source) (*plan.Plan, error) {
	c, err := Check(report, src)
	if err != nil {
		return nil, err
	}
	env, err := environment(report, src)
	if err != nil {
		return nil, err
	}
	if c == nil || env == nil {
		return nil, nil
	}
	check.Environment(report, c.Scenario, env)
	if report.Failed() {
		return nil, nil
	}
	return plan.New(c, env), nil
}

func environment(report *source.Report, src Source) (*scenarios.Environment, error) {
	return format.Environment(report, src.Environment, src.EnvironmentFile, src.EnvironmentFile)
}
