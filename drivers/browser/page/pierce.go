// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
)

// Pierce makes the closed shadow roots of the frame known to the library:
// scripts cannot see them, the protocol can.
func (f Frame) Pierce(ctx context.Context) error {
	doc, err := cdp.Call(ctx, f.session.target, runtime.Evaluate, runtime.EvaluateParams{Expression: "document", UniqueContextID: f.unique})
	if err != nil {
		return gone(err)
	}
	tree, err := cdp.Call(ctx, f.session.target, dom.DescribeNode, dom.DescribeNodeParams{ObjectID: doc.Result.ObjectID, Depth: new(int64(-1)), Pierce: new(true)})
	if err != nil {
		return gone(err)
	}
	for _, id := range closedRoots(tree.Node) {
		if err := f.callNode(ctx, id, "opened", nil, nil); err != nil {
			return err
		}
	}
	return nil
}

// closedRoots walks through one document, outer roots first; frames have their
// own.
func closedRoots(n *cdp.Node) []cdp.BackendNodeID {
	var roots []cdp.BackendNodeID
	if n.ShadowRootType == cdp.ShadowRootTypeClosed {
		roots = append(roots, n.BackendNodeID)
	}
	for _, inner := range append(n.ShadowRoots, n.Children...) {
		roots = append(roots, closedRoots(inner)...)
	}
	return roots
}
