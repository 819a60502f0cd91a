// SPDX-License-Identifier: EUPL-1.2

package coverage

import (
	"math/big"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// variant is a condition with one small mistake.
type variant struct {
	text string
	what speech.Text
}

// variants are the small mistakes that people make in a condition: another
// sign, a threshold beside the right one, a part that is denied or forgotten.
func variants(t expression.Tree) []variant {
	parts := t.Parts()
	switch t.Sign() {
	case "and", "or":
		return connected(t, parts)
	case "not":
		out := []variant{changed(t, parts[0].Text())}
		for _, v := range variants(parts[0]) {
			out = append(out, variant{"not (" + v.text + ")", v.what})
		}
		return out
	case "==", "!=", "<", "<=", ">", ">=":
		return append(compared(t, parts), changed(t, "not ("+t.Text()+")"))
	case "in":
		return append(entries(t, parts), changed(t, "not ("+t.Text()+")"))
	}
	return []variant{changed(t, "not ("+t.Text()+")")}
}

func changed(t expression.Tree, to string) variant {
	return variant{to, speech.Say("%s becomes %s", "%s wird zu %s", t.Text(), to)}
}

// connected changes one of the parts, or leaves one out.
func connected(t expression.Tree, parts []expression.Tree) []variant {
	var out []variant
	for i, part := range parts {
		rest := without(parts, i)
		for _, v := range append(variants(part), variant{"", speech.Say("%s is left out", "%s entfällt", part.Text())}) {
			texts := rest
			if v.text != "" {
				texts = append([]string{"(" + v.text + ")"}, rest...)
			}
			out = append(out, variant{strings.Join(texts, " "+string(t.Sign())+" "), v.what})
		}
	}
	return out
}

func without(parts []expression.Tree, i int) []string {
	var out []string
	for n, p := range parts {
		if n != i {
			out = append(out, "("+p.Text()+")")
		}
	}
	return out
}

// compared changes the sign, or the threshold by the least that counts.
func compared(t expression.Tree, parts []expression.Tree) []variant {
	left, right := parts[0].Text(), parts[1].Text()
	var out []variant
	if sign := map[expression.Sign]string{"<": "<=", "<=": "<", ">": ">=", ">=": ">"}[t.Sign()]; sign != "" {
		out = append(out, changed(t, left+" "+sign+" "+right))
	}
	for _, text := range shifted(parts[1]) {
		out = append(out, changed(t, left+" "+string(t.Sign())+" "+text))
	}
	if parts[1].Sign() != expression.Literal && parts[0].Sign() == expression.Literal {
		for _, text := range shifted(parts[0]) {
			out = append(out, changed(t, text+" "+string(t.Sign())+" "+right))
		}
	}
	return out
}

// shifted writes a side of a comparison a step lower and a step higher.
func shifted(t expression.Tree) []string {
	literal := t.Sign() == expression.Literal
	switch t.Type().Kind {
	case value.Date:
		if literal {
			day := t.Literal().Day()
			return []string{`"` + day.AddDate(0, 0, -1).Format("2006-01-02") + `"`, `"` + day.AddDate(0, 0, 1).Format("2006-01-02") + `"`}
		}
		return []string{"plus_tage(" + t.Text() + ", -1)", "plus_tage(" + t.Text() + ", 1)"}
	case value.Integer, value.Decimal, value.Money:
		step := big.NewRat(1, 100)
		if t.Type().Kind == value.Integer {
			step = big.NewRat(1, 1)
		}
		if literal {
			return []string{plus(t.Literal(), new(big.Rat).Neg(step)), plus(t.Literal(), step)}
		}
		return []string{"(" + t.Text() + ") - " + short(step), "(" + t.Text() + ") + " + short(step)}
	}
	return nil
}

// plus writes a number and a little more.
func plus(v value.Value, step *big.Rat) string {
	n, _ := new(big.Rat).SetString(v.Number().Text('f'))
	return short(n.Add(n, step))
}

// short writes a number with the digits that it has.
func short(n *big.Rat) string {
	digits, _ := n.FloatPrec()
	return n.FloatString(digits)
}

// entries leaves one entry of a list out.
func entries(t expression.Tree, parts []expression.Tree) []variant {
	if parts[1].Sign() != expression.List || len(parts[1].Parts()) < 2 {
		return nil
	}
	var out []variant
	list := parts[1].Parts()
	for i, entry := range list {
		var rest []string
		for n, e := range list {
			if n != i {
				rest = append(rest, e.Text())
			}
		}
		out = append(out, variant{parts[0].Text() + " in [" + strings.Join(rest, ", ") + "]", speech.Say("%s is left out of the list", "%s entfällt in der Liste", entry.Text())})
	}
	return out
}
