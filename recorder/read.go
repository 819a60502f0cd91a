// SPDX-License-Identifier: EUPL-1.2

package recorder

import (
	"bytes"
	"encoding/json"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Read reads a recording from its folder. A last line that was not finished is
// one of an event that nobody saw. What was typed is not known.
func Read(place string) ([]event.Event, error) {
	data, err := disk.At(place).Read(File)
	if err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, fault.New(fault.Usage, "recorder.read", speech.Say("there is no recording in %s", "in %s liegt keine Aufzeichnung", place))
	}
	return parse(filepath.Join(place, File), data)
}

func parse(file string, data []byte) (out []event.Event, err error) {
	for line := range bytes.Lines(data) {
		whole, finished := bytes.CutSuffix(line, []byte("\n"))
		if !finished {
			break
		}
		var e event.Event
		if err := json.Unmarshal(whole, &e); err != nil {
			return nil, broken(file, len(out)+1, speech.Say("this line holds no event", "in dieser Zeile steht keine Beobachtung"))
		}
		if e.N != len(out)+1 {
			return nil, broken(file, len(out)+1, speech.Say("event %d follows event %d", "auf die Beobachtung %[2]d folgt die Beobachtung %[1]d", e.N, len(out)))
		}
		if len(out) == draft.MaxEvents {
			return nil, broken(file, len(out)+1, speech.Say("the recording holds more than %d events", "die Aufzeichnung enthält mehr als %d Beobachtungen", draft.MaxEvents))
		}
		out = append(out, e)
	}
	return out, nil
}

func broken(file string, line int, cause speech.Text) error {
	f := fault.New(fault.Usage, "recorder.read", cause).WithHint(speech.Say("the recording was changed: record anew", "die Aufzeichnung wurde verändert: zeichnen Sie neu auf"))
	f.At = source.Place{File: filepath.ToSlash(file), Line: line, Column: 1}
	return f
}
