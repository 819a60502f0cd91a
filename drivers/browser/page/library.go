// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"embed"
	"strings"
)

//go:embed library/*.js
var parts embed.FS

// library is injected. It lives in an isolated world of every frame: it sees
// the page's elements, the page does not see it. One call resolves all recorded
// ways to an element, checks that it can be acted upon, and prepares it.
var library = joined("names", "traits", "find", "ways", "place", "still", "prepare", "drag", "guard", "look", "act")

// world is the name of the isolated world that the library lives in.
const world = "heinzel"

// joined makes one function of the parts, each of which uses those before it
// when it begins.
func joined(names ...string) string {
	var js strings.Builder
	js.WriteString("(() => {\n")
	for _, name := range names {
		part, err := parts.ReadFile("library/" + name + ".js")
		if err != nil {
			panic(err) // embedded
		}
		js.Write(part)
	}
	js.WriteString("})();\n")
	return js.String()
}
