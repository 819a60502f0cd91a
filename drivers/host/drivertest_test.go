// SPDX-License-Identifier: EUPL-1.2

package host_test

import (
	"maps"
	"slices"
	"sync"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/drivertest"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/racingmars/go3270"
)

// TestDriver: the terminal driver does what every driver must.
func TestDriver(t *testing.T) {
	t.Parallel()
	drivertest.Suite(t, func(t *testing.T) drivertest.Stage {
		o := &office{}
		return drivertest.Stage{Session: sit(t, mainframe(t, nil, o.serve)), Element: formElement, Recorded: o.all, Plain: true}
	})
}

func formElement(name string) (*scenarios.Screen, *scenarios.Element) {
	words := "recognised=Form of the suite; label left: " + name
	switch name {
	case "Save", "Print":
		words = "recognised=Form of the suite; role=button; name: " + name
	case "Delete":
		words = "recognised=Form of the suite; text: " + name
	case "District":
		words += "; role=combobox"
	case "Urgent":
		words += "; role=checkbox"
	}
	return thing(words)
}

// office records the forms that are sent with F5, and shows the form again.
type office struct {
	mu    sync.Mutex
	forms []map[string]string
}

func (o *office) serve(d desk) {
	form := mask(
		text(0, 0, "Form of the suite"),
		text(2, 0, "Greeting . . :"), text(2, 20, "Good morning"),
		text(4, 0, "Surname  . . :"), field(4, 20, 40, "Surname"),
		text(5, 0, "Comment  . . :"), field(5, 20, 50, "Comment"),
		text(6, 0, "Number . . . :"), text(6, 20, "4711"),
		text(8, 0, "District . . :"), field(8, 20, 1, "District"), text(8, 24, "1. North"), text(9, 24, "2. South"), text(10, 24, "3. West"),
		text(12, 0, "Urgent . . . :"), field(12, 20, 1, "Urgent"),
		text(13, 0, "Secret . . . :"), field(13, 20, 20, "Secret"),
		text(20, 0, "Delete"),
		text(22, 0, "F5=Save  F6=Print  F9=Print  F3=End"),
	)
	for i := range form {
		switch form[i].Name {
		case "District":
			form[i].Content = "1"
		case "Secret":
			form[i].Hidden = true
		}
	}
	for r, ok := d.show(form); ok; r, ok = d.show(form) {
		if r.AID == go3270.AIDPF5 {
			o.record(r.Values)
		}
	}
}

var districts = map[string]string{"1": "North", "2": "South", "3": "West"}

func (o *office) record(form map[string]string) {
	form["District"] = districts[form["District"]]
	o.mu.Lock()
	defer o.mu.Unlock()
	o.forms = append(o.forms, maps.Clone(form))
}

func (o *office) all() []map[string]string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return slices.Clone(o.forms)
}
