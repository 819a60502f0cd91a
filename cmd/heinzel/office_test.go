// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
)

// office takes letters and gives notices, to those who know its password.
type office struct {
	mu     sync.Mutex
	letter string
}

const counter = `<!doctype html><meta charset="utf-8"><title>office</title><h1>Counter</h1>
<form method="post" action="/letters" enctype="multipart/form-data"><label>Letter <input type="file" name="letter" accept=".pdf"></label><button>Send</button></form>`

func (o *office) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if name, word, _ := r.BasicAuth(); name != "robot" || word != "sesame" {
		w.Header().Set("WWW-Authenticate", `Basic realm="office"`)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	switch r.URL.Path {
	case "/letters":
		file, head, err := r.FormFile("letter")
		if err != nil {
			http.Error(w, "no letter", http.StatusBadRequest)
			return
		}
		data, _ := io.ReadAll(file)
		o.letter = fmt.Sprintf("%s (%d)", head.Filename, len(data))
		fmt.Fprintf(w, `<!doctype html><meta charset="utf-8"><title>office</title><h1>Received</h1><p>%s</p><a href="/notice">Notice</a>`, html.EscapeString(o.letter))
	case "/notice":
		w.Header().Set("Content-Disposition", `attachment; filename="notice.txt"`)
		fmt.Fprintf(w, "received: %s\n", o.letter)
	default:
		_, _ = io.WriteString(w, counter)
	}
}

// openOffice starts the office and writes office.yaml.
func openOffice(ts *testscript.TestScript, _ bool, _ []string) {
	server := httptest.NewServer(&office{})
	ts.Defer(server.Close)
	ts.Check(os.WriteFile(ts.MkAbs("office.yaml"), fmt.Appendf(nil, "environment: 1\nsystems:\n  office:\n    address: %s/\n"+
		"    sign in: {user: office.user, password: office.word}\nlimits: {answer: 8 s, retries: 0, pause: 100 ms}\n", server.URL), 0o600))
}
