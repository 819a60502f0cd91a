// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
)

// brim is how much larger than itself a box is painted, so that no edge of a
// letter remains.
const brim = 3

// Picture shows the display with everything guarded grey: fields, tables and
// lists, every place that shows something that was typed or one of the given
// texts, and all windows that cannot be read. What is not the program's is grey
// as a whole.
func (s *Session) Picture(ctx context.Context, hide []string) ([]byte, error) {
	st, err := s.look(ctx)
	if err != nil {
		return nil, outcome(ctx, err) // what cannot be masked is not photographed
	}
	grey, err := st.guarded(ctx, slices.Concat(hide, s.written))
	if err != nil {
		return nil, err
	}
	shot, err := s.display.Picture()
	if err != nil {
		return nil, err
	}
	out := image.NewRGBA(shot.Bounds())
	paint(out, out.Bounds())
	for _, box := range st.boxes {
		draw.Draw(out, box, shot, box.Min, draw.Src)
	}
	for _, box := range grey {
		paint(out, box.Inset(-brim))
	}
	var b bytes.Buffer
	if err := png.Encode(&b, out); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func paint(out *image.RGBA, box image.Rectangle) {
	draw.Draw(out, box.Intersect(out.Bounds()), image.NewUniform(color.RGBA{R: 0xb0, G: 0xb0, B: 0xb0, A: 0xff}), image.Point{}, draw.Src)
}

// guarded are the boxes of what may not be seen: private places, and windows
// of which nobody knows what they show.
func (st *stack) guarded(ctx context.Context, texts []string) ([]image.Rectangle, error) {
	var private []*tree.Node
	for _, w := range st.windows {
		for _, n := range w.All() {
			if n.Is(tree.Showing) && isPrivate(n, texts) {
				private = append(private, n)
			}
		}
	}
	grey, err := tree.Boxes(ctx, private)
	for _, x := range st.managed {
		if !x.Hidden && st.node(x) == nil {
			grey = append(grey, x.Box)
		}
	}
	return grey, err
}

// isPrivate reports what may show personal data: whatever is entered or chosen,
// rows of data, and what shows one of the texts.
func isPrivate(n *tree.Node, texts []string) bool {
	switch n.Role {
	case "textbox", "spinbox", "combobox", "terminal", "table", "tree", "list", "document", "paragraph":
		return true
	}
	return slices.ContainsFunc(texts, func(t string) bool {
		return t != "" && strings.Contains(strings.ToLower(n.Name+" "+n.Description), strings.ToLower(strings.Join(strings.Fields(t), " ")))
	})
}
