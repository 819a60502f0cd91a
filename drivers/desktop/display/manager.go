// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"context"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// managerConfig is a window manager that does nothing by itself: no keys, no
// mouse, no menus; a new window is put on top and gets the focus, as clerks know
// it. Were it to listen for clicks, they would go through it, and be lost while
// it learns of letters that were lent to the keyboard.
const managerConfig = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <placement><policy>Smart</policy></placement>
  <theme><animateIconify>no</animateIconify></theme>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <keyboard/>
  <mouse/>
  <menu/>
</openbox_config>
`

// startManager starts the window manager and waits until it answers.
func (d *Display) startManager(ctx context.Context) error {
	config, err := d.folder.write("openbox.xml", managerConfig)
	if err != nil {
		return err
	}
	p, err := d.keep("openbox", []string{"openbox", "--sm-disable", "--config-file", config})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, startup)
	defer cancel()
	for d.Managed() != nil {
		if !p.alive() || !pause(ctx) {
			return notReady(ctx, "openbox", p)
		}
	}
	return nil
}

// Managed fails where no window manager answers: then nothing may be typed,
// since nobody says which window gets the keys.
func (d *Display) Managed() error {
	if owner := d.cardinal(d.root(), d.atoms.check); owner != 0 && d.cardinal(window(owner), d.atoms.check) == owner {
		return nil
	}
	return fault.New(fault.Technical, "desktop.manager", speech.Say("no window manager answers on the display %s", "auf der Anzeige %s antwortet kein Fensterverwalter", d.name)).
		WithHint(speech.Say("without one, keys reach no window; start one, such as openbox", "ohne ihn erreichen Tasten kein Fenster; starten Sie einen, etwa openbox"))
}
