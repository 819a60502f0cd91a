// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/chromedp/chromedp/remote"
)

// hands are a person's: another client of the same browser, which knows nothing
// of the recording and gives it real input.
type hands struct {
	*testing.T
	root context.Context
	tabs map[target.ID]context.Context
	last context.Context // the window that was worked last
	ids  []target.ID     // windows as they opened
}

// lend connects to a browser by its port.
func lend(t *testing.T, port int) *hands {
	t.Helper()
	alloc, cancel := remote.NewAllocator(context.Background(), fmt.Sprintf("http://127.0.0.1:%d/", port))
	first := ""
	for _, info := range list(t, port) {
		if info.Type == "page" {
			first = info.ID
		}
	}
	root, close := chromedp.NewContext(alloc, chromedp.WithTargetID(target.ID(first)), chromedp.WithDetachOnCancel())
	t.Cleanup(func() { close(); cancel() })
	if err := chromedp.Do(root); err != nil {
		t.Fatal(err)
	}
	return &hands{T: t, root: root, tabs: map[target.ID]context.Context{target.ID(first): root}, last: root, ids: []target.ID{target.ID(first)}}
}

type listed struct{ ID, Type, Title, URL string }

func list(t *testing.T, port int) []listed {
	t.Helper()
	var out []listed
	eventually(t, "the port answers", func() bool {
		answer, err := http.Get(fmt.Sprintf("http://127.0.0.1:%d/json/list", port))
		if err != nil {
			return false
		}
		defer answer.Body.Close()
		raw, _ := io.ReadAll(answer.Body)
		return json.Unmarshal(raw, &out) == nil && len(out) > 0
	})
	return out
}

// eventually asks again until something holds.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); !holds(); <-time.After(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("never: %s", what)
		}
	}
}

// tab is the window that opened as the nth, from 1.
func (h *hands) tab(n int) context.Context {
	h.Helper()
	eventually(h.T, fmt.Sprintf("window %d is there", n), func() bool {
		infos, err := chromedp.Targets(h.root)
		if err != nil {
			return false
		}
		for _, info := range infos {
			if info.Type == "page" && h.tabs[info.TargetID] == nil {
				ctx, cancel := chromedp.NewContext(h.root, chromedp.WithTargetID(info.TargetID), chromedp.WithDetachOnCancel())
				h.Cleanup(cancel)
				if chromedp.Do(ctx) == nil {
					h.tabs[info.TargetID] = ctx
					h.ids = append(h.ids, info.TargetID)
				}
			}
		}
		return len(h.ids) >= n
	})
	return h.tabs[h.ids[n-1]]
}

func session(ctx context.Context) *chromedp.Target { return chromedp.FromContext(ctx).Target }

// ask evaluates in the page.
func (h *hands) ask(tab context.Context, js string, result any) error {
	ctx, cancel := context.WithTimeout(tab, 10*time.Second)
	defer cancel()
	answer, err := cdp.Call(ctx, session(tab), runtime.Evaluate, runtime.EvaluateParams{Expression: js, ReturnByValue: new(true), AwaitPromise: new(true)})
	if err != nil {
		return err
	}
	if answer.ExceptionDetails != nil {
		return fmt.Errorf("%s: %s", js, answer.ExceptionDetails.Text)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(answer.Result.Value, result)
}

// where is the middle of an element: "#a", in frames "iframe >> #a".
func (h *hands) where(tab context.Context, selector string) (x, y float64) {
	h.Helper()
	var at struct{ X, Y float64 }
	js := fmt.Sprintf(`(() => { let d = document, x = 0, y = 0, el;
		for (const s of %q.split(' >> ')) {
			el = s.startsWith('^') ? (d.querySelector(s.slice(1)).shadowRoot || window.closedRoots[0]).querySelector('button,input') : d.querySelector(s);
			if (!el) return {};
			if (el.contentDocument) { const r = el.getBoundingClientRect(); x += r.left + el.clientLeft; y += r.top + el.clientTop; d = el.contentDocument; }
		}
		if (el.getBoundingClientRect().bottom > innerHeight || el.getBoundingClientRect().top < 0) el.scrollIntoView({block: 'center', behavior: 'instant'});
		const r = el.getBoundingClientRect(); return d.readyState === 'complete' && r.width ? {X: x + r.left + r.width / 2, Y: y + r.top + r.height / 2} : {}; })()`, selector)
	eventually(h.T, selector+" is seen", func() bool { return h.ask(tab, js, &at) == nil && at.X > 0 })
	return at.X, at.Y
}

// mouse sends one event of the mouse; a message box may keep it from being
// answered, which a person does not wait for.
func (h *hands) mouse(tab context.Context, p input.DispatchMouseEventParams) {
	if h.last != tab {
		h.last = tab
		_, _ = cdp.Call(tab, session(tab), page.BringToFront, cdp.Empty{})
	}
	ctx, cancel := context.WithTimeout(tab, 400*time.Millisecond)
	defer cancel()
	if p.Type == input.DispatchMouseEventTypeMouseMoved {
		ctx, cancel = context.WithTimeout(tab, 10*time.Second)
		defer cancel()
	}
	_, _ = cdp.Call(ctx, session(tab), input.DispatchMouseEvent, p)
}

func (h *hands) press(tab context.Context, x, y float64, button input.MouseButton, count int64) {
	held := map[input.MouseButton]int64{input.MouseButtonLeft: 1, input.MouseButtonRight: 2, input.MouseButtonMiddle: 4}[button]
	h.mouse(tab, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMousePressed, X: x, Y: y, Button: button, Buttons: held, ClickCount: count})
	h.mouse(tab, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseReleased, X: x, Y: y, Button: button, ClickCount: count})
}

func (h *hands) click(tab context.Context, selector string) {
	h.Helper()
	x, y := h.where(tab, selector)
	h.mouse(tab, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: x, Y: y})
	h.press(tab, x, y, input.MouseButtonLeft, 1)
}

func (h *hands) double(tab context.Context, selector string) {
	h.Helper()
	x, y := h.where(tab, selector)
	h.press(tab, x, y, input.MouseButtonLeft, 1)
	h.press(tab, x, y, input.MouseButtonLeft, 2)
}

func (h *hands) right(tab context.Context, selector string) {
	h.Helper()
	x, y := h.where(tab, selector)
	h.press(tab, x, y, input.MouseButtonRight, 1)
}

// drag carries something with the mouse.
func (h *hands) drag(tab context.Context, from, to string) {
	h.Helper()
	x, y := h.where(tab, from)
	x2, y2 := h.where(tab, to)
	move := func(x, y float64) {
		h.mouse(tab, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1})
	}
	h.mouse(tab, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: x, Y: y})
	h.mouse(tab, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMousePressed, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1})
	for _, part := range []float64{.05, .1, .3, .6, 1, 1} {
		move(x+(x2-x)*part, y+(y2-y)*part)
	}
	h.mouse(tab, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseReleased, X: x2, Y: y2, Button: input.MouseButtonLeft, ClickCount: 1})
}

// type_ types letters and keys: kb.Enter and others.
func (h *hands) type_(tab context.Context, text string, held ...int64) {
	h.Helper()
	ctx, cancel := context.WithTimeout(tab, 5*time.Second)
	defer cancel()
	for _, r := range text {
		for _, k := range kb.Encode(r) {
			for _, m := range held {
				k.Modifiers |= m
				k.Text = ""
			}
			_, _ = cdp.Call(ctx, session(tab), input.DispatchKeyEvent, *k)
		}
	}
}

// edit gives an editing command with its key, as a keyboard does.
func (h *hands) edit(tab context.Context, key, command string) {
	code := "Key" + strings.ToUpper(key)
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeRawKeyDown, input.DispatchKeyEventTypeKeyUp} {
		p := input.DispatchKeyEventParams{Type: kind, Key: key, Code: code, Modifiers: 2, WindowsVirtualKeyCode: int64(strings.ToUpper(key)[0])}
		if kind == input.DispatchKeyEventTypeRawKeyDown {
			p.Commands = []string{command}
		}
		_, _ = cdp.Call(tab, session(tab), input.DispatchKeyEvent, p)
	}
}

// answer answers the open message box.
func (h *hands) answer(tab context.Context, yes bool, text string) {
	h.Helper()
	eventually(h.T, "a message box to answer", func() bool {
		_, err := cdp.Call(tab, session(tab), page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: yes, PromptText: text})
		return err == nil
	})
}

func (h *hands) open(tab context.Context, address string) {
	h.Helper()
	if _, err := cdp.Call(tab, session(tab), page.Navigate, page.NavigateParams{URL: address}); err != nil {
		h.Fatal(err)
	}
}

// pause lets what was done arrive.
func (h *hands) pause() { <-time.After(20 * time.Millisecond) }

// focus goes to a field, as Tab would.
func (h *hands) focus(tab context.Context, selector string) {
	h.Helper()
	h.where(tab, selector)
	if err := h.ask(tab, fmt.Sprintf("document.querySelector(%q).focus()", selector), nil); err != nil {
		h.Fatal(err)
	}
}

// shut closes a window by hand.
func (h *hands) shut(tab context.Context) {
	h.Helper()
	_, err := cdp.Call(h.root, chromedp.FromContext(h.root).Browser, target.CloseTarget, target.CloseTargetParams{TargetID: session(tab).TargetID})
	if err != nil {
		h.Fatal(err)
	}
}

// upload gives files to an input, as the dialog of the system does.
func (h *hands) upload(tab context.Context, selector string, names ...string) {
	h.Helper()
	h.where(tab, selector)
	var files []string
	for _, name := range names {
		path := filepath.Join(h.TempDir(), name)
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			h.Fatal(err)
		}
		files = append(files, path)
	}
	answer, err := cdp.Call(tab, session(tab), runtime.Evaluate, runtime.EvaluateParams{Expression: fmt.Sprintf("document.querySelector(%q)", selector)})
	if err != nil {
		h.Fatal(err)
	}
	if _, err := cdp.Call(tab, session(tab), dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: files, ObjectID: answer.Result.ObjectID}); err != nil {
		h.Fatal(err)
	}
}
