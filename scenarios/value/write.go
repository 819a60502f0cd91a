// SPDX-License-Identifier: EUPL-1.2

package value

import (
	"strings"

	"github.com/cockroachdb/apd/v3"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// String is the value in ISO notation, as files, fields of machines and
// commitments hold it: 1234.50 EUR, 2026-12-31, yes. A missing value is "".
// Parse reads it back.
func (v Value) String() string {
	switch v.kind {
	case Text, Name, Choice:
		return v.text
	case Integer, Decimal:
		return v.number.Text('f')
	case Money:
		return v.number.Text('f') + " " + v.text
	case Date:
		return v.day.Format("2006-01-02")
	case Boolean:
		return yesNo(v.yes, "yes", "no")
	case List:
		return joined(v.items, "; ", Value.String)
	case Record:
		return v.fieldsBy(Value.String)
	}
	return ""
}

// In is the value as people of the language write it, and as it is typed into
// their applications: 1.234,50 €, 31.12.2026, ja.
func (v Value) In(lang speech.Lang) string {
	if lang != speech.German {
		return v.String()
	}
	switch v.kind {
	case Integer, Decimal:
		return germanNumber(v.number)
	case Money:
		return germanNumber(cents(v.number)) + " " + strings.Replace(v.text, Euro, "€", 1)
	case Date:
		return v.day.Format("02.01.2006")
	case Boolean:
		return yesNo(v.yes, "ja", "nein")
	case List:
		return joined(v.items, "; ", func(i Value) string { return i.In(lang) })
	case Record:
		return v.fieldsBy(func(i Value) string { return i.In(lang) })
	}
	return v.String()
}

// cents shows at least two places after the point.
func cents(d *apd.Decimal) *apd.Decimal {
	if d.Exponent >= -2 {
		var out apd.Decimal
		if _, err := apd.BaseContext.WithPrecision(MaxDigits+2).Quantize(&out, d, -2); err == nil {
			return &out
		}
	}
	return d
}

func germanNumber(d *apd.Decimal) string {
	text := d.Text('f')
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	whole, fraction, has := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	if has {
		whole += "," + fraction
	}
	return sign + whole
}

func yesNo(b bool, yes, no string) string {
	if b {
		return yes
	}
	return no
}

func joined(items []Value, separator string, write func(Value) string) string {
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = write(item)
	}
	return strings.Join(parts, separator)
}

func (v Value) fieldsBy(write func(Value) string) string {
	var parts []string
	for _, name := range v.FieldNames() {
		parts = append(parts, name+": "+write(v.fields[name]))
	}
	return strings.Join(parts, ", ")
}
