// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"image"

	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
)

// byLabel finds the control that a text says it is the label of, and controls
// that bear the name themselves.
func (f *finder) byLabel(ctx context.Context, what string) ([]*tree.Node, error) {
	out := f.those(func(n *tree.Node) bool { return n.IsControl() && n.Role != "button" && bare(n.Name) == what })
	for _, label := range f.texts(what) {
		labelled, err := label.Labels(ctx, f.all)
		if err != nil {
			return nil, err
		}
		out = append(out, labelled...)
	}
	return out, nil
}

// texts are the labels that say what is asked for.
func (f *finder) texts(what string) []*tree.Node {
	return f.those(func(n *tree.Node) bool { return n.Role == "text" && bare(n.Name) == what })
}

// byPlace finds for each label the nearest control in a direction.
func (f *finder) byPlace(ctx context.Context, what string, away func(label, control image.Rectangle) (int, bool)) ([]*tree.Node, error) {
	labels := f.texts(what)
	if len(labels) == 0 {
		return nil, nil
	}
	controls := f.those(func(n *tree.Node) bool { return n.IsControl() && n.Is(tree.Showing) })
	boxes, err := tree.Boxes(ctx, append(append([]*tree.Node{}, labels...), controls...))
	if err != nil {
		return nil, err
	}
	var out []*tree.Node
	for i := range labels {
		best, nearest := -1, 0
		for j, box := range boxes[len(labels):] {
			far, fits := away(boxes[i], box)
			if fits && !box.Empty() && !boxes[i].Empty() && (best < 0 || far < nearest) {
				best, nearest = j, far
			}
		}
		if best >= 0 {
			out = append(out, controls[best])
		}
	}
	return out, nil
}

// leftOf is how far a label stands to the left of a control in the same line.
func leftOf(label, control image.Rectangle) (int, bool) {
	shared := min(label.Max.Y, control.Max.Y) - max(label.Min.Y, control.Min.Y)
	return control.Min.X - label.Max.X, control.Min.X >= label.Max.X-1 && 2*shared >= min(label.Dy(), control.Dy())
}

// above is how far a label stands above a control of the same column.
func above(label, control image.Rectangle) (int, bool) {
	shared := min(label.Max.X, control.Max.X) - max(label.Min.X, control.Min.X)
	return control.Min.Y - label.Max.Y, control.Min.Y >= label.Max.Y-1 && 2*shared >= min(label.Dx(), control.Dx())
}
