// SPDX-License-Identifier: EUPL-1.2

package desktop_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/drivertest"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// TestDriver: the desktop driver does what every driver must.
func TestDriver(t *testing.T) {
	t.Parallel()
	drivertest.Suite(t, func(t *testing.T) drivertest.Stage {
		s := open(t, "form.py")
		return drivertest.Stage{Session: s.session, Element: formElement, Recorded: s.recorded}
	})
}

func formElement(name string) (*scenarios.Screen, *scenarios.Element) {
	switch name {
	case "Save", "Delete", "Print":
		return thing("role=button; name: " + name)
	case "Greeting":
		return thing("text: Good morning")
	}
	return thing("label: " + name)
}
