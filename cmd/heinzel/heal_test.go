// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot"
)

// changing is a form whose fields and buttons get other words.
type changing struct {
	*httptest.Server
	how atomic.Value // renamed
}

func openChanging(t *testing.T) *changing {
	t.Helper()
	const folder = "../../drivers/browser/testdata/"
	form, err := os.ReadFile(folder + "changed.html")
	if err != nil {
		t.Fatal(err)
	}
	m := &changing{}
	m.how.Store("")
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(strings.Replace(string(form), "location.search.slice(1)", "'"+m.how.Load().(string)+"'", 1)))
	})
	mux.Handle("/", http.FileServer(http.Dir(folder)))
	m.Server = httptest.NewServer(mux)
	t.Cleanup(m.Close)
	return m
}

// TestAChangedMaskIsApproved: a mask gets other words after it was recorded.
// The robot halts at each, and says what it believes the element has become;
// once a person has approved that, it goes on.
func TestAChangedMaskIsApproved(t *testing.T) {
	dir := t.TempDir()
	t.Setenv(robot.HomeVariable, filepath.Join(dir, "home"))
	m := openChanging(t)
	recording := filepath.Join(dir, "maske")
	records(t, dir, clerk{
		folder: "testdata/clerk-mask", system: "register", address: m.URL + "/", begins: "changed", given: map[string]string{"nummer": "0040012", "nachname": "Maier"},
	}, recording)
	order := []string{"run", recording, "--environment", "maske", "--set", "personennummer=0040013", "--set", "nachname=Huber"}
	heinzel(t, 0, order...)

	m.how.Store("renamed")
	for _, element := range []string{"Nachname", "Speichern"} {
		if out := heinzel(t, 5, order...); !strings.Contains(out, "heinzel heal list") {
			t.Fatalf("it halts, but not because of the mask:\n%s", out)
		}
		list := heinzel(t, 0, "heal", "list")
		id, _, _ := strings.Cut(list, " ")
		if strings.Count(list, "\n") != 1 || !strings.Contains(list, "/"+element+" → ") {
			t.Fatalf("proposed is\n%s", list)
		}
		if out := heinzel(t, 0, "heal", "show", id); !strings.Contains(out, "picture now: ") {
			t.Errorf("there is no picture:\n%s", out)
		}
		heinzel(t, 0, "heal", "approve", id)
		heinzel(t, 2, "heal", "approve", id)
	}
	heinzel(t, 0, "check", recording)
	heinzel(t, 0, order...)
}
