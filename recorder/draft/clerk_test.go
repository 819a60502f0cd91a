// SPDX-License-Identifier: EUPL-1.2

package draft_test

import (
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// clerk works, and is watched: the vocabulary of the tests.
type clerk struct {
	events  []event.Event
	window  int
	windows int
	frame   string
	pages   map[string]event.Page
	loads   int
}

func watch() *clerk { return &clerk{window: 1, windows: 1, pages: map[string]event.Page{}} }

func (c *clerk) at() string { return fmt.Sprint(c.window, "/", c.frame) }

func (c *clerk) hints() []scenarios.FrameHint {
	if c.frame == "" {
		return nil
	}
	return []scenarios.FrameHint{{Name: c.frame}}
}

func (c *clerk) event(kind event.Kind) *event.Event {
	c.events = append(c.events, event.Event{N: len(c.events) + 1, Kind: kind, Window: c.window, Frame: c.hints(), Page: c.pages[c.at()]})
	return &c.events[len(c.events)-1]
}

// shows lets a document come: its address, its title, its headings.
func (c *clerk) shows(address, title string, headings ...string) *clerk {
	c.loads++
	c.pages[c.at()] = event.Page{Address: address, Title: title, Headings: headings}
	c.event(event.Arrive)
	return c
}

func (c *clerk) opens(address, title string, headings ...string) *clerk {
	c.pages[c.at()] = event.Page{Address: address}
	c.event(event.Open)
	return c.shows(address, title, headings...)
}

// in looks into a frame of the window; "" is the window itself.
func (c *clerk) in(frame string) *clerk {
	c.frame = frame
	return c
}

// popup lets a window open.
func (c *clerk) popup() *clerk {
	c.windows++
	c.window, c.frame = c.windows, ""
	c.event(event.Window)
	return c
}

// back leaves for the first window; the popup has closed itself.
func (c *clerk) gone() *clerk {
	c.event(event.Gone)
	c.window = 1
	return c
}

// token stands for a text; it does not tell it.
func token(text string) string {
	if text == "" {
		return ""
	}
	h := fnv.New64a()
	h.Write([]byte(text))
	return fmt.Sprintf("%x", h.Sum64())
}

func text(s string) event.Value {
	kind := value.Text
	for _, k := range []value.Kind{value.Date, value.Integer} {
		if _, err := value.Parse(value.Of(k), s); err == nil && s != "" && s[0] != '0' {
			kind = k
			break
		}
	}
	if _, err := value.Parse(value.Of(value.Date), s); err == nil && s != "" {
		kind = value.Date
	}
	return event.Value{Text: s, Token: token(s), Type: kind}
}

func (c *clerk) thing(role, name string) *event.Thing {
	by := scenarios.ByName
	kind := ""
	switch role {
	case "textbox":
		by, kind = scenarios.ByLabelLeft, "text"
	case "combobox":
		by, kind = scenarios.ByLabelLeft, "select"
	case "text":
		by = scenarios.ByText
	case "cell":
		by = scenarios.ByLabelLeft
	}
	return &event.Thing{
		Key: fmt.Sprint(c.loads, role, name), Role: role, Name: name, Kind: kind,
		Ways: []scenarios.Candidate{{By: by, What: name, Matched: 1}},
	}
}

// clicks presses a button, link, or what role says: "link: Suche".
func (c *clerk) clicks(what string, more ...func(*event.Event)) *clerk {
	e := c.event(event.Click)
	e.Target = c.point(what)
	for _, m := range more {
		m(e)
	}
	return c
}

func (c *clerk) point(what string) *event.Thing {
	role, name, ok := strings.Cut(what, ": ")
	if !ok {
		role, name = "button", what
	}
	return c.thing(role, name)
}

// types writes a text letter by letter, after a click into the field.
func (c *clerk) types(field, s string, more ...func(*event.Event)) *clerk {
	c.clicks("textbox: " + field)
	letters := []rune(s)
	for i := range letters {
		e := c.event(event.Fill)
		e.Target, e.Text = c.thing("textbox", field), text(string(letters[:i+1]))
		for _, m := range more {
			m(e)
		}
	}
	return c
}

// secretly writes what nobody may know.
func (c *clerk) secretly(field, kind, fill string) *clerk {
	e := c.event(event.Fill)
	e.Target, e.Text = c.thing("textbox", field), event.Value{Secret: true}
	e.Target.Kind, e.Target.Secret, e.Target.Fill = kind, true, fill
	return c
}

// row puts an element into the row of a table: column, text, column, text. The
// first column tells the rows apart.
func row(cells ...string) func(*event.Event) {
	return func(e *event.Event) {
		for i := 0; i < len(cells); i += 2 {
			e.Target.Row = append(e.Target.Row, event.Cell{Column: cells[i], Shows: text(cells[i+1]), Unique: i == 0})
		}
		e.Target.Key += cells[1]
	}
}

func (c *clerk) submits() *clerk {
	c.event(event.Submit)
	return c
}

// reads is what newly appears.
func (c *clerk) sees(texts ...string) *clerk {
	c.event(event.Shows).Texts = texts
	return c
}

// answers a message box.
func (c *clerk) answers(box, says string, ok bool) *clerk {
	e := c.event(event.Answer)
	e.Box, e.Says, e.On = box, says, ok
	return c
}

func (c *clerk) presses(key, on string) *clerk {
	e := c.event(event.Press)
	e.Key, e.Target = key, c.point(on)
	return c
}

func (c *clerk) chooses(list, entry string, entries ...string) *clerk {
	e := c.event(event.Choose)
	e.Target, e.Text = c.thing("combobox", list), event.Value{Words: entry, Token: token(entry)}
	e.Target.Entries = entries
	return c
}

func (c *clerk) ticks(box string, on bool) *clerk {
	c.clicks("text: " + box)
	c.clicks("checkbox: "+box, func(e *event.Event) { e.Made = true })
	e := c.event(event.Tick)
	e.Target, e.On = c.thing("checkbox", box), on
	return c
}

// says speaks into the bar.
func (c *clerk) says(kind event.Kind, what string, more ...func(*event.Event)) *clerk {
	e := c.event(kind)
	if what != "" {
		e.Target = c.point(what)
	}
	for _, m := range more {
		m(e)
	}
	return c
}

func showing(s string) func(*event.Event) { return func(e *event.Event) { e.Text = text(s) } }

func words(s string) func(*event.Event) {
	return func(e *event.Event) { e.Text = event.Value{Words: s, Token: token(s)} }
}

// made is what the browser made out of a key or a label.
func made(e *event.Event) { e.Made = true }
