// SPDX-License-Identifier: EUPL-1.2

//go:build unix

// Stopwatch fills forms with the browser driver, as it is told on standard
// input, and says how long each took and what it cost. Every form is a case with
// a journal, as in a real order. It links nothing but what that needs, so that
// its memory is the driver's; its tests compare it with other tools.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/heinzel-rpa/heinzel/drivers/browser"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// form is one form to be filled, a line of standard input.
type form struct {
	// Address is opened first; empty stays where it is.
	Address string  `json:"address"`
	Fields  []field `json:"fields"`
	Submit  string  `json:"submit"`
	// Shows is what the page must show in the end.
	Shows string `json:"shows"`
}

type field struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// times is what a form took, in milliseconds, and what the program has cost
// until then; a line of standard output.
type times struct {
	Form   float64   `json:"form"`
	Fields []float64 `json:"fields"`
	CPU    float64   `json:"cpu"`    // ms of processor time since the program began
	Driver float64   `json:"driver"` // the part of it that the driver took
	Memory int       `json:"memory"` // kB that are resident
	// Browser is the process id of the browser.
	Browser int `json:"browser"`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "stopwatch:", err)
		stop()
		os.Exit(1)
	}
}

// run takes the origin of the system and the folder of the journal.
func run(ctx context.Context, args []string) error {
	if len(args) != 2 {
		return errors.New("usage: stopwatch ORIGIN FOLDER")
	}
	book, err := open(args[1])
	if err != nil {
		return err
	}
	defer book.Close()
	s, err := browser.Driver{Options: page.Options{}}.Begin(ctx, scenarios.Location{Address: args[0] + "/", Origins: []string{args[0]}})
	if err != nil {
		return err
	}
	defer s.Close()
	h := &hand{Session: s}
	return serve(os.Stdin, os.Stdout, func(f form) (times, error) { return fill(ctx, h, book, f) })
}

// serve fills every form that is asked for, until nothing is asked any more.
func serve(in io.Reader, out io.Writer, fill func(form) (times, error)) error {
	asked, answers := json.NewDecoder(in), json.NewEncoder(out)
	for {
		var f form
		if err := asked.Decode(&f); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		t, err := fill(f)
		if err != nil {
			return err
		}
		if err := answers.Encode(t); err != nil {
			return err
		}
	}
}
