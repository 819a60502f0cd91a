// SPDX-License-Identifier: EUPL-1.2

package v1

import (
	"net/url"
	"slices"
	"strconv"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Environment reads environments/NAME.yaml.
func Environment(report *source.Report, n *yaml.Node) *scenarios.Environment {
	d := newDecoder(report)
	what := speech.Say("an environment", "einer Umgebung")
	if !d.mapping(n, what, "environment", "title", "systems", "limits", "pictures", "vault") || !d.version(n, "environment") {
		return nil
	}
	env := &scenarios.Environment{At: n.At, Title: d.text(n.Get("title")), Limits: d.limits(n.Get("limits"))}
	env.Pictures = scenarios.Pictures(d.oneOf(n.Get("pictures"), string(scenarios.OfFaults), string(scenarios.OfCommits)))
	env.Vault = d.vault(n.Get("vault"))
	for _, e := range d.entries(d.need(n, "systems", what), speech.Say("systems", "systems")) {
		env.Systems = append(env.Systems, d.location(e))
	}
	return env
}

func (d *decoder) location(e yaml.Entry) scenarios.Location {
	l := scenarios.Location{System: e.Key, At: e.KeyAt, Secrets: map[string]string{}}
	what := speech.Say("a system's place", "dem Ort eines Systems")
	if !d.mapping(e.Value, what, "address", "origins", "secrets", "bearer", "sign in", "certificate", "authorities", "proxy", "program", "display") {
		return l
	}
	if d.program(e.Value, &l); len(l.Program) > 0 {
		return l
	}
	address := d.need(e.Value, "address", what)
	l.Address = d.text(address)
	if o := d.origin(address, "http", "https", "tn3270", "tn3270s"); o != "" {
		l.Origins = append(l.Origins, o)
	}
	for _, item := range d.items(e.Value.Get("origins"), speech.Say("origins", "origins")) {
		if o := d.origin(item, "http", "https"); o != "" {
			l.Origins = append(l.Origins, o)
		}
	}
	if b := e.Value.Get("bearer"); b != nil {
		l.Bearer = d.word(b)
	}
	l.Access = d.access(e.Value)
	return l
}

// program reads the program that a desktop system is. It has no address.
func (d *decoder) program(n *yaml.Node, l *scenarios.Location) {
	for _, item := range d.items(n.Get("program"), speech.Say("program", "program")) {
		l.Program = append(l.Program, d.text(item))
	}
	display := n.Get("display")
	if display != nil && len(l.Program) == 0 {
		d.report.Errorf(display.At, speech.Say("display: belongs to a program", "display: gehört zu einem Programm"), speech.Say("write program: [PATH, ARGUMENT], too", "schreiben Sie auch program: [PFAD, ARGUMENT]"))
	}
	l.Display = scenarios.DisplayKind(d.oneOf(display, string(scenarios.OwnDisplay), string(scenarios.ClerkDisplay)))
	if address := n.Get("address"); address != nil && len(l.Program) > 0 {
		d.report.Errorf(address.At, speech.Say("a system is a program or has an address, not both", "ein System ist ein Programm oder hat eine Adresse, nicht beides"), speech.Text{})
	}
	for _, s := range d.entries(n.Get("secrets"), speech.Say("secrets", "secrets")) {
		l.Secrets[s.Key] = d.word(s.Value)
	}
}

// origin is scheme, host and port of an address (RFC 6454).
func (d *decoder) origin(n *yaml.Node, schemes ...string) string {
	if n == nil {
		return ""
	}
	u, err := url.Parse(d.text(n))
	if err != nil || u.Host == "" || !slices.Contains(schemes, u.Scheme) {
		d.report.Errorf(n.At, speech.Say("%q is not an address such as https://amt.example/", "„%s“ ist keine Adresse wie https://amt.example/", n.Text), speech.Text{})
		return ""
	}
	if u.User != nil {
		d.report.Errorf(n.At, speech.Say("an address may not hold a password", "eine Adresse darf kein Kennwort enthalten"), speech.Say("use heinzel secret set", "verwenden Sie heinzel secret set"))
	}
	return u.Scheme + "://" + u.Host
}

func (d *decoder) limits(n *yaml.Node) scenarios.Limits {
	l := scenarios.DefaultLimits()
	if n == nil || !d.mapping(n, speech.Say("limits", "limits"), "answer", "retries", "pause") {
		return l
	}
	if t := d.seconds(n.Get("answer")); t > 0 {
		l.Answer = t
	}
	if t := d.seconds(n.Get("pause")); t > 0 {
		l.Pause = t
	}
	if r := n.Get("retries"); r != nil {
		count, err := strconv.Atoi(d.text(r))
		if err != nil || count < 0 || count > 10 {
			d.report.Errorf(r.At, speech.Say("retries is a number from 0 to 10", "retries ist eine Zahl von 0 bis 10"), speech.Text{})
		}
		l.Retries = count
	}
	return l
}
