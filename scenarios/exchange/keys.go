// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
)

// keys puts keys that go down and up together into shortcuts.
type keys struct{ held []string }

// modifiers are the keys that are held while others are pressed, in the order
// of a shortcut.
var modifiers = []string{"Control", "Alt", "Shift", "Meta"}

// key is the name of a key as steps write it, without the side that it is on.
func key(name string) string {
	switch name {
	case " ":
		return "Space"
	case "\r", "\n", "NumpadEnter":
		return "Enter"
	}
	for _, side := range []string{"Left", "Right"} {
		if m := strings.TrimSuffix(name, side); slices.Contains(modifiers, m) {
			return m
		}
	}
	for _, row := range []string{"Key", "Digit", "Numpad"} {
		if rest, ok := strings.CutPrefix(name, row); ok && len(rest) == 1 {
			return strings.ToLower(rest)
		}
	}
	return name
}

// down gives the shortcut that is complete with this key, or "".
func (k *keys) down(name string) string {
	name = key(name)
	if slices.Contains(modifiers, name) {
		if !slices.Contains(k.held, name) {
			k.held = append(k.held, name)
		}
		return ""
	}
	var parts []string
	for _, m := range modifiers {
		if slices.Contains(k.held, m) && (m != "Shift" || len(k.held) > 1 || len([]rune(name)) > 1) {
			parts = append(parts, m)
		}
	}
	return strings.Join(append(parts, name), "+")
}

func (k *keys) up(name string) {
	k.held = slices.DeleteFunc(k.held, func(m string) bool { return m == key(name) })
}

// press adds a key that goes where the last step left off.
func (d *draft) press(shortcut string) {
	if shortcut != "" {
		d.add(&scenarios.Press{Key: shortcut})
	}
}
