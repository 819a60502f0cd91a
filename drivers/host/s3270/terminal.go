// SPDX-License-Identifier: EUPL-1.2

// Package s3270 runs one terminal: a process of s3270, the scripted 3270
// emulator of the x3270 family. Commands go to its standard input, answers come
// from its standard output, one at a time. Nothing is handed over as an argument
// that is not public, and nothing is traced.
package s3270

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// ErrEnded is the error of a command when the terminal's process is gone.
var ErrEnded = errors.New("the terminal's process has ended")

// Terminal is one running process. It is worked by one goroutine at a time.
type Terminal struct {
	process *exec.Cmd
	in      io.WriteCloser
	answers chan Answer
	// owed counts answers of commands whose caller did not wait for them.
	owed  int
	close func()
}

// Start runs the program. The emulator ends when its standard input does: however
// this process dies, no terminal is left behind, on any system.
func Start(program, codePage string) (*Terminal, error) {
	cmd := exec.Command(program, "-utf8", "-model", "3279-2-E", "-codepage", codePage,
		"-clear", "aidWait", "-xrm", "s3270.unlockDelay: false", "-xrm", "ws3270.unlockDelay: false")
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	t := &Terminal{process: cmd, in: in, answers: make(chan Answer, 16)}
	read := make(chan struct{})
	go func() { defer close(read); t.listen(out) }()
	t.close = sync.OnceFunc(func() { t.end(read) })
	return t, nil
}

// Process is the id of the terminal's process.
func (t *Terminal) Process() int { return t.process.Process.Pid }

// Close ends the process, and waits until it is gone.
func (t *Terminal) Close() { t.close() }

// farewell is how long the process may take to notice that its input has ended.
const farewell = time.Second

func (t *Terminal) end(read <-chan struct{}) {
	_ = t.in.Close()
	late := time.AfterFunc(farewell, func() { _ = t.process.Process.Kill() })
	defer late.Stop()
	for range t.answers { // nobody waits for them any more
	}
	<-read
	_ = t.process.Wait()
}

// Do gives one command and waits for its answer. A command that the terminal
// refuses is a Refusal; the answer's status holds all the same.
func (t *Terminal) Do(ctx context.Context, command string) (Answer, error) {
	for ; t.owed > 0; t.owed-- {
		if _, err := t.answer(ctx); err != nil {
			return Answer{}, err
		}
	}
	if err := ctx.Err(); err != nil {
		return Answer{}, err
	}
	if _, err := io.WriteString(t.in, command+"\n"); err != nil {
		return Answer{}, fmt.Errorf("%w: %w", ErrEnded, err)
	}
	a, err := t.answer(ctx)
	switch {
	case err != nil && !errors.Is(err, ErrEnded):
		t.owed++
	case err == nil && a.refused:
		err = Refusal(strings.Join(a.Data, "; "))
	}
	return a, err
}

func (t *Terminal) answer(ctx context.Context) (Answer, error) {
	select {
	case a, ok := <-t.answers:
		if !ok {
			return Answer{}, ErrEnded
		}
		return a, nil
	case <-ctx.Done():
		return Answer{}, ctx.Err()
	}
}

// listen reads answers until the process closes its output.
func (t *Terminal) listen(out io.Reader) {
	defer close(t.answers)
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, longest)
	var said []string
	for lines.Scan() {
		switch line := lines.Text(); line {
		case "ok", "error":
			t.answers <- answerOf(said, line == "error")
			said = nil
		default:
			said = append(said, line)
		}
	}
}

// longest is the most that one line of an answer may hold: a row of the widest
// terminal, with an attribute in every place, is far shorter.
const longest = 1 << 20
