// SPDX-License-Identifier: EUPL-1.2

//go:build !linux

package page

// Memory is 0 where the system does not tell what several processes share.
func (b *Browser) Memory() int64 { return 0 }
