// SPDX-License-Identifier: EUPL-1.2

//go:build robotgo

package input

import "github.com/go-vgo/robotgo"

// keyboard has every letter on Windows: they are sent as letters, not as keys.
type keyboard struct{}

func (*keyboard) lend(string) error { return nil }

// focused leaves the question to the caller, who knows the windows.
func (*keyboard) focused(uint32) bool { return true }

// tap types one letter.
func tap(letter string) error {
	switch letter {
	case "\n":
		return robotgo.KeyTap("enter")
	case "\t":
		return robotgo.KeyTap("tab")
	}
	robotgo.TypeStr(letter)
	return nil
}

// release lets go of what a shortcut holds; letters are never held.
func (*keyboard) release() {
	for _, held := range []string{"ctrl", "shift", "alt"} {
		_ = robotgo.KeyUp(held)
	}
	_ = robotgo.MouseUp()
}
