// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"encoding/json"
	"errors"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// VerifyOptions is what a verification may use.
type VerifyOptions struct {
	// By are the keys that may have signed; nil is all that Keys know.
	By proof.Keys
	// Keys open the values, to hold them against their commitments.
	Keys *Keys
	// Kept are checkpoints that were kept elsewhere.
	Kept [][]byte
}

// Report is what a verification found.
type Report struct {
	proof.Report
	Identity Order
	Values   []CaseValues // where there were keys
	Kept     int          // checkpoints kept elsewhere that it agrees with
}

// CaseValues is what a verification found about the sealed values of a case.
type CaseValues struct {
	Number int
	Erased bool // the key is gone
	Right  int  // opened, and as committed to
	Lost   int  // could not be opened
	Wrong  int  // do not fit their commitment
}

// Verify checks the journal of an order: lines, seals, signature and, with
// keys, the values. A journal that does not verify gives its report and a
// fault of kind Evidence.
func Verify(s Store, o VerifyOptions) (Report, error) {
	if o.By == nil && o.Keys != nil {
		o.By = o.Keys.Verifiers()
	}
	checked, err := proof.Check(s.Read, o.By)
	if err != nil {
		return Report{}, err
	}
	r := Report{Report: checked}
	if err := r.identify(s); err != nil {
		return r, err
	}
	if err := r.fault(); err != nil {
		return r, err
	}
	if err := r.compare(s, o); err != nil || o.Keys == nil {
		return r, err
	}
	return r, r.openAll(s, o.Keys)
}

// compare holds the order's log against what was kept elsewhere.
func (r *Report) compare(s Store, o VerifyOptions) error {
	log, err := s.Read(proof.OrderLog)
	if err != nil {
		return err
	}
	for _, one := range o.Kept {
		switch f, err := proof.CheckKept(log, one, o.By); {
		case err != nil:
			return evidence(speech.Say("a checkpoint that was kept elsewhere does not belong to this order, or is not signed with its key",
				"ein anderswo aufbewahrter Prüfpunkt gehört nicht zu diesem Auftrag oder ist nicht mit seinem Schlüssel unterschrieben"))
		case !f.OK():
			return evidence(findingText(speech.Say("compared with a checkpoint that was kept elsewhere, the order's log",
				"verglichen mit einem anderswo aufbewahrten Prüfpunkt, das Auftragsjournal"), f))
		}
		r.Kept++
	}
	return nil
}

// identify reads the order's identity, where it can be read.
func (r *Report) identify(s Store) error {
	log, err := s.Read(proof.OrderLog)
	if err != nil {
		return err
	}
	var first line
	if lines, _ := proof.Lines(log); len(lines) > 0 && json.Unmarshal(lines[0], &first) == nil && first.Order != nil {
		r.Identity = *first.Order
	}
	return nil
}

// openAll opens the values of every case.
func (r *Report) openAll(s Store, keys *Keys) error {
	wrong := 0
	for _, c := range r.Cases {
		v, err := openValues(s, c.Number, keys)
		if err != nil {
			return err
		}
		r.Values = append(r.Values, v)
		// All values of a case that ended were durable: none may be missing.
		if (v.Wrong > 0 || c.Ended && !v.Erased && v.Lost > 0) && wrong == 0 {
			wrong = c.Number
		}
	}
	if wrong > 0 {
		return wrongValues(wrong)
	}
	return nil
}

// openFiles holds the files of a case against their commitments.
func (v *CaseValues) openFiles(s Store, events []Event, keys *Keys) error {
	for _, e := range events {
		if e.Kind != File {
			continue
		}
		_, err := ReadFile(s, v.Number, e.About[AboutFile], keys)
		switch {
		case err == nil:
			v.Right++
		case errors.Is(err, errLost):
			v.Lost++
		case fault.KindOf(err) == fault.Evidence:
			v.Wrong++
		default:
			return err
		}
	}
	return nil
}

func openValues(s Store, number int, keys *Keys) (CaseValues, error) {
	out := CaseValues{Number: number}
	opener, err := newOpener(s, number, keys)
	if err != nil {
		return out, err
	}
	out.Erased = opener == nil
	d := &decoder{opener: opener}
	events, err := d.all(s, number)
	if err != nil {
		return out, err
	}
	out.Right, out.Lost, out.Wrong = d.right, d.lost, d.wrong
	return out, out.openFiles(s, events, keys)
}
