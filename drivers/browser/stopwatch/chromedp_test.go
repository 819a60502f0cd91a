// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
)

// tool is one way to fill the form of ten fields over chromedp.
type tool struct {
	fill   func(ctx context.Context, f field) error
	submit func(ctx context.Context, f form) error
}

// tools are chromedp as its manual shows it, and the least that can be done
// over the same connection: a call that focuses, and one that writes.
func tools() map[string]tool {
	return map[string]tool{
		"chromedp": {
			fill: func(ctx context.Context, f field) error {
				return chromedp.Do(ctx, chromedp.SendKeys("[name=f"+strings.TrimPrefix(f.Label, "Feld ")+"]", f.Text))
			},
			submit: func(ctx context.Context, _ form) error {
				return chromedp.Do(ctx, chromedp.Click("button"), chromedp.WaitVisible("#done"))
			},
		},
		"raw": {fill: rawFill, submit: rawSubmit},
	}
}

func evaluate(ctx context.Context, expression string, result any) error {
	answer, err := cdp.Call(ctx, chromedp.FromContext(ctx).Target, runtime.Evaluate, runtime.EvaluateParams{Expression: expression, ReturnByValue: new(true)})
	if err != nil {
		return err
	}
	if answer.ExceptionDetails != nil {
		return errors.New(answer.ExceptionDetails.Text)
	}
	return json.Unmarshal(answer.Result.Value, result)
}

func rawFill(ctx context.Context, f field) error {
	var ok bool
	if err := evaluate(ctx, fmt.Sprintf(`(() => { const f = [...document.querySelectorAll('label')].find((l) => l.textContent.trim() === %q).control; f.focus(); f.select(); return document.activeElement === f; })()`, f.Label), &ok); err != nil || !ok {
		return fmt.Errorf("no focus: %w", err)
	}
	_, err := cdp.Call(ctx, chromedp.FromContext(ctx).Target, input.InsertText, input.InsertTextParams{Text: f.Text})
	return err
}

func rawSubmit(ctx context.Context, f form) error {
	var at []float64
	if err := evaluate(ctx, `(() => { const r = document.querySelector('button').getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`, &at); err != nil {
		return err
	}
	for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
		if _, err := cdp.Call(ctx, chromedp.FromContext(ctx).Target, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: at[0], Y: at[1], Button: input.MouseButtonLeft, ClickCount: 1}); err != nil {
			return err
		}
	}
	for ctx.Err() == nil {
		var shown bool
		// a document on its way answers with an error
		if evaluate(ctx, fmt.Sprintf(`document.body.innerText.includes(%q)`, f.Shows), &shown) == nil && shown {
			return nil
		}
	}
	return ctx.Err()
}

// play fills forms with a tool, told and timed like the stopwatch.
func play(name string) error {
	path, err := page.Find("")
	if err != nil {
		return err
	}
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.Flag("disable-gpu", true), chromedp.WindowSize(1280, 900))...)
	defer cancel()
	ctx, cancel := chromedp.NewContext(alloc)
	defer cancel()
	return serve(os.Stdin, os.Stdout, func(f form) (times, error) { return tools()[name].play(ctx, f) })
}

func (u tool) play(ctx context.Context, f form) (t times, err error) {
	began := time.Now()
	if err := chromedp.Do(ctx, chromedp.Navigate(f.Address)); err != nil {
		return t, err
	}
	for _, field := range f.Fields {
		began := time.Now()
		if err := u.fill(ctx, field); err != nil {
			return t, err
		}
		t.Fields = append(t.Fields, since(began))
	}
	if err := u.submit(ctx, f); err != nil {
		return t, err
	}
	t.Form = since(began)
	t.CPU, t.Driver = processor(), processor()
	t.Memory, err = resident()
	return t, err
}
