// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"fmt"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// settings are policies that a house sets for a browser: where they stand, and
// each by its name, as text.
type settings struct {
	where  string
	values map[string]string
}

// forbidden looks for a policy of the house that keeps robots out of a browser.
// It is nil where there is none.
func forbidden(path string, headful bool) error {
	return forbiddenBy(policies(brandOf(path)), path, headful)
}

func forbiddenBy(all []settings, path string, headful bool) error {
	for _, s := range all {
		for _, wrong := range [][2]string{
			{"DeveloperToolsAvailability", "2"}, {"DeveloperToolsDisabled", "true"}, {"DeveloperToolsDisabled", "1"}, {"RemoteDebuggingAllowed", "false"}, {"RemoteDebuggingAllowed", "0"},
		} {
			if s.values[wrong[0]] == wrong[1] {
				return policyFault(path, wrong[0], wrong[1], s.where).WithHint(speech.Say(
					"ask your IT to set DeveloperToolsAvailability to 1 and RemoteDebuggingAllowed to true for the robot's account or machine, or take another browser: --browser chromium, chrome or edge",
					"bitten Sie Ihre IT, für das Konto oder den Rechner des Roboters DeveloperToolsAvailability auf 1 und RemoteDebuggingAllowed auf true zu setzen, oder nehmen Sie einen anderen Browser: --browser chromium, chrome oder edge"))
			}
		}
		if s.values["HeadlessMode"] == "2" && !headful {
			return policyFault(path, "HeadlessMode", "2", s.where).WithHint(speech.Say("show the windows with --headful, or ask your IT to set it to 1", "zeigen Sie die Fenster mit --headful oder bitten Sie Ihre IT, den Wert auf 1 zu setzen"))
		}
	}
	return nil
}

func policyFault(path, name, value, where string) *fault.Fault {
	return fault.New(fault.Usage, "browser.policy", speech.Say("a policy of your organisation keeps robots out of the browser %s: %s is %s (%s)",
		"eine Richtlinie Ihrer Organisation hält Roboter aus dem Browser %s fern: %s ist %s (%s)", path, name, value, where))
}

// textual writes values as text: 2, true.
func textual(values map[string]any) map[string]string {
	out := map[string]string{}
	for name, v := range values {
		out[name] = fmt.Sprint(v)
	}
	return out
}
