// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"unicode"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// Type writes a text letter by letter with key events, for fields that listen
// for keys. Tabs and line ends are inserted: as keys they would leave the field
// or send its form.
func (p *Page) Type(ctx context.Context, text string) error {
	for _, r := range text {
		var err error
		if unicode.IsControl(r) {
			err = p.Insert(ctx, string(r))
		} else {
			err = p.keys(ctx, letter(r))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// letter gives the key events of one letter. The keyboard table knows keys
// without a letter by code points that are letters too (U+0102 is Alt there,
// and Ă in Romanian): what the table would not write as this very letter has
// no key, and is written as a keyboard with more letters does.
func letter(r rune) []*input.DispatchKeyEventParams {
	if k := kb.Keys[r]; k != nil && k.Print && k.Text == string(r) {
		return kb.Encode(r)
	}
	down := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Key: string(r)}
	char, up := down, down
	char.Type, char.Text, char.UnmodifiedText = input.DispatchKeyEventTypeChar, string(r), string(r)
	up.Type = input.DispatchKeyEventTypeKeyUp
	return []*input.DispatchKeyEventParams{&down, &char, &up}
}
