// SPDX-License-Identifier: EUPL-1.2

// Package recorder is a recording on the disk, and what it says while it
// grows. Every event is durable before the next one: whoever pulls the plug
// loses what was not seen yet, and nothing else. What a person typed is never
// part of it; that stays in the memory of the session.
//
// # Where it lies
//
// A recording of the scenario dienste/umzug lies in dienste/recordings/umzug:
// beside the scenario, as environments do, and not in it, since the hash of a
// scenario's folder is what is approved, and a recording is not.
//
//	events.jsonl      an event per line, in their order
//	pictures/KEY.png  an element with its surroundings, masked
package recorder

import (
	"encoding/json"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// File is the name of the file that holds the events.
const File = "events.jsonl"

// pictures is the folder of the pictures.
const pictures = "pictures"

// Place is the folder for the recording of a scenario's folder.
func Place(scenario string) string {
	scenario = filepath.Clean(scenario)
	return filepath.Join(filepath.Dir(scenario), "recordings", filepath.Base(scenario))
}

// Log is a recording that grows. Its methods are for one goroutine.
type Log struct {
	folder disk.Folder
	lock   io.Closer
	events []event.Event
	kept   map[string]bool // things whose pictures are on the disk
}

// Begin begins a recording in a folder that holds none yet.
func Begin(place string) (*Log, error) {
	folder := disk.At(place)
	lock, err := folder.Lock()
	if err != nil {
		return nil, err
	}
	before, err := folder.Read(File)
	if err == nil && len(before) > 0 {
		err = fault.New(fault.Usage, "recorder.begin", speech.Say("there is a recording already: %s", "es gibt schon eine Aufzeichnung: %s", place)).
			WithHint(speech.Say("make a scenario of it with heinzel record --finish, or delete it", "machen Sie mit heinzel record --finish einen Ablauf daraus, oder löschen Sie sie"))
	}
	if err != nil {
		_ = lock.Close()
		return nil, err
	}
	return &Log{folder: folder, lock: lock, kept: map[string]bool{}}, nil
}

// Append numbers an event and makes it durable, after the pictures that it
// names. The text that was typed stays in the memory.
func (l *Log) Append(e event.Event) error {
	e.N = len(l.events) + 1
	for _, thing := range []**event.Thing{&e.Target, &e.Onto} {
		if err := l.keep(thing); err != nil {
			return err
		}
	}
	line, err := json.Marshal(e)
	if err != nil {
		return fault.Wrap(fault.Internal, "recorder.append", speech.Say("an event cannot be written", "eine Beobachtung lässt sich nicht aufschreiben"), err)
	}
	if err := l.folder.Append(File, append(line, '\n'), true); err != nil {
		return err
	}
	l.events = append(l.events, e)
	return nil
}

// Events are all events so far, with what was typed.
func (l *Log) Events() []event.Event { return slices.Clone(l.events) }

// keep writes the picture of a thing, once for each thing.
func (l *Log) keep(thing **event.Thing) error {
	t := *thing
	if t == nil || len(t.Picture) == 0 {
		return nil
	}
	with := *t
	with.Pictured = path.Join(pictures, path.Base(t.Key)+".png")
	*thing = &with
	if l.kept[t.Key] {
		return nil
	}
	l.kept[t.Key] = true
	return l.folder.Put(with.Pictured, t.Picture)
}

// Picture is one that an event names; nil where it is lost.
func (l *Log) Picture(name string) ([]byte, error) { return l.folder.Read(name) }

// Forget deletes the recording, once a scenario was made of it.
func (l *Log) Forget() error {
	if err := l.folder.Remove(File); err != nil {
		return err
	}
	return disk.Trouble("recorder.forget", pictures, os.RemoveAll(filepath.Join(l.folder.Path(), pictures)))
}

// Resume goes on with the recording that lies in a folder: the scenario is still
// to be made of it. What was typed is not known any more.
func Resume(place string) (*Log, error) {
	events, err := Read(place)
	if err != nil {
		return nil, err
	}
	folder := disk.At(place)
	lock, err := folder.Lock()
	if err != nil {
		return nil, err
	}
	return &Log{folder: folder, lock: lock, events: events, kept: map[string]bool{}}, nil
}

// Close ends the recording.
func (l *Log) Close() error { return l.lock.Close() }
