// SPDX-License-Identifier: EUPL-1.2

package space

// Uncovered looks for cases of an area that lie in none of the boxes, by
// subtracting them one after the other. It is exact. It calls found with boxes
// of such cases, none of which share a case, until there are no more or found
// is not satisfied yet says so. It is not finished where found stopped it or
// where it took more than steps.
func (s *Space) Uncovered(area Box, boxes []Box, steps int, found func(Box) (more bool)) (finished bool) {
	w := &subtraction{space: s, left: steps, found: found}
	w.walk(area, meeting(area, boxes))
	return !w.stopped
}

// Gaps is Uncovered with boxes that are as large as they can be, so that as
// few as possible name all that is not covered.
func (s *Space) Gaps(area Box, boxes []Box, steps int, found func(Box) (more bool)) (finished bool) {
	w := &subtraction{space: s, left: steps}
	w.found = func(b Box) bool {
		large := s.enlarged(area, b, boxes)
		large = s.enlarged(large, b, w.named)
		w.named = append(w.named, large)
		return found(large)
	}
	w.walk(area, meeting(area, boxes))
	return !w.stopped
}

// mostEmpty bounds how many pieces are looked into for cases.
const mostEmpty = 60

// Covers reports whether the boxes hold all cases of an area; known is false
// where that took more than steps. A piece that holds no case needs no cover.
func (s *Space) Covers(area Box, boxes []Box, steps int) (covers, known bool) {
	covers = true
	looks := mostEmpty
	finished := s.Uncovered(area, boxes, steps, func(b Box) bool {
		looks--
		covers = looks > 0 && s.IsEmpty(b)
		return covers
	})
	return covers && finished, finished || !covers
}

type subtraction struct {
	space   *Space
	left    int
	found   func(Box) bool
	named   []Box // found before, and subtracted like the others
	stopped bool
}

// walk subtracts boxes, all of which meet the area.
func (w *subtraction) walk(area Box, boxes []Box) {
	w.left -= 1 + len(boxes)/64
	switch {
	case w.stopped:
	case w.left < 0:
		w.stopped = true
	case len(boxes) > 0:
		w.subtract(area, boxes)
	default:
		if named := meeting(area, w.named); len(named) > 0 {
			w.subtract(area, named)
		} else if !w.found(area) {
			w.stopped = true
		}
	}
}

// subtract cuts the area along the sides of one box, and goes on with the
// pieces that lie outside of it.
func (w *subtraction) subtract(area Box, boxes []Box) {
	by := boxes[w.choose(area, boxes)]
	for d, side := range by {
		if side == nil || w.space.in(area, d).within(side) {
			continue
		}
		outside := area.with(d, w.space.in(area, d).minus(side))
		w.walk(outside, meeting(outside, boxes))
		area = area.with(d, w.space.in(area, d).and(side))
	}
}

// choose takes the box that cuts the area into the fewest pieces.
func (w *subtraction) choose(area Box, boxes []Box) int {
	best, fewest := 0, len(area)+1
	for i, b := range boxes {
		if n := w.pieces(area, b, fewest); n < fewest {
			best, fewest = i, n
		}
		if fewest == 0 {
			break
		}
	}
	return best
}

func (w *subtraction) pieces(area, by Box, most int) int {
	n := 0
	for d, side := range by {
		if side != nil && !w.space.in(area, d).within(side) {
			if n++; n >= most {
				break
			}
		}
	}
	return n
}

func meeting(area Box, boxes []Box) []Box {
	var out []Box
	for _, b := range boxes {
		if area.Meets(b) {
			out = append(out, b)
		}
	}
	return out
}

// plain leaves out the limits that are none.
func (s *Space) plain(b Box) Box {
	for d := range b {
		if b[d] != nil && s.dims[d].live.within(b[d]) {
			b[d] = nil
		}
	}
	return b
}

// Split cuts a box along the sides of another one: what lies inside of it, and
// the pieces outside.
func (s *Space) Split(b, by Box) (inside Box, outside []Box) {
	for d, side := range by {
		if side == nil || s.in(b, d).within(side) {
			continue
		}
		outside = append(outside, b.with(d, s.in(b, d).minus(side)))
		b = b.with(d, s.in(b, d).and(side))
	}
	return b, outside
}

// Within reports whether a box lies in another one.
func (s *Space) Within(b, c Box) bool {
	for d := range c {
		if c[d] != nil && !s.in(b, d).within(c[d]) {
			return false
		}
	}
	return true
}
