// SPDX-License-Identifier: EUPL-1.2

package backtest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Cases are lines of JSON objects, one for each case.
type Cases struct {
	in      io.Reader
	known   map[string]book.Fact
	trouble error // set when the batches have ended
}

// Lines reads cases of which these facts are known, by the names that the file
// uses. Fields that are not known are left out: records of the past hold more
// than rules ask for.
func Lines(in io.Reader, known map[string]book.Fact) *Cases { return &Cases{in: in, known: known} }

// The lines that a processor takes at once, and the longest, in bytes.
const (
	batchSize   = 512
	longestLine = 1 << 20
)

type batch struct {
	first int
	lines [][]byte
}

func (c *Cases) batches(ctx context.Context) <-chan batch {
	out := make(chan batch, 8)
	go func() {
		defer close(out)
		c.trouble = c.cut(ctx, out)
	}()
	return out
}

func (c *Cases) cut(ctx context.Context, out chan<- batch) error {
	s := bufio.NewScanner(c.in)
	s.Buffer(nil, longestLine)
	number, next := 0, batch{first: 1}
	for s.Scan() {
		number++
		next.lines = append(next.lines, bytes.Clone(s.Bytes()))
		if len(next.lines) < batchSize {
			continue
		}
		if err := send(ctx, out, next); err != nil {
			return err
		}
		next = batch{first: number + 1}
	}
	return errors.Join(send(ctx, out, next), s.Err())
}

func send(ctx context.Context, out chan<- batch, b batch) error {
	select {
	case out <- b:
		return nil
	case <-ctx.Done():
		return fault.New(fault.Interrupted, "backtest", speech.Say("interrupted", "unterbrochen"))
	}
}

func (c *Cases) read(line []byte) (map[string]value.Value, error) {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(line, &raw); err != nil || raw == nil {
		return nil, fault.New(fault.Usage, "backtest", speech.Say("this is no JSON object", "das ist kein JSON-Objekt"))
	}
	out := make(map[string]value.Value, len(raw))
	for name, text := range raw {
		f, ok := c.known[name]
		if !ok {
			continue
		}
		v, err := value.FromJSON(f.Type, text)
		if err != nil {
			return nil, fault.New(fault.Business, "backtest", speech.Say("the fact %s: %s", "der Sachverhalt %s: %s", f.Name, causeOf(err)))
		}
		out[f.Name] = v
	}
	return out, nil
}

func causeOf(err error) speech.Text {
	if p, ok := errors.AsType[*value.Problem](err); ok {
		return p.Text
	}
	return speech.Same(err.Error())
}
