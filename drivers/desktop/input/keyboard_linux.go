// SPDX-License-Identifier: EUPL-1.2

//go:build robotgo

package input

import (
	"fmt"
	"slices"

	"github.com/go-vgo/robotgo"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// keyboard lends the display's keyboard letters that it lacks: a free key means
// the letter for as long as the text is typed and read back. robotgo would give
// the key back at once, before a busy program has asked what it means.
type keyboard struct {
	x    *xgb.Conn
	lent map[xproto.Keycode]xproto.Keysym
}

// tap presses and releases the key of a letter.
func tap(letter string) error {
	switch letter {
	case "\n":
		return robotgo.KeyTap("enter")
	case "\t":
		return robotgo.KeyTap("tab")
	}
	return robotgo.KeyTap(letter)
}

// symbol is X's number for a letter, as robotgo looks for it.
func symbol(letter rune) xproto.Keysym {
	if letter <= 0xff {
		return xproto.Keysym(letter)
	}
	return 0x01000000 | xproto.Keysym(letter)
}

func (k *keyboard) open() error {
	if k.x != nil {
		return nil
	}
	x, err := xgb.NewConn()
	if err != nil {
		return err
	}
	k.x, k.lent = x, map[xproto.Keycode]xproto.Keysym{}
	return xtest.Init(x)
}

// focused reports whether keys get to a window, or to something in it, by the
// X server's own word: that of the window manager comes a moment later.
func (k *keyboard) focused(window uint32) bool {
	if k.open() != nil {
		return false
	}
	at, err := xproto.GetInputFocus(k.x).Reply()
	if err != nil {
		return false
	}
	for id := at.Focus; id > 1; { // 1 is wherever the mouse is
		if uint32(id) == window {
			return true
		}
		above, err := xproto.QueryTree(k.x, id).Reply()
		if err != nil {
			return false
		}
		id = above.Parent
	}
	return false
}

// lend gives a key to every letter of a text that has none.
func (k *keyboard) lend(text string) error {
	if err := k.open(); err != nil {
		return err
	}
	wanted := map[xproto.Keysym]bool{}
	for _, letter := range text {
		if letter != '\n' && letter != '\t' {
			wanted[symbol(letter)] = true
		}
	}
	first, per, symbols, err := k.mapping()
	if err != nil {
		return err
	}
	var free []xproto.Keycode
	for i := 0; i+per <= len(symbols); i += per {
		code, row := first+xproto.Keycode(i/per), symbols[i:i+per]
		has := slices.ContainsFunc(row[:min(per, 2)], func(s xproto.Keysym) bool { return wanted[s] })
		if _, lent := k.lent[code]; !has && (lent || !slices.ContainsFunc(row, func(s xproto.Keysym) bool { return s != 0 })) {
			free = append(free, code)
		}
		for _, s := range row[:min(per, 2)] {
			delete(wanted, s)
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	if len(wanted) > len(free) {
		return fmt.Errorf("the keyboard lacks %d letters of the text and has %d free keys", len(wanted), len(free))
	}
	for s := range wanted {
		if err := k.assign(free[0], s, per); err != nil {
			return err
		}
		free = free[1:]
	}
	robotgo.Close() // it learns the keyboard when it connects
	return nil
}

func (k *keyboard) mapping() (first xproto.Keycode, per int, symbols []xproto.Keysym, err error) {
	setup := xproto.Setup(k.x)
	reply, err := xproto.GetKeyboardMapping(k.x, setup.MinKeycode, byte(setup.MaxKeycode-setup.MinKeycode)+1).Reply()
	if err != nil {
		return 0, 0, nil, err
	}
	return setup.MinKeycode, int(reply.KeysymsPerKeycode), reply.Keysyms, nil
}

func (k *keyboard) assign(code xproto.Keycode, s xproto.Keysym, per int) error {
	k.lent[code] = s
	return xproto.ChangeKeyboardMappingChecked(k.x, 1, code, byte(per), slices.Repeat([]xproto.Keysym{s}, per)).Check()
}

// release lets go of every key and button, and takes back what was lent.
func (k *keyboard) release() {
	if k.open() != nil {
		return
	}
	root := xproto.Setup(k.x).DefaultScreen(k.x).Root
	if down, err := xproto.QueryKeymap(k.x).Reply(); err == nil {
		for code := range 256 {
			if down.Keys[code/8]&(1<<(code%8)) != 0 {
				xtest.FakeInput(k.x, xproto.KeyRelease, byte(code), 0, root, 0, 0, 0)
			}
		}
	}
	if pointer, err := xproto.QueryPointer(k.x, root).Reply(); err == nil {
		for button := range 5 {
			if pointer.Mask&(xproto.KeyButMaskButton1<<button) != 0 {
				xtest.FakeInput(k.x, xproto.ButtonRelease, byte(button+1), 0, root, 0, 0, 0)
			}
		}
	}
	if _, per, _, err := k.mapping(); err == nil {
		for code := range k.lent {
			_ = k.assign(code, 0, per)
		}
	}
	k.x.Sync()
	robotgo.Close()
}
