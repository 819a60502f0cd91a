// SPDX-License-Identifier: EUPL-1.2

package space

// enlarged grows a box inside an area as long as it meets none of the others.
// It stays one stretch where it was one.
func (s *Space) enlarged(area, b Box, others []Box) Box {
	g := &growth{space: s, box: b, area: area}
	for _, o := range others {
		g.obstacles = append(g.obstacles, g.obstacle(o))
	}
	for d := range b {
		g.grow(d)
	}
	return s.plain(g.box)
}

// growth is a box that grows, dimension by dimension.
type growth struct {
	space     *Space
	box, area Box
	obstacles []obstacle
}

// obstacle is a box that must not be met: in how many dimensions it lies
// apart, and the sum of their numbers, which is the dimension where it is one.
type obstacle struct {
	box        Box
	count, sum int
}

func (g *growth) obstacle(o Box) obstacle {
	out := obstacle{box: o}
	for d, set := range o {
		if set != nil && !g.space.in(g.box, d).meets(set) {
			out.count++
			out.sum += d
		}
	}
	return out
}

// grow frees one dimension, up to what lies apart in it alone.
func (g *growth) grow(d int) {
	core, free := g.space.in(g.box, d), g.space.in(g.area, d)
	for _, o := range g.obstacles {
		if o.count == 1 && o.sum == d {
			free = free.minus(o.box[d])
		}
	}
	grown := g.space.dims[d].stretch(free, core)
	g.box = g.box.with(d, grown)
	for i := range g.obstacles {
		o := &g.obstacles[i]
		if o.box[d] != nil && !core.meets(o.box[d]) && grown.meets(o.box[d]) {
			o.count--
			o.sum -= d
		}
	}
}
