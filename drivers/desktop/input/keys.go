// SPDX-License-Identifier: EUPL-1.2

package input

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// names are the keys that scenarios may press, by their names in scenarios and
// in robotgo.
var names = map[string]string{
	"Enter": "enter", "Tab": "tab", "Escape": "esc", "Backspace": "backspace", "Delete": "delete", "Insert": "insert", "Space": "space",
	"ArrowUp": "up", "ArrowDown": "down", "ArrowLeft": "left", "ArrowRight": "right", "Home": "home", "End": "end", "PageUp": "pageup", "PageDown": "pagedown",
	"Control": "ctrl", "Shift": "shift", "Alt": "alt",
	"F1": "f1", "F2": "f2", "F3": "f3", "F4": "f4", "F5": "f5", "F6": "f6", "F7": "f7", "F8": "f8", "F9": "f9", "F10": "f10", "F11": "f11", "F12": "f12",
}

// Key reports whether there is a key or shortcut of that name, such as Enter,
// F5 or Control+S. What closes windows or leaves the display is none.
func Key(shortcut string) bool {
	parts := strings.Split(shortcut, "+")
	last := parts[len(parts)-1]
	for _, held := range parts[:len(parts)-1] {
		if !slices.Contains([]string{"Control", "Shift", "Alt"}, held) {
			return false
		}
	}
	_, known := names[last]
	return (known && !slices.Contains([]string{"Control", "Shift", "Alt"}, last)) || utf8.RuneCountInString(last) == 1
}
