// SPDX-License-Identifier: EUPL-1.2

package browser

import "github.com/heinzel-rpa/heinzel/drivers/browser/page"

// Window is the session's first window, for tests that play the person at the
// mouse.
func (s *Session) Window() *page.Page { return s.browser.Pages()[0] }
