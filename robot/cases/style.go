// SPDX-License-Identifier: EUPL-1.2

package cases

import "strings"

// style is what a cell's number format says about the number in it.
type style struct {
	day, clock bool
	zeros      int // digits of a format such as 00000: a postcode, a file number
}

// style looks the number format of a cell up; workbooks have few styles and
// many cells.
func (s *sheet) style(at string) (style, error) {
	id, err := s.file.GetCellStyle(s.name, at)
	if err != nil {
		return style{}, err
	}
	if st, known := s.styles[id]; known {
		return st, nil
	}
	full, err := s.file.GetStyle(id)
	if err != nil {
		return style{}, err
	}
	st := builtin(full.NumFmt)
	if full.CustomNumFmt != nil {
		st = custom(*full.CustomNumFmt)
	}
	s.styles[id] = st
	return st, nil
}

// builtin are the date formats that have a number and no text (ECMA-376 part
// 1, 18.8.30).
func builtin(id int) style {
	switch {
	case id >= 14 && id <= 17 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id >= 57 && id <= 58:
		return style{day: true}
	case id >= 18 && id <= 21 || id >= 32 && id <= 35 || id >= 45 && id <= 47 || id >= 55 && id <= 56:
		return style{clock: true}
	case id == 22:
		return style{day: true, clock: true}
	}
	return style{}
}

// custom reads a format's text; files always hold the English letters.
func custom(format string) style {
	letters := strings.ToLower(bare(format))
	if letters == "general" || letters == "standard" {
		return style{}
	}
	st := style{day: strings.ContainsAny(letters, "yd"), clock: strings.ContainsAny(letters, "hs")}
	if !st.day && !st.clock && strings.Contains(letters, "m") {
		st.day = true
	}
	if letters != "" && strings.Trim(letters, "0") == "" && len(letters) > 1 {
		st.zeros = len(letters)
	}
	return st
}

// bare is the first section of a format without quoted and escaped text and
// without what stands in brackets (a colour, a locale); [h] counts as hours.
func bare(format string) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		switch c := format[i]; c {
		case ';':
			return b.String()
		case '"':
			i = skip(format, i, '"')
		case '[':
			end := skip(format, i, ']')
			if inner := strings.ToLower(format[i:end]); strings.Trim(inner[1:], "hms") == "" {
				b.WriteByte('h')
			}
			i = end
		case '\\', '_', '*':
			i++
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// skip is the place of the next end after i, or the last letter.
func skip(s string, i int, end byte) int {
	if n := strings.IndexByte(s[i+1:], end); n >= 0 {
		return i + 1 + n
	}
	return len(s) - 1
}
