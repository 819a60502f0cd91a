// SPDX-License-Identifier: EUPL-1.2

package cases

import (
	"strconv"
	"strings"

	"github.com/cockroachdb/apd/v3"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// number writes a number of a machine so that the input's type reads the same
// number: 1e3 in full, and 1.234 with a comma, because in German notation it
// could be one thousand.
func number(s string, kind value.Kind) string {
	if strings.ContainsAny(s, "eE") {
		s = full(s)
	}
	if kind.IsNumber() {
		return strings.Replace(s, ".", ",", 1)
	}
	return s
}

// full writes an exponent out, within the digits that a number may have.
func full(s string) string {
	d, _, err := apd.NewFromString(s)
	if err != nil || d.Exponent > value.MaxDigits || d.Exponent < -value.MaxDigits {
		return s
	}
	return d.Text('f')
}

// quiet rounds away what binary fractions add: Excel itself shows 15 digits,
// and keeps 0.1+0.2 as 0.30000000000000004.
func quiet(f float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	if err != nil {
		short = f
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

func kindOf(name string, inputs []scenarios.Input) value.Kind {
	for _, in := range inputs {
		if in.Name == name {
			return in.Type.Kind
		}
	}
	return value.Missing
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
