// SPDX-License-Identifier: EUPL-1.2

package sentences

import (
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// retention says the periods, and which of several binds.
func (w *writer) retention(r scenarios.Retention) []string {
	var out []string
	for _, name := range value.Classes() {
		class := value.Class(name)
		if days := r[class]; days > 0 {
			out = append(out, w.say("Values of the class “%s” are kept for %d days.", "Werte der Klasse „%s“ werden %d Tage aufbewahrt.", w.class(class), days))
		}
	}
	if len(out) > 1 {
		out = append(out, w.say("The shortest period among the classes in use holds for the whole case.", "Die kürzeste Frist unter den verwendeten Klassen gilt für den ganzen Vorgang."))
	}
	return out
}
