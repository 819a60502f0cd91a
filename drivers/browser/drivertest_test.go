// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/drivertest"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// TestDriver: the browser driver does what every driver must.
func TestDriver(t *testing.T) {
	t.Parallel()
	drivertest.Suite(t, func(t *testing.T) drivertest.Stage {
		office := &office{}
		mux := http.NewServeMux()
		mux.Handle("/", http.FileServer(http.Dir("testdata")))
		mux.HandleFunc("POST /record", office.record)
		server := httptest.NewServer(mux)
		t.Cleanup(server.Close)
		s := openOn(t, server.URL)
		s.goTo("form.html")
		return drivertest.Stage{Session: s.session, Element: formElement, Recorded: office.all}
	})
}

func formElement(name string) (*scenarios.Screen, *scenarios.Element) {
	by := "label: "
	switch name {
	case "Save", "Delete", "Print":
		by = "name: "
	case "Greeting":
		return thing("id: greeting")
	}
	return thing(by + name)
}

// office records the forms that are sent to it, and shows the form again.
type office struct {
	mu    sync.Mutex
	forms []map[string]string
}

func (o *office) record(w http.ResponseWriter, r *http.Request) {
	form := map[string]string{}
	if err := r.ParseForm(); err == nil {
		for name := range maps.Keys(r.PostForm) {
			form[name] = r.PostForm.Get(name)
		}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.forms = append(o.forms, form)
	http.Redirect(w, r, "/form.html", http.StatusSeeOther)
}

func (o *office) all() []map[string]string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return slices.Clone(o.forms)
}
