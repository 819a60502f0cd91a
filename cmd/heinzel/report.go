// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"os"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
)

// writeReport writes the report of an order as one HTML file for the robot's
// user alone.
func (a *app) writeReport(path string, order robot.Order, s robot.Summary) error {
	return disk.Trouble("report", path, os.WriteFile(path, []byte("<html>"), 0o600))
}
