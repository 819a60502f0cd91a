// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"encoding/json"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
)

// Spot is a point, in CSS pixels, as far out as the documents of a frame may
// see: browsers hide what lies around a frame of another origin.
type Spot struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	// Levels is how many frames it was carried outwards through.
	Levels int `json:"levels"`
	// Whole is set where it has arrived at the window.
	Whole bool `json:"whole"`
	// By is what covers it; empty is nothing, or not asked.
	By string `json:"by"`
}

// Carry takes a spot of the frame outwards to the window, through frames of
// other origins too. Where hit is set, each document around scrolls it into
// view and says what covers it.
func (f Frame) Carry(ctx context.Context, spot Spot, hit bool) (Spot, error) {
	at := f
	for !spot.Whole && spot.By == "" {
		inner, outer, ok := at.around(spot.Levels)
		if !ok {
			return spot, ErrGone
		}
		if err := outer.callOn(ctx, inner, "carry", carrying{spot.X, spot.Y, hit}, &spot); err != nil {
			return spot, err
		}
		at = outer
	}
	return spot, nil
}

type carrying struct {
	X   float64 `json:"x"`
	Y   float64 `json:"y"`
	Hit bool    `json:"hit"`
}

// around climbs so many frames and gives the one there, and the one around it.
func (f Frame) around(levels int) (cdp.FrameID, Frame, bool) {
	f.page.browser.mu.Lock()
	defer f.page.browser.mu.Unlock()
	at := f.page.frames[f.id]
	for range levels {
		if at != nil {
			at = f.page.frames[at.parent]
		}
	}
	if at == nil {
		return "", Frame{}, false
	}
	outer := f.page.frames[at.parent]
	if outer == nil || outer.world == 0 {
		return "", Frame{}, false
	}
	return at.id, outer.handle(f.page), true
}

// callOn runs a function of the library on the element that holds a frame.
func (f Frame) callOn(ctx context.Context, inner cdp.FrameID, function string, arg, result any) error {
	owner, err := cdp.Call(ctx, f.session.target, dom.GetFrameOwner, dom.GetFrameOwnerParams{FrameID: inner})
	if err != nil {
		return gone(err)
	}
	return f.callNode(ctx, owner.BackendNodeID, function, arg, result)
}

// callNode runs a function of the library on a node.
func (f Frame) callNode(ctx context.Context, id cdp.BackendNodeID, function string, arg, result any) error {
	node, err := cdp.Call(ctx, f.session.target, dom.ResolveNode, dom.ResolveNodeParams{BackendNodeID: id, ExecutionContextID: f.world})
	if err != nil {
		return gone(err)
	}
	given, err := json.Marshal(arg)
	if err != nil {
		return err
	}
	return f.answered(ctx, func(ctx context.Context) (*runtime.RemoteObject, *runtime.ExceptionDetails, error) {
		answer, err := cdp.Call(ctx, f.session.target, runtime.CallFunctionOn, runtime.CallFunctionOnParams{
			ObjectID: node.Object.ObjectID, FunctionDeclaration: "function(q) { return heinzel." + function + "(this, q) }",
			Arguments: []*runtime.CallArgument{{Value: given}}, ReturnByValue: new(true), AwaitPromise: new(true),
		})
		if err != nil {
			return nil, nil, err
		}
		return answer.Result, answer.ExceptionDetails, nil
	}, function, result)
}
