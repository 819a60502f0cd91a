// SPDX-License-Identifier: EUPL-1.2

// Package robot is the façade of Heinzel: it loads a scenario into a plan,
// opens the journal of an order, performs its cases, and goes on with an order
// that was interrupted.
package robot

import (
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Home is the folder of one user's Heinzel: keys, secrets and orders.
type Home string

// HomeVariable names the environment variable that overrides the home.
const HomeVariable = "HEINZEL_HOME"

// FindHome gives the home: $HEINZEL_HOME, else a folder in the user's
// configuration.
func FindHome() (Home, error) {
	if dir := os.Getenv(HomeVariable); dir != "" {
		return Home(dir), nil
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fault.Wrap(fault.Usage, "robot.home", speech.Say("there is no folder for Heinzel's files", "es gibt keinen Ordner für Heinzels Dateien"), err).
			WithHint(speech.Say("set %s to a folder", "setzen Sie %s auf einen Ordner", HomeVariable))
	}
	return Home(filepath.Join(dir, "heinzel")), nil
}

// Keys is where the journal's keys lie.
func (h Home) Keys() string { return filepath.Join(string(h), "keys") }

// Secrets is where the secrets lie.
func (h Home) Secrets() string { return filepath.Join(string(h), "secrets") }

// Orders is where the orders lie.
func (h Home) Orders() string { return filepath.Join(string(h), "orders") }

// Proposals is where the proposals for changed elements lie.
func (h Home) Proposals() string { return filepath.Join(string(h), "proposals") }
