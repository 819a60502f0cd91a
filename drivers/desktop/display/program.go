// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Program is one that was started on a display.
type Program struct{ part *part }

// Start starts a program: its path or name, and its arguments.
func (d *Display) Start(argv []string) (*Program, error) {
	if err := d.Err(); err != nil {
		return nil, err
	}
	if len(argv) == 0 {
		return nil, fault.New(fault.Usage, "desktop.program", speech.Say("no program is named", "es ist kein Programm genannt"))
	}
	p, err := d.launch(argv)
	if err != nil {
		return nil, err
	}
	return &Program{p}, nil
}

// Process is the program's number.
func (p *Program) Process() int { return p.part.cmd.Process.Pid }

// Ended is closed when the program has ended.
func (p *Program) Ended() <-chan struct{} { return p.part.done }

// Said is the end of what the program printed. It may hold anything.
func (p *Program) Said() string { return p.part.said.String() }

// Kill ends the program with everything that it started.
func (p *Program) Kill() {
	p.part.kill()
	<-p.part.done
}

// Owns reports whether a process is the program's, or was started by it.
func (p *Program) Owns(process int) bool {
	for range 20 {
		if process == p.Process() {
			return true
		}
		if process = parent(process); process <= 1 {
			return false
		}
	}
	return false
}
