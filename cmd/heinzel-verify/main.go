// SPDX-License-Identifier: EUPL-1.2

// Command heinzel-verify checks the export of one case, offline and alone: that
// it is whole and unchanged, as it was signed. It needs nothing but the file
// and the public key, and is small enough to be read.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
)

// The exit codes, as heinzel has them.
const (
	whole    = 0
	wrongUse = 2
	refuted  = 7
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// call is one call of the command.
type call struct {
	key, checkpoint, lang string
	kept                  [][]byte // what the checkpoint file holds
	out, err              io.Writer
}

func run(args []string, out, errOut io.Writer) int {
	c := call{out: out, err: errOut}
	flags := flag.NewFlagSet("heinzel-verify", flag.ContinueOnError)
	flags.SetOutput(errOut)
	flags.StringVar(&c.key, "key", "", "public key of the robot, as printed in the report; several are separated by spaces")
	flags.StringVar(&c.checkpoint, "checkpoint", "", "file with the checkpoint that the export must be under, as printed in the report")
	flags.StringVar(&c.lang, "lang", os.Getenv("LANG"), "language of the statement: de or en")
	flags.Usage = func() {
		fmt.Fprintln(errOut, "heinzel-verify --key KEY [--checkpoint FILE] [--lang de|en] EXPORT...")
		flags.PrintDefaults()
		fmt.Fprintln(errOut, "\nEXIT STATUS\n  0 every export is whole and unchanged\n  2 wrong use, or a file cannot be read\n  7 an export does not verify")
	}
	if flags.Parse(args) != nil {
		return wrongUse
	}
	if flags.NArg() == 0 || c.key == "" {
		flags.Usage()
		return wrongUse
	}
	return c.all(flags.Args())
}

// all checks every file; the worst decides.
func (c call) all(files []string) int {
	keys, err := proof.Verifiers(strings.Fields(c.key)...)
	if err != nil {
		c.complain(c.say("the public key cannot be read: it begins with heinzel+ and stands in the report", "der öffentliche Schlüssel ist nicht lesbar: er beginnt mit heinzel+ und steht im Bericht"))
		return wrongUse
	}
	if c.checkpoint != "" {
		kept, err := os.ReadFile(c.checkpoint)
		if err != nil {
			c.complain(err.Error())
			return wrongUse
		}
		c.kept = proof.Kept(kept)
	}
	worst := whole
	for _, name := range files {
		if code := c.one(name, keys); code > worst {
			worst = code
		}
	}
	return worst
}

func (c call) one(name string, keys proof.Keys) int {
	data, err := os.ReadFile(name)
	if err != nil {
		c.complain(err.Error())
		return wrongUse
	}
	export, found, err := c.check(data, keys)
	if err == nil {
		err = c.statement(name, export, found)
	}
	if err != nil {
		c.complain(fmt.Sprintf("%s: %s: %v", name, c.say("DOES NOT VERIFY", "NICHT UNVERSEHRT"), err))
		return refuted
	}
	return whole
}

func (c call) check(data []byte, keys proof.Keys) (proof.Export, proof.Case, error) {
	export, err := proof.ParseExport(data)
	if err != nil {
		return export, proof.Case{}, err
	}
	found, err := export.Check(keys)
	if err == nil && c.checkpoint != "" {
		err = c.under(export)
	}
	return export, found, err
}

// under holds the export against the checkpoint that was kept elsewhere.
func (c call) under(e proof.Export) error {
	for _, one := range c.kept {
		if string(one) == e.Checkpoint {
			return nil
		}
	}
	return errors.New(c.say("it is not under the checkpoint that was kept; ask for an export made under that one", "der Export steht nicht unter dem aufbewahrten Prüfpunkt; erbitten Sie einen, der darunter ausgegeben wurde"))
}

func (c call) say(en, de string) string {
	if strings.HasPrefix(strings.ToLower(c.lang), "de") {
		return de
	}
	return en
}

func (c call) complain(what string) { fmt.Fprintln(c.err, "heinzel-verify: "+what) }
