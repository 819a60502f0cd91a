// SPDX-License-Identifier: EUPL-1.2

package desktop

import "github.com/heinzel-rpa/heinzel/drivers/desktop/display"

// Display lets tests look at the display from outside.
func (s *Session) Display() *display.Display { return s.display }
