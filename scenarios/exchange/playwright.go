// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// WritePlaywright writes a scenario as a test of Playwright. Secrets come from
// the environment's variables.
func WritePlaywright(report *source.Report, s *scenarios.Scenario, env *scenarios.Environment) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "import { test, expect } from '@playwright/test';\n\ntest(%s, async ({ page }) => {\n", js(s.Title))
	for _, m := range movesOf(report, s, env) {
		fmt.Fprintf(&b, "  %s;\n", playwright(report, m))
	}
	b.WriteString("});\n")
	return b.Bytes()
}

func playwright(report *source.Report, m move) string {
	at := locatorOf(report, m)
	switch m.verb {
	case "open":
		return "await page.goto(" + js(m.text) + ")"
	case "press":
		return "await page.keyboard.press(" + js(m.text) + ")"
	case "click":
		return "await " + at + ".click()"
	case "double click":
		return "await " + at + ".dblclick()"
	case "tick":
		return "await " + at + ".setChecked(" + map[bool]string{true: "true", false: "false"}[m.text == "yes"] + ")"
	case "fill":
		if m.secret != "" {
			return "await " + at + ".fill(process.env." + strings.ToUpper(strings.NewReplacer(".", "_", "-", "_").Replace(m.secret)) + " ?? '')"
		}
		return "await " + at + ".fill(" + js(m.text) + ")"
	case "choose":
		return "await " + at + ".selectOption({ label: " + js(m.text) + " })"
	case "gone":
		return "await expect(" + at + ").toBeHidden()"
	}
	switch {
	case !m.shows:
		return "await expect(" + at + ").toBeVisible()"
	case shownAs(m.element) == "value":
		return "await expect(" + at + ").toHaveValue(" + js(m.text) + ")"
	}
	return "await expect(" + at + ").toHaveText(" + js(m.text) + ")"
}

// locatorOf is the most trusted way to an element that Playwright knows.
func locatorOf(report *source.Report, m move) string {
	if m.element == nil {
		return "page.getByText(" + js(m.text) + ")"
	}
	frame := "page"
	for _, f := range m.element.Frame {
		frame += ".frameLocator(" + js(frameSelector(f)) + ")"
	}
	for _, c := range m.element.Found {
		if way := playwrightWay(c, m.element.Role); way != "" {
			return frame + "." + way
		}
	}
	unreachable(report, m.element)
	return ""
}

// frameSelector finds a frame as the robot does: by all that is known.
func frameSelector(f scenarios.FrameHint) string {
	out := ":is(iframe, frame)"
	if f.Name != "" {
		out = "[name=" + quoted(f.Name) + "]"
	}
	if f.Address != "" {
		out += "[src*=" + quoted(f.Address) + "]"
	}
	if f.Number > 0 {
		out += fmt.Sprintf(" >> nth=%d", f.Number-1)
	}
	return out
}

func playwrightWay(c scenarios.Candidate, role string) string {
	switch c.By {
	case scenarios.ByLabel:
		return "getByLabel(" + labelled(c.What) + ")"
	case scenarios.ByName:
		if c.Role != "" {
			role = c.Role
		}
		if role != "" {
			return "getByRole(" + js(role) + ", { name: " + js(c.What) + ", exact: true })"
		}
	case scenarios.ByText:
		return "getByText(" + js(c.What) + ", { exact: true })"
	case scenarios.ByNameAttribute, scenarios.ByID, scenarios.ByCSS:
		return "locator(" + js(chromeSelector(c, "")) + ")"
	case scenarios.ByPath:
		if x := xpathOf(c.What); x != "" {
			return "locator(" + js("xpath="+x) + ")"
		}
	}
	return ""
}

// labelled fits a label with or without the colon behind it.
func labelled(what string) string {
	return "/^" + strings.ReplaceAll(regexp.QuoteMeta(naming.Clean(what)), "/", `\/`) + `\s*[:*]*$/`
}

// js is a text of JavaScript.
func js(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s)
	return strings.TrimSpace(b.String())
}
