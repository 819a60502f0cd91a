// SPDX-License-Identifier: EUPL-1.2

package drivertest

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
)

func writes(p player) {
	lines, all := "two\nlines", "Đặng-Ÿılmaz, Ǧ. "
	if p.Plain {
		lines, all = "one line", "Größe {1}, Ñandú"
	}
	for _, text := range []string{"Meier", "", all, "O'Neill & Söhne <§ 4>"} {
		e := p.does("Surname", fill(text))
		if e.Value != text || !e.Touched || e.Found == "" {
			p.Errorf("writing %q gave %+v", text, e)
		}
		p.shows("Surname", text)
	}
	if e := p.does("Comment", fill(lines)); e.Value != lines {
		p.Errorf("%q gave %q", lines, e.Value)
	}
	p.does("Save", click())
	if form := p.recorded(1); form["Surname"] != "O'Neill & Söhne <§ 4>" || strings.ReplaceAll(form["Comment"], "\r\n", "\n") != lines {
		p.Errorf("the application recorded %q", form)
	}
}

func chooses(p player) {
	if e := p.does("District", choose("South")); e.Value != "South" {
		p.Errorf("choosing gave %+v", e)
	}
	p.shows("District", "South")
	p.halts("District", choose("East"), fault.Halted)
	p.shows("District", "South")
	p.does("Save", click())
	if form := p.recorded(1); form["District"] != "South" {
		p.Errorf("the application recorded %q", form)
	}
}

func ticks(p player) {
	if e := p.does("Urgent", tick(true)); e.Value != "yes" || !e.Touched {
		p.Errorf("ticking gave %+v", e)
	}
	if e := p.does("Urgent", tick(true)); e.Value != "yes" || e.Touched {
		p.Errorf("ticking what is ticked gave %+v", e)
	}
	p.shows("Urgent", "yes")
	p.does("Urgent", tick(false))
	p.shows("Urgent", "no")
	p.halts("Save", tick(true), fault.Halted)
	p.recorded(0)
}

func clicks(p player) {
	p.does("Surname", fill("once"))
	if e := p.does("Save", click()); !e.Touched || e.Found == "" {
		p.Errorf("clicking gave %+v", e)
	}
	p.does("Save", click())
	p.recorded(2)
}

func reads(p player) {
	p.shows("Greeting", "Good morning")
	p.shows("Number", "4711")
	p.shows("District", "North")
	p.shows("Urgent", "no")
	if e := p.does("Greeting", act.Action{Verb: act.Read}); e.Touched {
		p.Error("reading is said to touch")
	}
}

func looks(p player) {
	screen, greeting := p.Element("Greeting")
	for _, l := range []struct {
		look act.Look
		want bool
	}{
		{act.Look{Text: "Good morning", Within: patience}, true},
		{act.Look{Text: "Good night", Within: brief}, false},
		{act.Look{Gone: "Good night", Within: patience}, true},
		{act.Look{Gone: "Good morning", Within: brief}, false},
		{act.Look{Screen: screen, Element: greeting, Shows: "Good morning", HasText: true, Within: patience}, true},
		{act.Look{Screen: screen, Element: greeting, Shows: "Good night", HasText: true, Within: brief}, false},
	} {
		if got, err := p.Session.Look(p.Context(), l.look); got != l.want || err != nil {
			p.Errorf("the look at %+v is %v: %v", l.look, got, err)
		}
	}
}

func doubts(p player) {
	err := p.halts("Print", click(), fault.Halted)
	if doubt, ok := errors.AsType[*act.Doubt](err); !ok || len(doubt.Rivals) != 2 {
		p.Errorf("the two that could be meant are not named: %v", err)
	}
	err = p.halts("Nowhere", fill("x"), fault.Halted)
	if doubt, ok := errors.AsType[*act.Doubt](err); !ok || len(doubt.Looked) == 0 {
		p.Errorf("what was looked for is not named: %v", err)
	}
	p.recorded(0)
}

func blocked(p player) {
	p.halts("Delete", click(), fault.Halted)
	p.halts("Number", fill("1"), fault.Halted)
	p.halts("Surname", choose("South"), fault.Halted)
	p.shows("Number", "4711")
	p.recorded(0)
}

func secrets(p player) {
	if err := p.halts("Secret", fill("open sesame"), fault.Usage); err != nil && strings.Contains(err.Error(), "sesame") {
		p.Errorf("the fault quotes the text: %v", err)
	}
	word := act.Action{Verb: act.Fill, Secret: secret.New("open sesame")}
	if err := p.halts("Surname", word, fault.Usage); err != nil && strings.Contains(err.Error(), "sesame") {
		p.Errorf("the fault tells the secret: %v", err)
	}
	e := p.does("Secret", word)
	if e.Value != secret.Hidden {
		p.Errorf("the secret is read back as %q", e.Value)
	}
}

// ends: whoever stops a robot need not wait for what it waits for.
func ends(p player) {
	ctx, stop := context.WithCancel(p.Context())
	time.AfterFunc(100*time.Millisecond, stop)
	screen, element := p.Element("Nowhere")
	began := time.Now()
	_, err := p.Session.Do(ctx, act.Action{Verb: act.Click, Screen: screen, Element: element, Within: time.Minute})
	if !errors.Is(err, context.Canceled) || time.Since(began) > patience {
		p.Errorf("it ended after %v: %v", time.Since(began), err)
	}
	p.shows("Greeting", "Good morning")
}

func refuses(p player) {
	p.halts("Surname", act.Action{Verb: "wish"}, fault.Usage)
}

func tidies(p player) {
	p.does("Surname", fill("before"))
	if err := p.Session.Tidy(p.Context()); err != nil {
		p.Fatal(err)
	}
	p.does("Surname", fill("after"))
	p.does("Save", click())
	if form := p.recorded(1); form["Surname"] != "after" {
		p.Errorf("the application recorded %q", form)
	}
}
