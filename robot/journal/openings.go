// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Openings opens everything that was sealed in the log of a case, files apart,
// for an export that shows it. A case whose values were erased is a fault of
// kind Usage, a value that does not fit its commitment one of kind Evidence.
func Openings(s Store, number int, keys *Keys) ([]proof.Opening, error) {
	opener, err := newOpener(s, number, keys)
	if err != nil {
		return nil, err
	}
	if opener == nil {
		return nil, fault.New(fault.Usage, "journal.open", speech.Say("the values of case %d were erased", "die Werte des Vorgangs %d wurden gelöscht", number))
	}
	events, err := Show(s, number, nil)
	if err != nil {
		return nil, err
	}
	var all []proof.Opening
	for _, e := range events {
		for _, name := range sorted(e.Commitments) {
			salt, content, err := opener.record(e.Commitments[name])
			if err != nil {
				return nil, wrongValues(number)
			}
			all = append(all, proof.Opening{Commitment: e.Commitments[name], Salt: salt, Content: content})
		}
	}
	return all, nil
}
