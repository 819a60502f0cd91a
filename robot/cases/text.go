// SPDX-License-Identifier: EUPL-1.2

package cases

import (
	"bytes"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"golang.org/x/text/encoding/charmap"
)

// decoded is a table's text. What is valid UTF-8 is UTF-8: a text in
// Windows-1252 with umlauts practically never is. Everything else is read as
// Windows-1252, as Excel writes it in Germany, unless it holds what no text
// holds: then it is no table, and reading it on would make up letters.
func decoded(path string, data []byte) (string, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return "", wrong(path, speech.Say("the text is written in UTF-16", "der Text ist in UTF-16 geschrieben"), asUTF8())
	}
	isUTF8 := utf8.Valid(data)
	for i, b := range data {
		if control(b) || !isUTF8 && undefined(b) {
			line, column := lineOf(data, i)
			return "", wrongAt(path, line, column, speech.Say("this is no text: it holds the byte 0x%02X", "das ist kein Text: er enthält das Byte 0x%02X", b), asUTF8())
		}
	}
	if isUTF8 {
		return string(data), nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", wrong(path, speech.Same(err.Error()), asUTF8())
	}
	return string(text), nil
}

func asUTF8() speech.Text {
	return speech.Say("save the table as “CSV UTF-8”", "speichern Sie die Tabelle als „CSV UTF-8“")
}

// control reports control characters other than tab and line ends.
func control(b byte) bool { return b < ' ' && b != '\t' && b != '\n' && b != '\r' || b == 0x7f }

// undefined are the bytes that Windows-1252 gives no letter to.
func undefined(b byte) bool {
	return b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d
}

// lineOf is the place of a byte, counted from 1.
func lineOf(data []byte, at int) (line, column int) {
	before := data[:min(at, len(data))]
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
}
