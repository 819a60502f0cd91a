// SPDX-License-Identifier: EUPL-1.2

// Package event is what was observed while a person worked: clicks, keys,
// texts, windows, messages, each with what it was done to. Plain values, alike
// for browsers and desktops, in the order in which they happened; no times and
// no user. What a person typed stays in memory: written down is only that two
// texts were alike, and what kind of text it was.
package event

import (
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Kind is what happened.
type Kind string

// What the person did.
const (
	Open        Kind = "open" // went to an address: at the beginning, or by typing it
	Click       Kind = "click"
	DoubleClick Kind = "double click"
	RightClick  Kind = "right click"
	Fill        Kind = "fill"   // the text of a field, anew with every letter
	Choose      Kind = "choose" // an entry of a list; several are one per line
	Tick        Kind = "tick"   // a box or a radio button; On says how it is now
	Press       Kind = "press"  // a key that does not write: Enter, Tab, Control+S
	Drag        Kind = "drag"   // from Target to Onto
	Upload      Kind = "upload" // Text is the name of the file, without its folder
	Copy        Kind = "copy"   // out of Target; Cut is one as well
	Paste       Kind = "paste"  // into Target; From says where the text was copied
	Scroll      Kind = "scroll" // only where it made something appear
	Answer      Kind = "answer" // of a message box: Says, On (accepted), Text (of a prompt)
	Close       Kind = "close"  // a window was closed by hand
	Back        Kind = "back"   // went back or forth in the history
)

// What the system did.
const (
	Submit   Kind = "submit"   // a form went off, whatever caused it
	Arrive   Kind = "arrive"   // a document came: Page says which
	Window   Kind = "window"   // a window opened
	Gone     Kind = "gone"     // a window closed by itself, or the page crashed
	Download Kind = "download" // Text is the name of the file
	Shows    Kind = "shows"    // what has newly appeared since the last action: Texts
)

// What the person said about the recording, in its bar.
const (
	Mistake Kind = "mistake" // drops the last step
	Check   Kind = "check"   // Target is expected to be there and to show Text
	Read    Kind = "read"    // Target is read into a variable
	Differs Kind = "differs" // the value of the step before, or Target, differs per case
	Mask    Kind = "mask"    // Target is private: never in pictures, never a literal
	Pause   Kind = "pause"
	Resume  Kind = "resume"
)

// Cut stands in texts of the system where something was that a person typed.
const Cut = "⟨…⟩"

// Event is one observation.
type Event struct {
	// N counts events from 1; none is missing.
	N    int  `json:"n"`
	Kind Kind `json:"kind"`
	// Window counts windows as they opened, from 1.
	Window int                   `json:"window"`
	Frame  []scenarios.FrameHint `json:"frame,omitempty"`
	Page   Page                  `json:"page,omitzero"`
	Target *Thing                `json:"target,omitempty"`
	Onto   *Thing                `json:"onto,omitempty"`
	Text   Value                 `json:"text,omitzero"`
	// Key is a key or a shortcut: Enter, Control+S.
	Key string `json:"key,omitempty"`
	On  bool   `json:"on,omitempty"`
	// Made is set where the browser made the event out of another: the click on
	// the button that Enter in a field causes, or on the box of a label.
	Made bool `json:"made,omitempty"`
	// Says is the text of a message box, without what was typed, and Box its kind:
	// alert, confirm, prompt.
	Says string `json:"says,omitempty"`
	Box  string `json:"box,omitempty"`
	// From is where a pasted text was copied, if that was seen.
	From *Thing `json:"from,omitempty"`
	// Texts are what has newly appeared, as words of the screen: headings and
	// sentences, nothing that was typed and nothing out of tables of data.
	Texts []string `json:"texts,omitempty"`
}

// ByHand reports what a person did in the system.
func (e Event) ByHand() bool {
	switch e.Kind {
	case Click, DoubleClick, RightClick, Fill, Choose, Tick, Press, Drag, Upload, Copy, Paste, Answer:
		return true
	}
	return false
}

// Page is the document in which something happened.
type Page struct {
	// Address without what was asked or chosen: no query, no fragment.
	Address string `json:"address,omitempty"`
	// Asked are the names, not the values, of the query.
	Asked []string `json:"asked,omitempty"`
	Title string   `json:"title,omitempty"`
	// Headings are the page's own headings, the first ones.
	Headings []string `json:"headings,omitempty"`
	// Siblings are some of the other controls of the document: they tell later
	// how the page has changed. They are given once per document.
	Siblings []scenarios.Fingerprint `json:"siblings,omitempty"`
}

// Thing is an element, as it was at that moment.
type Thing struct {
	// Key is the same for the same element of one document.
	Key  string `json:"key"`
	Role string `json:"role"`
	// Name is what people call it: its label, or what stands on it.
	Name string `json:"name,omitempty"`
	// Kind is the type of a field: text, password, date, checkbox, radio, file,
	// select, submit; or clickable, where the page says so of something else.
	Kind string `json:"kind,omitempty"`
	// Fill is the hint of the page for what belongs in: autocomplete.
	Fill string `json:"fill,omitempty"`
	// Ways to find it again, most trusted first, and how many each found.
	Ways        []scenarios.Candidate `json:"ways"`
	Fingerprint scenarios.Fingerprint `json:"fingerprint,omitzero"`
	// Row are the cells of its table row, where the table has headings.
	Row []Cell `json:"row,omitempty"`
	// Entries are the texts of a list's entries, the first 50.
	Entries []string `json:"entries,omitempty"`
	// Keys is set where the page listens to single keys.
	Keys bool `json:"keys,omitempty"`
	// Suggests is set for a field whose page suggests what may be written.
	Suggests bool `json:"suggests,omitempty"`
	// Secret is set for passwords, one-time codes and card numbers.
	Secret bool `json:"secret,omitempty"`
	// Picture is a PNG of it, with its surroundings and masked, as it was before;
	// nil where there is none. Who keeps it names the file in Pictured.
	Picture  []byte `json:"-"`
	Pictured string `json:"pictured,omitempty"`
	// Volatile are the attributes that were different when the page was loaded
	// a second time: id, name, class, href.
	Volatile []string `json:"volatile,omitempty"`
}

// Cell is one cell of a row. Unique is set where no other row of the table
// shows the same in this column.
type Cell struct {
	Column string `json:"column"`
	Shows  Value  `json:"shows"`
	Unique bool   `json:"unique,omitempty"`
}

// Value is a text that a person typed or a table showed. The text itself is
// never written down.
type Value struct {
	Text string `json:"-"`
	// Token is the same for the same text, within one recording. "" is no text.
	Token string `json:"token,omitempty"`
	// Type is the kind of text: value.Text, Date, Integer, Decimal, Money, Boolean.
	Type value.Kind `json:"type,omitempty"`
	// Words is the text where it is the page's own: the entry of a list.
	Words string `json:"words,omitempty"`
	// Secret is set for what must never be kept: then Text is empty, too.
	Secret bool `json:"secret,omitempty"`
}
