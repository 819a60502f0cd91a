// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"context"
	"fmt"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
)

// Everything that must not be seen is red, and nothing else is: what is typed,
// a guarded text, and both again in a frame that is shown smaller.
const redPage = `<!doctype html><meta name=viewport content="width=device-width"><body style="margin:30px;font:16px sans-serif"><style>input,b{background:red;color:red;border:1px solid red}</style>
<p>Name <input value="Ada"> and <b>Ada Lovelace</b> <p style="zoom:.5"><b>Ada Lovelace</b> <p style="transform:scale(2);transform-origin:0 0"><b>Ada Lovelace</b>
%s`

const redFrame = `<iframe srcdoc="<style>input,b{background:red;color:red;border:1px solid red}</style><input> <b>Ada Lovelace</b>" style="transform:scale(.75);width:400px"></iframe>`

// TestMasksAtEveryScale: screens have more dots than CSS pixels, people zoom
// from 50 to 200 %, and pinch; what is guarded is grey all the same.
func TestMasksAtEveryScale(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintf(w, redPage, redFrame) }))
	t.Cleanup(server.Close)
	b, err := Launch(ctx, Options{Profiles: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	p := b.Pages()[0]
	if err := p.Navigate(ctx, server.URL); err != nil {
		t.Fatal(err)
	}
	for _, scale := range []struct{ dots, pinch float64 }{{1, 1}, {0.5, 1}, {0.75, 1}, {1.25, 1}, {1.5, 1}, {2, 1}, {1, 2}, {1.5, 1.5}} {
		if err := p.show(ctx, scale.dots, scale.pinch); err != nil {
			t.Fatal(err)
		}
		naked, err := p.Picture(ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		boxes, err := p.Guarded(ctx, Private{Texts: []string{"Ada Lovelace"}, Origins: []string{server.URL}})
		if err != nil {
			t.Fatal(err)
		}
		dressed, err := p.Picture(ctx, boxes)
		if err != nil {
			t.Fatal(err)
		}
		if red(t, naked) == 0 || red(t, dressed) > 0 {
			t.Errorf("at %+v: %d dots are red without a mask, %d with", scale, red(t, naked), red(t, dressed))
		}
	}
}

// show sets how many dots a CSS pixel has, and how far a person has pinched.
func (p *Page) show(ctx context.Context, dots, pinch float64) error {
	if _, err := cdp.Call(ctx, p.target, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 900, Height: 600, DeviceScaleFactor: dots}); err != nil {
		return err
	}
	_, err := cdp.Call(ctx, p.target, emulation.SetPageScaleFactor, emulation.SetPageScaleFactorParams{PageScaleFactor: pinch})
	return err
}

// red counts the dots that are more red than anything else.
func red(t *testing.T, data []byte) int {
	t.Helper()
	shot, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for x := range shot.Bounds().Dx() {
		for y := range shot.Bounds().Dy() {
			c := color.RGBAModel.Convert(shot.At(x, y)).(color.RGBA)
			if int(c.R) > int(c.G)+60 && int(c.R) > int(c.B)+60 {
				count++
			}
		}
	}
	return count
}
