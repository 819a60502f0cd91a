// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// fault is the first thing that is wrong, as a fault of kind Evidence.
func (r Report) fault() error {
	if err := orderFault(r.Report); err != nil {
		return err
	}
	for _, c := range r.Cases {
		if !c.Finding.OK() {
			return evidence(findingText(speech.Say("the log of case %d", "das Journal des Vorgangs %d", c.Number), c.Finding))
		}
	}
	return nil
}

func orderFault(r proof.Report) error {
	what := speech.Say("the order's log", "das Auftragsjournal")
	switch {
	case !r.Order.OK() && r.Order.State != proof.Unsigned:
		return evidence(findingText(what, r.Order))
	case r.NoCheckpoint:
		return evidence(speech.Say("the order has no checkpoint", "der Auftrag hat keinen Prüfpunkt"))
	case r.SignatureErr != nil:
		return evidence(speech.Say("the signature of the checkpoint is not valid for this key and this order",
			"die Unterschrift des Prüfpunkts gilt nicht für diesen Schlüssel und diesen Auftrag"))
	}
	return nil
}

// findingText is a finding as a sentence about a log.
func findingText(log speech.Text, f proof.Finding) speech.Text {
	switch f.State {
	case proof.Removed:
		return speech.Say("%s does not verify: line %d was removed", "%s ist nicht unversehrt: Zeile %d wurde entfernt", log, f.Line)
	case proof.Inserted:
		return speech.Say("%s does not verify: line %d was inserted", "%s ist nicht unversehrt: Zeile %d wurde eingefügt", log, f.Line)
	case proof.Reordered:
		return speech.Say("%s does not verify: lines were put in another order from line %d on", "%s ist nicht unversehrt: ab Zeile %d ist die Reihenfolge verändert", log, f.Line)
	case proof.Truncated:
		return speech.Say("%s does not verify: it was cut off before line %d", "%s ist nicht unversehrt: vor Zeile %d abgeschnitten", log, f.Line)
	}
	return speech.Say("%s does not verify: line %d was changed", "%s ist nicht unversehrt: Zeile %d wurde verändert", log, f.Line)
}

func wrongValues(number int) error {
	return evidence(speech.Say("sealed values of case %d do not fit the journal", "versiegelte Werte des Vorgangs %d passen nicht zum Journal", number))
}

func evidence(cause speech.Text) error {
	return fault.New(fault.Evidence, "journal.verify", cause).
		WithHint(speech.Say("keep the folder as it is and compare it with a backup", "den Ordner unverändert aufbewahren und mit einer Sicherung vergleichen"))
}
