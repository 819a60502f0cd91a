// SPDX-License-Identifier: EUPL-1.2

//go:build robotgo && (linux || windows)

package input

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/go-vgo/robotgo"
)

const built = true

func notBuilt() error { return nil }

// Serve is the hand's process: it obeys until its orders end, and then lets go
// of everything.
func Serve(in io.Reader, out io.Writer) int {
	k := &keyboard{}
	defer k.release()
	answers := json.NewEncoder(out)
	for lines := bufio.NewScanner(in); lines.Scan(); {
		var o order
		r := report{}
		if err := json.Unmarshal(lines.Bytes(), &o); err != nil {
			return 1
		}
		if err := k.obey(o); err != nil {
			r.Error, r.Elsewhere = err.Error(), errors.Is(err, ErrElsewhere)
		}
		if answers.Encode(r) != nil {
			return 1
		}
	}
	return 0
}

// obey performs one order. None of them holds a key when it is over.
func (k *keyboard) obey(o order) error {
	if o.Window != 0 && !k.focused(o.Window) {
		return ErrElsewhere
	}
	switch o.Do {
	case "lend":
		return k.lend(o.Text)
	case "type":
		return tap(o.Text)
	case "press":
		key, holding := stroke(o.Text)
		return robotgo.KeyTap(key, holding)
	case "click":
		robotgo.Move(o.X, o.Y)
		return robotgo.Click("left", o.Double)
	}
	return nil
}

// stroke takes a shortcut such as Control+S apart: the key, and what is held.
func stroke(shortcut string) (key string, holding []string) {
	parts := strings.Split(shortcut, "+")
	for _, held := range parts[:len(parts)-1] {
		holding = append(holding, keyName(held))
	}
	return keyName(parts[len(parts)-1]), holding
}

// keyName is a key's name in robotgo. Letters are keys without their capitals.
func keyName(name string) string {
	if known, ok := names[name]; ok {
		return known
	}
	return strings.ToLower(name)
}
