// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"context"
	"os"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// launcher starts the accessibility bus; no PATH has it.
const launcher = "/usr/libexec/at-spi-bus-launcher"

// busConfig is a session bus that starts no services by itself: nothing of the
// clerk's desktop gets into a robot's display.
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <auth>EXTERNAL</auth>
  <listen>unix:path=%PATH%</listen>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`

// startBus starts the display's own message bus.
func (d *Display) startBus(ctx context.Context) error {
	config, err := d.folder.write("bus.conf", busConfig)
	if err != nil {
		return err
	}
	address, p, err := d.announced("dbus-daemon", []string{"dbus-daemon", "--config-file=" + config, "--nofork", "--nopidfile", "--print-address=3"})
	if err != nil {
		return err
	}
	bus, err := address(ctx)
	if err != nil {
		return notReady(ctx, "dbus-daemon", p)
	}
	d.env = append(d.env, "DBUS_SESSION_BUS_ADDRESS="+bus)
	return nil
}

// startAccessibility starts the bus on which programs describe their windows,
// and switches accessibility on.
func (d *Display) startAccessibility(ctx context.Context) error {
	if _, err := os.Stat(launcher); err != nil {
		return notInstalled(launcher, err)
	}
	p, err := d.keep("at-spi-bus-launcher", []string{launcher, "--launch-immediately"})
	if err != nil {
		return err
	}
	bus, err := dial(ctx, value(d.env, "DBUS_SESSION_BUS_ADDRESS"))
	if err != nil {
		return notReady(ctx, "at-spi-bus-launcher", p)
	}
	defer bus.Close()
	ctx, cancel := context.WithTimeout(ctx, startup)
	defer cancel()
	for err = d.joinAccessibility(ctx, bus); err != nil && p.alive() && pause(ctx); err = d.joinAccessibility(ctx, bus) {
	}
	if err != nil {
		return notReady(ctx, "at-spi-bus-launcher", p)
	}
	return nil
}

// joinAccessibility asks where the accessibility bus is, and switches it on for
// programs that look before they describe themselves.
func (d *Display) joinAccessibility(ctx context.Context, bus *dbus.Conn) error {
	o := bus.Object("org.a11y.Bus", "/org/a11y/bus")
	if err := o.CallWithContext(ctx, "org.a11y.Bus.GetAddress", 0).Store(&d.a11y); err != nil {
		return err
	}
	for _, name := range []string{"IsEnabled", "ScreenReaderEnabled"} {
		call := o.CallWithContext(ctx, "org.freedesktop.DBus.Properties.Set", 0, "org.a11y.Status", name, dbus.MakeVariant(true))
		if call.Err != nil {
			return call.Err
		}
	}
	return nil
}

// dial joins a message bus.
func dial(ctx context.Context, address string) (*dbus.Conn, error) {
	conn, err := dbus.Connect(address, dbus.WithContext(ctx))
	if err != nil {
		return nil, fault.Wrap(fault.Technical, "desktop.bus", speech.Say("the message bus does not answer", "der Nachrichtenbus antwortet nicht"), err)
	}
	return conn, nil
}

// alive reports a process that has not ended.
func (p *part) alive() bool {
	select {
	case <-p.done:
		return false
	default:
		return true
	}
}

// pause waits before something is asked again; it is false when time is up.
func pause(ctx context.Context) bool {
	select {
	case <-time.After(20 * time.Millisecond):
		return true
	case <-ctx.Done():
		return false
	}
}
