// SPDX-License-Identifier: EUPL-1.2

package scenarios

// Fingerprint is what an element looked like when it was recorded, or looks
// like now. Whatever is not known is empty. It never holds what a person
// entered, nor what a table shows of people.
type Fingerprint struct {
	Tag         string `json:"tag,omitempty"`
	Role        string `json:"role,omitempty"`
	Type        string `json:"type,omitempty"`
	ID          string `json:"id,omitempty"`
	Name        string `json:"name,omitempty"` // the attribute
	Class       string `json:"class,omitempty"`
	Href        string `json:"href,omitempty"`
	Text        string `json:"text,omitempty"`  // what it shows
	Label       string `json:"label,omitempty"` // what it is called
	Value       string `json:"value,omitempty"` // what a button says
	Title       string `json:"title,omitempty"`
	Placeholder string `json:"placeholder,omitempty"`
	Neighbours  string `json:"neighbours,omitempty"` // the words around it
	Path        string `json:"path,omitempty"`       // from the root of the page, each step with its number
	Anchored    string `json:"anchored,omitempty"`   // from the nearest id, where there is one
	Box         Box    `json:"box,omitzero"`
}

// Box is where an element is shown, in pixels of the page.
type Box struct {
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// IsShown reports a box that is known.
func (b Box) IsShown() bool { return b.Width > 0 && b.Height > 0 }

// IsZero reports a fingerprint of which nothing is known.
func (f Fingerprint) IsZero() bool { return f == Fingerprint{} }
