// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
)

// TestNoSessionFile: pages may store what they like, and find it again; windows
// that could be opened again have no place on the disk.
func TestNoSessionFile(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<title>x</title>") }))
	t.Cleanup(server.Close)
	b, err := Launch(ctx, Options{Profiles: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	p := b.Pages()[0]
	for _, expression := range []string{
		"localStorage.a = sessionStorage.b = 'Kanarienvogel'; document.cookie = 'c=Kanarienvogel; max-age=9999'; ''",
		"localStorage.a + sessionStorage.b + document.cookie",
	} {
		if err := p.Navigate(ctx, server.URL); err != nil {
			t.Fatal(err)
		}
		got, err := cdp.Call(ctx, p.target, runtime.Evaluate, runtime.EvaluateParams{Expression: expression, ReturnByValue: new(true)})
		if err != nil || string(got.Result.Value) != `""` && string(got.Result.Value) != `"KanarienvogelKanarienvogelc=Kanarienvogel"` {
			t.Errorf("%s: %v, %v", expression, got, err)
		}
	}
	info, err := os.Lstat(filepath.Join(b.profile.dir, "Default", sessions))
	if err != nil || !info.Mode().IsRegular() || info.Size() != 0 {
		t.Errorf("%v, %v", info, err)
	}
}
