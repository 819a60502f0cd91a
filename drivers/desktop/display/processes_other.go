// SPDX-License-Identifier: EUPL-1.2

//go:build !linux

package display

import (
	"errors"
	"os"
	"os/exec"
)

func bound(*exec.Cmd) {}

func killGroup(cmd *exec.Cmd) { _ = cmd.Process.Kill() }

// lockFile refuses: displays of their own are made of Linux programs.
func lockFile(string) (*os.File, error) { return nil, errors.ErrUnsupported }

func claim(dir string) (*os.File, error) { return lockFile(dir) }

func killUsers(string) int { return 0 }

func parent(int) int { return 0 }
