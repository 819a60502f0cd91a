// SPDX-License-Identifier: EUPL-1.2

package cases

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

func readCSV(path string, data []byte, inputs []scenarios.Input) ([]Case, error) {
	text, err := decoded(path, data)
	if err != nil {
		return nil, err
	}
	text = withLineEnds(text)
	r := over(text, separator(text, inputs))
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, empty(path)
	}
	if err != nil {
		return nil, malformed(path, err)
	}
	line, _ := r.FieldPos(0)
	t, err := columns(path, line, header, inputs)
	if err != nil {
		return nil, err
	}
	return rows(t, r, len(header))
}

// withLineEnds lets old files be read, which end lines with CR alone.
func withLineEnds(text string) string {
	if strings.Contains(text, "\n") {
		return text
	}
	return strings.ReplaceAll(text, "\r", "\n")
}

func over(text string, comma rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = comma, -1, true
	return r
}

// rows reads the lines below the header; each must be as long as the header.
func rows(t *table, r *csv.Reader, width int) ([]Case, error) {
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t.done()
		}
		if err != nil {
			return nil, malformed(t.path, err)
		}
		line, _ := r.FieldPos(0)
		if len(cells) != width {
			t.ragged = append(t.ragged, strconv.Itoa(line))
			continue
		}
		if err := t.row(line, cells); err != nil {
			return nil, err
		}
	}
}

func malformed(path string, err error) error {
	f := fault.Wrap(fault.Usage, "cases.read", speech.Say("this line is no row of a table", "diese Zeile ist keine Tabellenzeile"), err).
		WithHint(speech.Say(`a cell with quotes in it is written "so ""quoted"" here"`, `eine Zelle mit Anführungszeichen wird "so ""zitiert"" hier" geschrieben`))
	f.At.File = path
	if p, ok := errors.AsType[*csv.ParseError](err); ok {
		f.At.Line, f.At.Column, f.Err = p.Line, p.Column, p.Err
	}
	return f
}

// separator picks the sign under which the header names the most inputs, then
// the one that gives the most columns; a table of one column has none.
func separator(text string, inputs []scenarios.Input) rune {
	best, known, wide := ';', -1, 0
	for _, sign := range []rune{';', ',', '\t'} {
		header, err := over(text, sign).Read()
		if err != nil {
			continue
		}
		n := 0
		for _, name := range header {
			if slices.ContainsFunc(inputs, func(in scenarios.Input) bool { return in.Name == heading(name) }) {
				n++
			}
		}
		if n > known || n == known && len(header) > wide {
			best, known, wide = sign, n, len(header)
		}
	}
	return best
}
