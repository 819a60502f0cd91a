// SPDX-License-Identifier: EUPL-1.2

package format_test

import (
	"testing"
	"testing/fstest"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

const guarded = `environment: 1
systems:
  amt:
    address: https://amt.example/
    sign in: {user: amt.user, password: amt.word}
    certificate: {file: keys/robot.p12, password: amt.p12}
    authorities: [house.pem]
    proxy:
      address: http://proxy.example:3128
      sign in: {user: proxy.user, password: proxy.word}
      bypass: [intranet.example, .local.example]
`

func environment(t *testing.T, files fstest.MapFS) (*scenarios.Environment, *source.Report) {
	t.Helper()
	var report source.Report
	env, err := format.Environment(&report, files, "amt.yaml", "amt.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return env, &report
}

func TestAccessOfAnEnvironment(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"amt.yaml": {Data: []byte(guarded)}, "house.pem": {Data: []byte("house")}, "keys/robot.p12": {Data: []byte("p12")}}
	env, report := environment(t, files)
	if report.Failed() {
		t.Fatal(report.Sorted())
	}
	a := env.Location("amt").Access
	if a.SignIn.Password != "amt.word" || string(a.Certificate.File.Content) != "p12" || a.Certificate.Password != "amt.p12" ||
		string(a.Authorities[0].Content) != "house" || a.Proxy.SignIn.User != "proxy.user" || len(a.Proxy.Bypass) != 2 {
		t.Errorf("read as %+v", a)
	}
	files["house.pem"] = &fstest.MapFile{Data: []byte("another house")}
	if other, _ := environment(t, files); other.Hash == env.Hash {
		t.Error("whoever is trusted changed, and the environment has the same hash")
	}
}

func TestAccessThatCannotBe(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"sign in: {user: amt.user}", "sign in: {user: robot, password: two words}", "certificate: {file: gone.p12, password: p}",
		"certificate: {file: ../robot.p12, password: p}", "authorities: [/etc/ssl/ca.pem]", "proxy: {address: proxy.example}",
		"proxy: {address: http://robot:word@proxy.example:3128}", "proxy: {bypass: [a]}",
	} {
		_, report := environment(t, fstest.MapFS{"amt.yaml": {Data: []byte("environment: 1\nsystems:\n  amt:\n    address: https://amt.example/\n    " + line + "\n")}})
		if !report.Failed() {
			t.Errorf("%s is taken", line)
		}
	}
}
