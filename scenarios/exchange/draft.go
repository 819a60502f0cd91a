// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"net/url"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// draft is a scenario that grows step by step, as the recording goes on.
type draft struct {
	report    *source.Report
	options   Options
	scenario  *scenarios.Scenario
	locations []scenarios.Location
	block     *scenarios.In         // the system that is worked in
	location  int                   // its index
	screen    scenarios.Screen      // the page that is seen: name and window
	frame     []scenarios.FrameHint // the way to the frame
	remarked  map[string]bool       // what was said once
	typed     map[string]string     // what inputs were, by their names
	stored    map[string]bool       // variables
}

func newDraft(report *source.Report, o Options) *draft {
	return &draft{
		report: report, options: o, remarked: map[string]bool{}, typed: map[string]string{}, stored: map[string]bool{},
		scenario: &scenarios.Scenario{Elements: map[string]*scenarios.Elements{}},
	}
}

// finished gives the scenario, unless something is wrong.
func (d *draft) finished(at source.Place) *Draft {
	if !d.report.Failed() && len(d.scenario.Steps) == 0 {
		d.report.Errorf(at, speech.Say("the recording holds no step that can be taken over", "die Aufzeichnung enthält keinen Schritt, der übernommen werden kann"), speech.Text{})
	}
	if d.report.Failed() {
		return nil
	}
	return &Draft{Scenario: d.scenario, Locations: d.locations}
}

// refuse says that something is not taken over.
func (d *draft) refuse(at source.Place, what string, hint speech.Text) {
	d.report.Errorf(at, speech.Say("%s is not taken over", "%s wird nicht übernommen", what), hint)
}

// remark says once that something is left out, and why that does no harm.
func (d *draft) remark(at source.Place, what string, why speech.Text) {
	if !d.remarked[what] {
		d.remarked[what] = true
		d.report.Warnf(at, speech.Say("%s is left out", "%s wird weggelassen", what), why)
	}
}

// open goes to an address: in the system that is there, or in a new one.
func (d *draft) open(at source.Place, address string) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		d.report.Errorf(at, speech.Say("%q is no address of a page", "„%s“ ist keine Adresse einer Seite", address), speech.Text{})
		return
	}
	if u.User != nil {
		d.refuse(at, "user:password@", speech.Say("an address may hold no password: declare sign in in the environment", "eine Adresse darf kein Kennwort enthalten: erklären Sie sign in in der Umgebung"))
	}
	d.enter(u)
	path := u.RequestURI()
	if u.Fragment != "" {
		path += "#" + u.EscapedFragment()
	}
	d.add(&scenarios.Open{Path: scenarios.Literal(path)})
	d.arrive(at, address, "")
}

// enter begins a block in the system of an address, unless it is that already.
func (d *draft) enter(u *url.URL) {
	origin := u.Scheme + "://" + u.Host
	if d.block != nil && slices.Contains(d.locations[d.location].Origins, origin) {
		return
	}
	d.location = slices.IndexFunc(d.locations, func(l scenarios.Location) bool { return slices.Contains(l.Origins, origin) })
	if d.location < 0 {
		d.location = len(d.locations)
		d.found(u, origin)
	}
	d.block = &scenarios.In{System: d.locations[d.location].System}
	d.scenario.Steps = append(d.scenario.Steps, scenarios.Step{Act: d.block})
}

// found adds the system of an address.
func (d *draft) found(u *url.URL, origin string) {
	name := naming.Fresh(naming.System(u), "_", func(s string) bool { return d.scenario.System(s) != nil })
	d.scenario.Systems = append(d.scenario.Systems, scenarios.System{Name: name, Title: u.Host, Kind: scenarios.Browser, Session: scenarios.PerCase})
	d.scenario.Elements[name] = &scenarios.Elements{System: name, Screens: nil}
	place := *u
	place.User, place.RawQuery, place.Fragment, place.RawFragment, place.ForceQuery = nil, "", "", "", false
	if place.Path == "" {
		place.Path = "/"
	}
	d.locations = append(d.locations, scenarios.Location{System: name, Address: place.String(), Origins: []string{origin}, Secrets: map[string]string{}})
}

// arrive notes that another page has come. One of another origin that a click
// has led to is still seen in the same browser.
func (d *draft) arrive(at source.Place, address, title string) {
	u, err := url.Parse(address)
	if err != nil || d.block == nil {
		return
	}
	if address != "" || title != "" {
		d.screen = scenarios.Screen{Name: naming.Screen(title, u), Window: d.screen.Window}
	}
	l := &d.locations[d.location]
	origin := u.Scheme + "://" + u.Host
	if u.Host == "" || slices.Contains(l.Origins, origin) {
		return
	}
	l.Origins = append(l.Origins, origin)
	d.report.Warnf(at, speech.Say("the step leads to %s, which now belongs to %s", "der Schritt führt zu %s, das nun zu %s gehört", origin, l.System),
		speech.Say("it stands under origins in the environment: is the robot to act there?", "es steht in der Umgebung unter origins: soll der Roboter dort handeln?"))
}

// add puts a step behind the others. What happens before a page was opened is
// refused by inside.
func (d *draft) add(a scenarios.Act) {
	d.block.Do = append(d.block.Do, scenarios.Step{Act: a})
}

// last is the step that was added last, or nil.
func (d *draft) last() scenarios.Act {
	if d.block == nil || len(d.block.Do) == 0 {
		return nil
	}
	return d.block.Do[len(d.block.Do)-1].Act
}

// inside refuses a step that comes before any page.
func (d *draft) inside(at source.Place, what string) bool {
	if d.block == nil {
		d.report.Errorf(at, speech.Say("%s comes before any page was opened", "%s kommt, bevor eine Seite geöffnet wurde", what),
			speech.Say("let the recording begin with a page's address", "lassen Sie die Aufzeichnung mit der Adresse einer Seite beginnen"))
	}
	return d.block != nil
}
