// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// flow is a user flow of Chrome's Recorder.
type flow struct {
	Title string     `json:"title"`
	Steps []flowStep `json:"steps"`
}

type flowStep struct {
	Type       string            `json:"type"`
	URL        string            `json:"url,omitempty"`
	Target     string            `json:"target,omitempty"`
	Selectors  [][]string        `json:"selectors,omitempty"`
	Value      *string           `json:"value,omitempty"`
	Key        string            `json:"key,omitempty"`
	OffsetX    *int              `json:"offsetX,omitempty"`
	OffsetY    *int              `json:"offsetY,omitempty"`
	Visible    *bool             `json:"visible,omitempty"`
	Properties map[string]string `json:"properties,omitempty"`
}

// WriteChrome writes a scenario as a user flow of Chrome's Recorder. Secrets
// stay empty.
func WriteChrome(report *source.Report, s *scenarios.Scenario, env *scenarios.Environment) []byte {
	f := flow{Title: s.Title}
	for _, m := range movesOf(report, s, env) {
		f.Steps = append(f.Steps, flowSteps(report, s, m)...)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(f)
	return b.Bytes()
}

func flowSteps(report *source.Report, s *scenarios.Scenario, m move) []flowStep {
	step := flowStep{Target: "main", Selectors: chromeSelectors(report, m)}
	switch m.verb {
	case "open":
		return []flowStep{{Type: "navigate", URL: m.text}}
	case "press":
		return pressed(m.text)
	case "click", "double click", "tick":
		step.Type, step.OffsetX, step.OffsetY = "click", new(int), new(int)
		if m.verb == "double click" {
			step.Type = "doubleClick"
		}
		*step.OffsetX, *step.OffsetY = 1, 1
	case "fill", "choose":
		step.Type, step.Value = "change", &m.text
		if m.secret != "" {
			report.Warnf(s.At, speech.Say("the secret %s stays empty", "das Geheimnis %s bleibt leer", m.secret), speech.Say("the recording must hold none", "die Aufzeichnung darf keines enthalten"))
		}
	default:
		step.Type = "waitForElement"
		if m.verb == "gone" {
			step.Visible = new(bool)
		}
		if m.shows {
			step.Properties = map[string]string{shownAs(m.element): m.text}
		}
	}
	return []flowStep{step}
}

// shownAs is the property in which an element shows what it holds.
func shownAs(e *scenarios.Element) string {
	if slices.Contains([]string{"textbox", "combobox"}, e.Role) {
		return "value"
	}
	return "innerText"
}

// pressed is a shortcut, key by key.
func pressed(shortcut string) (out []flowStep) {
	parts := strings.Split(shortcut, "+")
	for _, key := range parts {
		out = append(out, flowStep{Type: "keyDown", Target: "main", Key: key})
	}
	for _, key := range slices.Backward(parts) {
		out = append(out, flowStep{Type: "keyUp", Target: "main", Key: key})
	}
	return out
}

// chromeSelectors are the ways to an element, or to a text.
func chromeSelectors(report *source.Report, m move) (out [][]string) {
	if m.element == nil {
		if m.verb == "see" || m.verb == "gone" {
			return [][]string{{"text/" + m.text}}
		}
		return nil
	}
	for _, c := range m.element.Found {
		if s := chromeSelector(c, m.element.Role); s != "" {
			out = append(out, []string{s})
		}
	}
	if len(out) == 0 || len(m.element.Frame) > 0 {
		unreachable(report, m.element)
	}
	return out
}

func unreachable(report *source.Report, e *scenarios.Element) {
	report.Errorf(e.At, speech.Say("the element %q cannot be found there", "das Element „%s“ ist dort nicht zu finden", e.Name),
		speech.Say("it needs a label, a name, a text, an id, or css, and no frame", "es braucht ein label, einen name, einen text, eine id oder css, und keinen Rahmen"))
}

func chromeSelector(c scenarios.Candidate, role string) string {
	switch c.By {
	case scenarios.ByLabel, scenarios.ByName:
		if c.Role != "" {
			role = c.Role
		}
		if role == "" {
			return "aria/" + c.What
		}
		return "aria/" + c.What + `[role="` + role + `"]`
	case scenarios.ByText:
		return "text/" + c.What
	case scenarios.ByNameAttribute:
		return "[name=" + quoted(c.What) + "]"
	case scenarios.ByID:
		return "[id=" + quoted(c.What) + "]"
	case scenarios.ByCSS:
		return c.What
	case scenarios.ByPath:
		if x := xpathOf(c.What); x != "" {
			return "xpath/" + x
		}
	}
	return ""
}
