// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"sync"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// part is one process of a display.
type part struct {
	cmd  *exec.Cmd
	done chan struct{}
	said *tail
}

// tail keeps the end of what a process says, to explain why it ended.
type tail struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

// Write keeps the last lines.
func (t *tail) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.buf.Write(b)
	if over := t.buf.Len() - 2000; over > 0 {
		t.buf.Next(over)
	}
	return len(b), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.TrimSpace(t.buf.String())
}

// launch starts a process in the display's environment, which marks it as the
// display's. Extra files become descriptors 3, 4, …
func (d *Display) launch(argv []string, extra ...*os.File) (*part, error) {
	p := &part{cmd: exec.Command(argv[0], argv[1:]...), done: make(chan struct{}), said: &tail{}}
	p.cmd.Env, p.cmd.ExtraFiles = d.env, extra
	p.cmd.Stdout, p.cmd.Stderr = p.said, p.said
	p.cmd.WaitDelay = waitDelay
	bound(p.cmd)
	if err := p.cmd.Start(); err != nil {
		return nil, notInstalled(argv[0], err)
	}
	d.mu.Lock()
	d.parts = append(d.parts, p)
	d.mu.Unlock()
	go func() {
		_ = p.cmd.Wait()
		close(p.done)
	}()
	return p, nil
}

// keep starts a process without which the display is lost.
func (d *Display) keep(name string, argv []string, extra ...*os.File) (*part, error) {
	p, err := d.launch(argv, extra...)
	if err != nil {
		return nil, err
	}
	go func() {
		<-p.done
		d.lose(name)
	}()
	return p, nil
}

// kill ends a process with its children.
func (p *part) kill() { killGroup(p.cmd) }

// packages are the Debian packages that the parts come from.
var packages = map[string]string{
	"Xvfb": "xvfb", "dbus-daemon": "dbus", "openbox": "openbox", launcher: "at-spi2-core",
}

// notInstalled says which package is missing.
func notInstalled(program string, err error) error {
	if !errors.Is(err, exec.ErrNotFound) && !errors.Is(err, os.ErrNotExist) {
		return fault.Wrap(fault.Technical, "desktop.display", speech.Say("%s cannot be started", "%s lässt sich nicht starten", program), err)
	}
	f := fault.Wrap(fault.Usage, "desktop.display", speech.Say("%s is not installed", "%s ist nicht installiert", program), err)
	if pkg := packages[program]; pkg != "" {
		return f.WithHint(speech.Say("sudo apt-get install %s", "sudo apt-get install %s", pkg))
	}
	return f.WithHint(speech.Say("is the program's path in the environment right?", "stimmt der Pfad des Programms in der Umgebung?"))
}

// said explains a part that did not come up, or that was given up.
func notReady(ctx context.Context, name string, p *part) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return ctx.Err()
	}
	return fault.New(fault.Technical, "desktop.display", speech.Say("%s did not come up: %s", "%s ist nicht angelaufen: %s", name, p.said.String())).Guard().
		WithHint(speech.Say("try again; is the machine short of memory or disk?", "versuchen Sie es erneut; fehlt dem Rechner Speicher oder Plattenplatz?"))
}
