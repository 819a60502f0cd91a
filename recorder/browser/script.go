// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"embed"
	"strings"
)

//go:embed watch/*.js
var parts embed.FS

// script joins the finding parts of the browser's library in every frame. Each
// part uses those before it when it begins.
var script = joined("marks", "census", "secret", "thing", "tell", "fields", "hands", "scroll", "point", "gallery", "listen")

func joined(names ...string) string {
	var js strings.Builder
	for _, name := range names {
		part, err := parts.ReadFile("watch/" + name + ".js")
		if err != nil {
			panic(err) // embedded
		}
		js.Write(part)
	}
	return js.String()
}
