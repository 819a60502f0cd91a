// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"context"
	"os"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/jezek/xgb"
)

// Join joins the display that this program was started on: that of the clerk
// who sits in front of it. Nothing of it is ended by Close but what was started
// through it.
func Join(ctx context.Context) (*Display, error) {
	name := os.Getenv("DISPLAY")
	if os.Getenv("WAYLAND_DISPLAY") != "" || os.Getenv("XDG_SESSION_TYPE") == "wayland" {
		return nil, fault.New(fault.Usage, "desktop.display", speech.Say("this desktop is a Wayland session, in which no program may work another one's windows", "diese Arbeitsfläche ist eine Wayland-Sitzung, in der kein Programm fremde Fenster bedienen darf")).
			WithHint(speech.Say("choose an X11 (Xorg) session when logging in, or display: own in the environment", "wählen Sie beim Anmelden eine X11-Sitzung (Xorg) oder display: own in der Umgebung"))
	}
	if name == "" {
		return nil, fault.New(fault.Usage, "desktop.display", speech.Say("there is no display here that could be joined", "hier gibt es keine Anzeige, der man beitreten könnte")).
			WithHint(speech.Say("start heinzel on the desktop, or write display: own in the environment", "starten Sie heinzel auf der Arbeitsfläche oder schreiben Sie display: own in die Umgebung"))
	}
	d := newDisplay()
	d.name, d.env = name, os.Environ()
	if err := d.joinClerk(ctx); err != nil {
		d.Close()
		return nil, err
	}
	return d, nil
}

func (d *Display) joinClerk(ctx context.Context) (err error) {
	if d.x, err = xgb.NewConnDisplay(d.name); err != nil {
		return unreachable(d.name, err)
	}
	if err := d.intern(); err != nil {
		return err
	}
	bus, err := dial(ctx, value(d.env, "DBUS_SESSION_BUS_ADDRESS"))
	if err != nil {
		return err
	}
	defer bus.Close()
	if err := d.joinAccessibility(ctx, bus); err != nil {
		return fault.Wrap(fault.Technical, "desktop.bus", speech.Say("the accessibility bus does not answer", "der Bus für Barrierefreiheit antwortet nicht"), err).
			WithHint(speech.Say("sudo apt-get install at-spi2-core, then log in again", "sudo apt-get install at-spi2-core, dann neu anmelden"))
	}
	return d.Managed()
}
