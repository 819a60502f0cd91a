// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"crypto/rand"
	"embed"
	"strings"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
)

//go:embed library/*.js
var parts embed.FS

// library is injected. It lives in an isolated world of every frame: it sees
// the page's elements, the page does not see it. One call resolves all recorded
// ways to an element, checks that it can be acted upon, and prepares it.
var library = joined("names", "traits", "find", "ways", "place", "still", "prepare", "drag", "point", "guard", "look", "act")

// injection are the commands that put the library into a process: the robot's, or
// that of a watched browser.
func (b *Browser) injection() []command {
	bind := func(name, world string) command {
		return command{runtime.AddBinding.Method, runtime.AddBindingParams{Name: name, ExecutionContextName: world}}
	}
	add := func(source, world string) command {
		return command{page.AddScriptToEvaluateOnNewDocument.Method, page.AddScriptToEvaluateOnNewDocumentParams{Source: source, WorldName: world, RunImmediately: new(true)}}
	}
	if b.watching == nil {
		return []command{bind(touchedBinding, b.world), add(library, b.world)}
	}
	return []command{bind(seenBinding, b.world), bind(pageBinding, ""), add(foreign, ""), add(enclosed(finding, b.watching.Script), b.world)}
}

// touchedBinding tells the robot of its own gestures.
const touchedBinding = "heinzelTouched"

// finding are the parts that only look.
var finding = read("names", "traits", "find", "ways", "place", "still", "prepare", "look")

// foreign is for the page's own world.
var foreign = read("page")

// newWorld names the isolated world that the library lives in. Several robots
// and recorders may be connected to one browser, each with a world of its own.
func newWorld() string { return "heinzel " + rand.Text() }

// joined makes one function of the parts, each of which uses those before it
// when it begins.
func joined(names ...string) string { return enclosed(read(names...)) }

func enclosed(parts ...string) string {
	return "(() => {\n" + strings.Join(parts, "") + "})();\n"
}

func read(names ...string) string {
	var js strings.Builder
	for _, name := range names {
		part, err := parts.ReadFile("library/" + name + ".js")
		if err != nil {
			panic(err) // embedded
		}
		js.Write(part)
	}
	return js.String()
}
