// SPDX-License-Identifier: EUPL-1.2

//go:build !windows

package page

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/heinzel-rpa/heinzel/robot/fault"
)

func TestPolicies(t *testing.T) {
	t.Parallel()
	const program = "/usr/lib/chromium/chromium"
	for name, p := range map[string]struct {
		file, content, says string
		headful             bool
	}{
		"none":                   {},
		"harmless":               {file: "etc/chromium/policies/managed/a.json", content: `{"DeveloperToolsAvailability": 1, "HomepageLocation": "x", "RemoteDebuggingAllowed": true}`},
		"no developer tools":     {file: "etc/chromium/policies/managed/a.json", content: `{"DeveloperToolsAvailability": 2}`, says: "DeveloperToolsAvailability is 2 (/etc/chromium/policies/managed/a.json)"},
		"in the old words":       {file: "etc/chromium-browser/policies/managed/a.json", content: `{"DeveloperToolsDisabled": true}`, says: "DeveloperToolsDisabled is true"},
		"no remote debugging":    {file: "etc/chromium/policies/managed/b.json", content: `{"RemoteDebuggingAllowed": false}`, says: "RemoteDebuggingAllowed is false"},
		"no browser without eye": {file: "etc/chromium/policies/managed/b.json", content: `{"HeadlessMode": 2}`, says: "HeadlessMode is 2"},
		"but with":               {file: "etc/chromium/policies/managed/b.json", content: `{"HeadlessMode": 2}`, headful: true},
		"another browser's":      {file: "etc/opt/chrome/policies/managed/a.json", content: `{"RemoteDebuggingAllowed": false}`},
		"recommended only":       {file: "etc/chromium/policies/recommended/a.json", content: `{"RemoteDebuggingAllowed": false}`},
		"broken":                 {file: "etc/chromium/policies/managed/a.json", content: `{`},
	} {
		err := forbiddenBy(policiesIn(fstest.MapFS{p.file: {Data: []byte(p.content)}}, brandOf(program)), program, p.headful)
		if (err != nil) != (p.says != "") || err != nil && (!strings.Contains(err.Error(), p.says) || fault.HintOf(err).IsZero()) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBrands(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"/usr/bin/google-chrome": chrome, `C:\Program Files\Chromium\Application\chrome.exe`: chromium, `C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`: edge,
		"/usr/bin/microsoft-edge": edge, "/usr/lib/chromium/chromium": chromium, "/opt/browser": "",
	} {
		if got := brandOf(path); got != want {
			t.Errorf("%s is taken for %q", path, got)
		}
	}
	if _, err := Find("edge"); err != nil && !strings.Contains(err.Error(), `"edge"`) {
		t.Error(err)
	}
	found, err := Find(chromium)
	if err == nil && brandOf(found) != chromium {
		t.Errorf("chromium is %s", found)
	}
}
