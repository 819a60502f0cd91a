// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
)

// The size of A4 in inches, as the protocol wants it.
const (
	a4Width  = 8.27
	a4Height = 11.69
)

// Print prints the window as a PDF on A4, unless the page asks for another
// size itself.
func (p *Page) Print(ctx context.Context) ([]byte, error) {
	var data []byte
	err := p.unlessMessage(ctx, func(ctx context.Context) error {
		answer, err := cdp.Call(ctx, p.target, page.PrintToPDF, page.PrintToPDFParams{
			PrintBackground: new(true), PreferCSSPageSize: new(true), PaperWidth: a4Width, PaperHeight: a4Height,
		})
		if err == nil {
			data = answer.Data
		}
		return err
	})
	return data, gone(err)
}
