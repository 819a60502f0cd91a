// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"regexp"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// acts performs what changes a page; it tells whether the command does.
func (s *side) acts(c command) bool {
	switch c.name {
	case "click", "clickAt", "doubleClick", "doubleClickAt":
		s.click(c)
	case "type":
		s.fill(c, c.value)
	case "sendKeys":
		s.sendKeys(c)
	case "select":
		s.choose(c)
	case "check", "uncheck":
		s.tick(c)
	case "submit":
		s.submit(c)
	case "dragAndDrop", "dragAndDropToObject":
		s.drop(c)
	case "selectFrame":
		s.selectFrame(c)
	case "selectWindow":
		s.selectWindow(c)
	default:
		return false
	}
	return true
}

func (s *side) click(c command) {
	known := locators(c.targets)
	if known.tag == "html" || known.tag == "body" {
		s.remark(c.at, c.name+" "+c.target, speech.Say("nothing was clicked but the page", "es wurde nichts geklickt als die Seite"))
		return
	}
	if t, _, ok := s.element(c.at, known); ok {
		s.add(&scenarios.Click{Target: t, Double: strings.HasPrefix(c.name, "double")})
	}
}

// fill writes a text, unless it holds variables that nobody stored.
func (s *side) fill(c command, text string) {
	if o, ok := s.filled(c, text); ok {
		s.write(c.at, locators(c.targets), text)
		if f, isFill := s.last().(*scenarios.Fill); isFill && o.IsExpr && f.Secret == "" {
			f.With = o
		}
	}
}

var keyName = regexp.MustCompile(`\$\{KEY_(\w+)\}`)

// sendKeys writes what is text and presses what are keys.
func (s *side) sendKeys(c command) {
	text, pressed := keyName.ReplaceAllString(c.value, ""), keyName.FindAllStringSubmatch(c.value, -1)
	if text != "" {
		s.fill(c, text)
	}
	for _, k := range pressed {
		name, ok := selenium[k[1]]
		if !ok {
			s.refuse(c.at, k[0], speech.Text{})
			continue
		}
		p := &scenarios.Press{Key: name}
		if t, _, known := s.element(c.at, locators(c.targets)); known && text == "" {
			p.Target = &t
		}
		s.add(p)
	}
}

// selenium are the names of keys.
var selenium = map[string]string{
	"ENTER": "Enter", "RETURN": "Enter", "TAB": "Tab", "ESC": "Escape", "ESCAPE": "Escape", "BACKSPACE": "Backspace", "BKSP": "Backspace",
	"DELETE": "Delete", "DEL": "Delete", "SPACE": "Space", "UP": "ArrowUp", "DOWN": "ArrowDown", "LEFT": "ArrowLeft", "RIGHT": "ArrowRight",
	"HOME": "Home", "END": "End", "PAGE_UP": "PageUp", "PAGE_DOWN": "PageDown", "F1": "F1", "F2": "F2", "F3": "F3", "F4": "F4", "F5": "F5",
	"F6": "F6", "F7": "F7", "F8": "F8", "F9": "F9", "F10": "F10", "F11": "F11", "F12": "F12",
}

// choose takes an entry by its text.
func (s *side) choose(c command) {
	label, ok := strings.CutPrefix(c.value, "label=")
	if !ok {
		s.refuse(c.at, "select "+c.value, speech.Say("entries are chosen by their text: label=", "Einträge werden nach ihrem Text gewählt: label="))
		return
	}
	known := locators(c.targets)
	known.tag = "select"
	t, e, found := s.element(c.at, known)
	if found {
		e.Found, e.Role = known.ways(), role(known)
		s.forgetClick(t)
		s.add(&scenarios.Choose{Target: t, With: s.value(e.Name, label)})
	}
}

func (s *side) tick(c command) {
	known := locators(c.targets)
	known.kind = "checkbox"
	if t, _, ok := s.element(c.at, known); ok {
		s.add(&scenarios.Tick{Target: t, With: scenarios.Literal(map[bool]string{true: "yes", false: "no"}[c.name == "check"])})
	}
}

// submit sends the form of the field that was written last, as Enter does.
func (s *side) submit(c command) {
	if _, written := s.last().(*scenarios.Fill); !written {
		s.refuse(c.at, c.name, speech.Say("click the button that sends the form", "klicken Sie den Knopf, der das Formular absendet"))
		return
	}
	s.press("Enter")
}

func (s *side) drop(c command) {
	t, _, ok := s.element(c.at, locators(c.targets))
	onto, _, there := s.element(c.at, locator(c.value))
	if ok && there {
		s.add(&scenarios.Drag{Target: t, Onto: onto})
	}
}

// selectFrame goes into a frame by its name or number, or out of it.
func (s *side) selectFrame(c command) {
	way, name, _ := strings.Cut(c.target, "=")
	switch {
	case c.target == "relative=parent" && len(s.frame) > 0:
		s.frame = s.frame[:len(s.frame)-1]
	case c.target == "relative=parent", c.target == "relative=top":
		s.frame = nil
	case (way == "name" || way == "id") && name != "":
		s.into(scenarios.FrameHint{Name: name})
	case way == "index" && isNumber(name):
		s.into(counted(name))
	default:
		s.refuse(c.at, c.name+" "+c.target, speech.Say("the robot knows frames by name= and index=", "der Roboter kennt Rahmen über name= und index="))
	}
}

func (s *side) into(hint scenarios.FrameHint) { s.frame = append(slices.Clone(s.frame), hint) }

// selectWindow goes to a popup by its title, or back.
func (s *side) selectWindow(c command) {
	way, title, _ := strings.Cut(c.target, "=")
	switch {
	case c.target == "handle=${root}":
		s.screen.Window, s.screen.Name = scenarios.WindowHint{}, "start"
	case way == "title" && naming.Clean(title) != "":
		s.screen.Window.Title, s.screen.Name = naming.Clean(title), naming.Screen(title, nil)
	default:
		s.refuse(c.at, c.name+" "+c.target, speech.Say("the robot knows windows by their titles: title=", "der Roboter kennt Fenster beim Titel: title="))
	}
}
