// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// town is the practice town in a process of its own. It ends when the pipe to
// it breaks, however this process ends.
type town struct {
	townJSON
	process *exec.Cmd
	pipe    io.Closer
}

func (a *app) startTown(ctx context.Context, o demoOptions) (*town, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, townFault(err)
	}
	args := []string{"practice", "--demo", "--json", "--until-input-ends", "--dir", o.dir, "--register-port", "0", "--library-port", "0", "--rounds-port", "0", "--treasury-port", "0", "--lang", a.lang}
	if o.slow {
		args = append(args, "--slow")
	}
	cmd := exec.CommandContext(context.WithoutCancel(ctx), program, args...)
	cmd.Args[0] = os.Args[0]
	cmd.Stderr = a.err
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, townFault(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, townFault(err)
	}
	if err := cmd.Start(); err != nil {
		return nil, townFault(err)
	}
	t := &town{process: cmd, pipe: in}
	line, err := bufio.NewReader(out).ReadBytes('\n')
	if err == nil {
		err = json.Unmarshal(line, &t.townJSON)
	}
	if err != nil {
		t.stop()
		return nil, townFault(err)
	}
	return t, nil
}

func (t *town) stop() {
	t.pipe.Close()
	_ = t.process.Wait()
}

func townFault(err error) error {
	return fault.Wrap(fault.Technical, "demo.town", speech.Say("the practice applications did not start", "die Übungsanwendungen sind nicht gestartet"), err)
}
