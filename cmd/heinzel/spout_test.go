// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestResultsThatAreLostAreNoSuccess(t *testing.T) {
	t.Parallel()
	dogs := "../../rules/examples/hundesteuer/hundesteuer.yaml"
	for _, line := range []string{
		"rules decide " + dogs + " --set rang=1 --set gefaehrlich=nein --set assistenzhund=nein --set ermaessigung=keine --set stichtag=2026-07-01",
		"rules analyse --json " + dogs,
		"show " + dogs,
		"version",
	} {
		var errOut bytes.Buffer
		if code := Main(strings.Fields(line), strings.NewReader(""), fullDisk{}, &errOut); code != 4 || !strings.Contains(errOut.String(), "no space left on device") {
			t.Errorf("%s: exit code %d, %s", line, code, errOut.String())
		}
	}
}
