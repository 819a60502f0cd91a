// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
)

func fill(text string) act.Action   { return act.Action{Verb: act.Fill, Text: text} }
func choose(text string) act.Action { return act.Action{Verb: act.Choose, Text: text, Within: brief} }
func tick(on bool) act.Action       { return act.Action{Verb: act.Tick, On: on, Within: brief} }

func TestFill(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "input", page: "fill.html", do: fill("Đặng"), at: "label: Name", value: "Đặng"},
		{name: "empty", page: "fill.html", do: fill(""), at: "label: Name"},
		{name: "textarea", page: "fill.html", do: fill("two\r\nlines"), at: "label: Text", value: "two\nlines"},
		{name: "contenteditable", page: "fill.html", do: fill("two words "), at: "name: Rich", value: "two words "},
		{name: "date", page: "fill.html", do: fill("2026-06-02"), at: "label: Day", value: "2026-06-02"},
		{name: "no date", page: "fill.html", do: fill("soon"), at: "label: Day", kind: fault.Halted, says: "instead of"},
		{name: "too short", page: "fill.html", do: fill("Schneider"), at: "label: Short", kind: fault.Halted, says: `"Schn" instead of "Schneider"`},
		{name: "rewritten", page: "fill.html", do: fill("Weiß"), at: "label: Shout", kind: fault.Halted, says: "instead of"},
		{name: "read-only", page: "fill.html", do: act.Action{Verb: act.Fill, Text: "x", Within: brief}, at: "label: Fixed", kind: fault.Halted, says: "cannot be written"},
		{name: "password by text", page: "fill.html", do: fill("x"), at: "label: Password", kind: fault.Usage, says: "secrets only"},
		{name: "password by secret", page: "fill.html", do: act.Action{Verb: act.Fill, Secret: secret.New("x")}, at: "label: Password", value: secret.Hidden},
		{name: "secret into the open", page: "fill.html", do: act.Action{Verb: act.Fill, Secret: secret.New("x")}, at: "label: Name", kind: fault.Usage, says: "no password field"},
		{name: "secret where declared", page: "fill.html", do: act.Action{Verb: act.Fill, Secret: secret.New("x")}, at: "label: Name; secret", value: secret.Hidden},
		{name: "keys", page: "fill-mask.html", do: fill("02.06.2026"), at: "label: Date; keys", value: "02.06.2026"},
		{name: "listening", page: "fill-mask.html", do: fill("02.06.2026"), at: "label: Listening", value: "02.06.2026"},
		{name: "mask", page: "fill-mask.html", do: fill("02062026"), at: "label: Listening; mask=date", value: "02.06.2026"},
		{name: "no keys", page: "fill-mask.html", do: fill("02.06.2026"), at: "label: Date", kind: fault.Halted, says: "instead of"},
		{name: "drawn anew", page: "fill-again.html", do: fill("one"), at: "label: first", value: "one", log: "changed"},
		{name: "drawn anew without it", page: "fill-again.html", do: fill("one"), at: "label: third", kind: fault.Halted, says: `"" instead of "one"`, log: "changed"},
		{name: "loaded anew", page: "fill-post.html", do: fill("one"), at: "label: Number", value: "one"},
	})
}

// TestFillAfterARedraw: leaving one field draws the next one anew while it is
// about to be written.
func TestFillAfterARedraw(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("fill-again.html")
	s.must("label: second", fill("two"))
	s.must("label: first", fill("one"))
	for name, want := range map[string]string{"first": "one", "second": "two"} {
		if got := s.must("label: "+name, act.Action{Verb: act.Read}).Value; got != want {
			t.Errorf("%s holds %q", name, got)
		}
	}
}

// TestStolenFocus: what is written reaches the field it was meant for, or none.
func TestStolenFocus(t *testing.T) {
	t.Parallel()
	s := open(t)
	press := act.Action{Verb: act.Press, Text: "F8", Within: brief}
	amount := act.Action{Verb: act.Fill, Text: "12", Within: brief}
	s.all([]play{
		{name: "once", page: "focus-stolen.html?once", do: amount, at: "label: Amount", value: "12"},
		{name: "always", page: "focus-stolen.html?always", do: amount, at: "label: Amount", kind: fault.Halted, says: "cannot be entered"},
		{name: "key", page: "focus-stolen.html", do: press, at: "label: Amount", log: "amount F8"},
		{name: "key always", page: "focus-stolen.html?always", do: press, at: "label: Amount", kind: fault.Halted, says: "cannot be entered"},
	})
}

func TestChoose(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "by text", page: "choose.html", do: choose("France"), at: "label: Country", value: "France", log: "chose"},
		{name: "chosen already", page: "choose.html", do: choose("Germany"), at: "label: Country", value: "Germany"},
		{name: "no such entry", page: "choose.html", do: choose("Italy"), at: "label: Country", kind: fault.Halted, says: "no entry"},
		{name: "disabled entry", page: "choose.html", do: choose("Spain"), at: "label: Country", kind: fault.Halted, says: "no entry"},
		{name: "two equal entries", page: "choose.html", do: choose("Neustadt"), at: "label: Twin", kind: fault.Halted, says: "several entries"},
		{name: "disabled", page: "choose.html", do: choose("B"), at: "label: Locked", kind: fault.Halted, says: "is disabled"},
		{name: "reset by the page", page: "choose.html", do: choose("B"), at: "label: Stubborn", kind: fault.Halted, says: "does not keep"},
		{name: "no list", page: "choose.html", do: choose("B"), at: "label: No list", kind: fault.Halted, says: "is no list"},
		{name: "loaded anew", page: "choose-post.html", do: choose("B"), at: "label: Kind", value: "B", log: "loaded"},
	})
}

func TestTick(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "already on", page: "tick.html", do: tick(true), at: "label: Done", value: "yes"},
		{name: "off", page: "tick.html", do: tick(false), at: "label: Done", value: "no", log: "done"},
		{name: "on", page: "tick.html", do: tick(true), at: "label: Open", value: "yes", log: "open"},
		{name: "under its label", page: "tick.html", do: tick(true), at: "label: Under", value: "yes", log: "under"},
		{name: "refuses", page: "tick.html", do: tick(true), at: "label: Refuses", kind: fault.Halted, says: "did not change", log: "refuses"},
		{name: "beside a link", page: "tick.html", do: tick(true), at: "name attribute: linked", value: "yes"},
		{name: "no box", page: "tick.html", do: tick(true), at: "name: Button", kind: fault.Halted, says: "no box"},
	})
}
