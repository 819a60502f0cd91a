// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
)

// A frame goes on in the process of another site. Its old process may be late
// to tell of a world that it made there, and takes leave after that.
func TestFrameThatMovesToAnotherProcess(t *testing.T) {
	t.Parallel()
	p := newPage(newBrowser(nil))
	p.main, p.browser.world = "main", "heinzel"
	old, next := &session{page: p}, &session{page: p}
	p.session = old
	world := func(id runtime.ExecutionContextID) *runtime.ExecutionContextDescription {
		return &runtime.ExecutionContextDescription{ID: id, Name: "heinzel", AuxData: []byte(`{"frameId":"inner"}`)}
	}

	old.frameBegan("inner", "main")
	next.navigated(&cdp.Frame{ID: "inner", ParentID: "main", URL: "https://elsewhere.example/"})
	next.worldBegan(world(2))
	old.worldBegan(world(16))
	old.frameEnded("inner", page.FrameDetachedReasonSwap)

	if f := p.frames["inner"]; f.session != next || f.world != 2 || f.address != "https://elsewhere.example/" {
		t.Errorf("the frame is lost: %+v", f)
	}

	old.frameBegan("inner", "main") // it comes back
	old.worldBegan(world(17))
	if f := p.frames["inner"]; f.session != old || f.world != 17 {
		t.Errorf("the frame did not come back: %+v", f)
	}
}
