// SPDX-License-Identifier: EUPL-1.2

package scenarios

import "github.com/heinzel-rpa/heinzel/scenarios/value"

// Retention says for how many days values of a privacy class are kept after
// their case. A class that is not in it has no period of its own.
type Retention map[value.Class]int

// Days is the shortest period among the classes in a type, and 0 where none of
// them has one.
func (r Retention) Days(t value.Type) int {
	shortest := 0
	for _, class := range t.Classes() {
		if days := r[class]; days > 0 && (shortest == 0 || days < shortest) {
			shortest = days
		}
	}
	return shortest
}
