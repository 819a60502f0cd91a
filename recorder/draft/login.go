// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// logIn takes the log-in out of what was done in a system: the session begins
// with it. A second one in the same recording is the same.
func (c *composer) logIn(system int) {
	for first := true; ; first = false {
		mine := c.of(system)
		from, to := c.signing(mine, first)
		if to <= from {
			return
		}
		part := slices.Clone(mine[from:to])
		if !first {
			part = append(part, c.lost(system, mine[:from], mine[to:])...)
		}
		c.deeds = slices.DeleteFunc(c.deeds, func(d *deed) bool { return slices.Contains(part, d) })
		if first {
			c.writeLogIn(system, part, mine[to:])
		}
	}
}

// of are the deeds in one system.
func (c *composer) of(system int) (out []*deed) {
	for _, d := range c.deeds {
		if d.landingSystem() == system {
			out = append(out, d)
		}
	}
	return out
}

// signing finds a log-in among the deeds of a system: from the first of them,
// or from the page of the log-in on where others came before, to the button.
func (c *composer) signing(mine []*deed, first bool) (from, to int) {
	at := slices.IndexFunc(mine, (*deed).password)
	if at < 0 || c.secretsOn(mine, mine[at].doc) > 2 {
		return 0, 0
	}
	before := 0
	for _, d := range mine[:at] {
		if d.writes() && d.doc != mine[at].doc {
			before++
		}
	}
	if before > 1 && c.secretsOn(mine, mine[at].doc) > 1 {
		return 0, 0 // a new password, and once more
	}
	for from = at; from > 0 && (before <= 1 && first || mine[from-1].doc == mine[at].doc); {
		from--
	}
	for to = at; to < len(mine); to++ {
		if d := mine[to]; (d.Kind == event.Click || d.Kind == event.Press) && !d.dead() {
			if to+1 < len(mine) && mine[to+1].password() {
				continue // a code is asked for
			}
			return from, to + 1
		}
		if mine[to].doc != mine[at].doc && !mine[to].password() {
			return from, to
		}
	}
	return from, to
}

// lost are the deeds that came to nothing because the session was over: those
// that were done once more after the new log-in. What the system said then
// recognises it.
func (c *composer) lost(system int, before, after []*deed) []*deed {
	if len(before) == 0 {
		return nil
	}
	if text := c.first(before[len(before)-1].shown); text != "" {
		c.scenario.Systems[system].SignedOut = scenarios.Condition{Given: true, Text: scenarios.Literal(text)}
	}
	for n := min(len(before), len(after)); n > 0; n-- {
		tail := before[len(before)-n:]
		if slices.EqualFunc(tail, after[:n], func(a, b *deed) bool { return a.sign() == b.sign() && a.Text.Token == b.Text.Token }) {
			return tail
		}
	}
	return nil
}

// secretsOn counts the secret fields of a page: three are a change of password.
func (c *composer) secretsOn(mine []*deed, doc *document) int {
	seen := map[string]bool{}
	for _, d := range mine {
		if d.doc == doc && d.password() {
			seen[d.Target.Key] = true
		}
	}
	return len(seen)
}

func (c *composer) writeLogIn(system int, part, rest []*deed) {
	sys := &c.scenario.Systems[system]
	user := c.userName(part)
	for _, d := range part {
		sys.LogIn = append(sys.LogIn, c.logInStep(d, user)...)
	}
	last := part[len(part)-1]
	for _, doc := range last.arrived {
		c.startsWith(doc)
	}
	if after := c.afterLogIn(last, rest); after.Given {
		sys.LogIn = append(sys.LogIn, scenarios.Step{Act: &scenarios.Expect{That: after}})
	}
	c.remark(AboutLogIn, sys.LogIn[0].Act, speech.Say("the log-in of %s was recognised: the robot uses secrets, and what was typed is kept nowhere", "die Anmeldung an %s wurde erkannt: der Roboter verwendet Geheimnisse, und was eingegeben wurde, ist nirgends aufbewahrt", sys.Title),
		speech.Say("store them with heinzel secret set %s", "hinterlegen Sie sie mit heinzel secret set %s", c.locations[system].System+"."+password))
}

// userName is the field before the first secret one.
func (c *composer) userName(part []*deed) (user *deed) {
	for _, d := range part {
		if d.password() {
			return user
		}
		if d.Kind == event.Fill {
			user = d
		}
	}
	return nil
}

// The names of the secrets of a log-in, as environments name them.
const (
	userName = "kennung"
	password = "kennwort"
)

// logInStep writes a step of a log-in; whatever is typed there is a secret.
func (c *composer) logInStep(d, user *deed) []scenarios.Step {
	if d.Kind != event.Fill {
		return c.write(d, nil)
	}
	a := &scenarios.Fill{Target: d.target}
	label := d.target.Element
	switch {
	case d.secret() && (strings.Contains(d.Target.Fill, "one-time-code") || oneTime.MatchString(label)):
		return c.code(d, a)
	case d == user:
		c.secret(d, a, userName)
	case d.secret() && d.Target.Kind == "password" && c.locations[d.doc.system].Secrets[password] == "":
		c.secret(d, a, password)
	default:
		c.secret(d, a, word(label, password))
	}
	return step(a)
}

// code asks a person for what is good for once.
func (c *composer) code(d *deed, a *scenarios.Fill) []scenarios.Step {
	into := c.values.variable(speech.Say("code", "einmalcode").In(c.lang), "")
	ask := &scenarios.Ask{Question: speech.Say("Which one-time code does %s ask for?", "Welchen Einmalcode verlangt %s?", c.scenario.Systems[d.doc.system].Title).In(c.lang), Into: into}
	a.With = scenarios.Expr(into)
	c.remark(AboutLogIn, ask, speech.Say("the log-in asks for a one-time code: every session waits for a person", "die Anmeldung verlangt einen Einmalcode: jede Sitzung wartet auf einen Menschen"),
		speech.Say("is there an account for machines, or a log-in by certificate?", "gibt es ein technisches Konto oder eine Anmeldung mit Zertifikat?"))
	return append(step(ask), step(a)...)
}

// afterLogIn is what the first page after a log-in shows.
func (c *composer) afterLogIn(last *deed, rest []*deed) scenarios.Condition {
	headings := last.doc.page.Headings
	var seen []string
	seen = append(seen, last.shown...)
	for _, doc := range last.arrived {
		if len(rest) > 0 && rest[0].doc == doc {
			seen = append(slices.Clone(doc.page.Headings), seen...) // where the work begins
		} else {
			seen = append(seen, doc.page.Headings...)
		}
	}
	seen = slices.DeleteFunc(seen, func(s string) bool { return slices.Contains(headings, s) })
	if text := c.first(seen); text != "" {
		return scenarios.Condition{Given: true, Text: scenarios.Literal(text)}
	}
	if len(rest) > 0 && rest[0].target.Element != "" && len(rest[0].Target.Row) == 0 {
		t := rest[0].target
		return scenarios.Condition{Given: true, Element: &t}
	}
	return scenarios.Condition{}
}
