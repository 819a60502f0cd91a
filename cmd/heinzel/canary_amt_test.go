// SPDX-License-Identifier: EUPL-1.2

//go:build linux

package main

import (
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
)

// The canaries. Those of the page are shown by the application and by nobody
// told to the robot.
const (
	canaryUser     = "kanarnutzer.4711"
	canaryPassword = "Kanarwort-ßẞ-7391"
	canaryToken    = "kanarzeichen_8840aQ"
	canaryName     = "Kanarname-Đặngǎ"
	canaryIBAN     = "DE02120300000000202051"
	canaryTax      = "86095742719"
	canaryPage     = "Kanarseite-Ǧerhøld"
	canaryAlert    = "Kanarmeldung-Žaneta"
	canaryFile     = "Kanarbescheid-Ćwik"
	canaryContent  = "Kanarinhalt-Łódź"
	canaryCode     = "Kanarkennung/9913=ß"
	canaryError    = "Kanarfehler-Ñandú"
	canaryServer   = "Kanarserver-Þórr"
	canaryAnswer   = "Kanarantwort-Ştefan"
	canaryWrong    = "Kanarfalsch-Ŵ"
)

func canaries() []canary {
	return []canary{
		{"user", canaryUser},
		{"password", canaryPassword},
		{"token", canaryToken},
		{"name", canaryName},
		{"IBAN", canaryIBAN},
		{"tax number", canaryTax},
		{"page", canaryPage},
		{"alert", canaryAlert},
		{"file name", canaryFile},
		{"content", canaryContent},
		{"address", canaryCode},
		{"error", canaryError},
		{"server", canaryServer},
		{"answer", canaryAnswer},
		{"wrong input", canaryWrong},
	}
}

// amt is an application that tells everything it knows wherever it can.
type amt struct {
	once   sync.Once
	asked  chan struct{} // closed when the slow page was asked for
	killed chan struct{} // closed when the robot is dead
}

func (a *amt) serve(t *testing.T) (address string) {
	mux := http.NewServeMux()
	mux.HandleFunc("/", shows(`<form method="post" action="/maske"><label>Kennung <input name="u"></label><label>Kennwort <input name="p" type="password"></label><button>Anmelden</button></form>`))
	mux.HandleFunc("POST /maske", func(w http.ResponseWriter, r *http.Request) {
		if r.FormValue("u") != canaryUser || r.FormValue("p") != canaryPassword {
			shows("<h1>Falsch</h1>")(w, r)
			return
		}
		http.SetCookie(w, &http.Cookie{Name: "wer", Value: url.QueryEscape(canaryUser), Path: "/", MaxAge: 9999})
		shows(mask)(w, r)
	})
	mux.HandleFunc("GET /daten", a.data)
	mux.HandleFunc("/kaputt", func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "panic at "+canaryServer+" "+canaryName, http.StatusInternalServerError)
	})
	mux.HandleFunc("/bescheid", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(canaryFile+".txt"))
		fmt.Fprintln(w, canaryContent)
	})
	mux.HandleFunc("/api/gut", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer "+canaryToken {
			w.WriteHeader(http.StatusUnauthorized)
		}
		fmt.Fprintf(w, `{"antwort": %q}`, canaryAnswer)
	})
	mux.HandleFunc("/api/schlecht", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusInternalServerError)
		fmt.Fprintf(w, `{"fehler": %q, "wer": %q}`, canaryServer, canaryToken)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.CloseClientConnections)
	t.Cleanup(server.Close)
	return server.URL
}

func serveBody(t *testing.T, body string) (address string) {
	server := httptest.NewServer(shows(body))
	t.Cleanup(server.Close)
	return server.URL
}

func shows(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!doctype html><title>Amt</title><style>*{font: 24px DejaVu Sans}</style>`+body)
	}
}

const mask = `<h1>Willkommen</h1><form action="/daten"><label>Name <input name="name"></label><label>IBAN <input name="iban"></label><label>Steuernummer <input name="tax"></label>
<label>Art <input name="art"></label><input type="hidden" name="code" value="` + canaryCode + `"><button>Weiter</button></form>`

// data shows what it was given in its address and in the page, and one trap.
func (a *amt) data(w http.ResponseWriter, r *http.Request) {
	name, say := html.EscapeString(r.FormValue("name")), html.EscapeString
	if r.FormValue("art") == "langsam" {
		a.once.Do(func() {
			shows("<p>"+name+canaryPage)(w, r)
			w.(http.Flusher).Flush()
			close(a.asked)
			<-a.killed
		})
	}
	traps := map[string]string{
		"meldung":   `<button onclick="alert('` + canaryAlert + ` ` + name + `')">Los</button>`,
		"verdeckt":  `<button>Los</button><div style="position: fixed; inset: 0; background: #eee">` + canaryPage + ` ` + name + `</div>`,
		"kaputt":    `<button onclick="location='/kaputt?wer=` + url.QueryEscape(canaryCode) + `'">Los</button>`,
		"fehlt":     `<button>Los ` + name + `</button><button>Loos ` + name + `</button>`,
		"zwei":      `<button>Los</button><button title="` + canaryPage + `">Los</button>`,
		"kurz":      `<button>Los</button><label>Kurz <input maxlength="12"></label>`,
		"auswahl":   `<button>Los</button><label>Auswahl <select><option>` + canaryPage + `</option></select></label>`,
		"fehler":    `<button onclick="document.body.innerHTML += '<p>Fehler: ` + canaryError + ` ` + name + `'">Los</button>`,
		"verraten":  `<p>Angemeldet als ` + say(canaryUser) + ` mit ` + say(canaryPassword) + `</p><button disabled>Los</button>`,
		"geschwätz": `<button onclick="console.log('` + canaryPage + `'); console.error(document.cookie); throw new Error('` + canaryError + `')">Los</button>`,
	}
	trap := traps[r.FormValue("art")]
	if trap == "" {
		trap = `<button>Los</button>`
	}
	shows(`<h1>Daten</h1><p>`+name+` `+say(r.FormValue("iban"))+` `+say(r.FormValue("tax"))+`</p>
<table><tr><th>Name<th>Ort<th>Amt</tr><tr><td>`+canaryPage+`<td>Ort<td>Amt</tr></table><label>Offen <input></label><a href="/bescheid">Bescheid</a>`+trap+strings.Repeat("<br>", 2)+
		`<script>localStorage.setItem('wer', document.body.innerText); document.cookie = 'was=`+url.QueryEscape(canaryName)+`; max-age=99999'</script>`)(w, r)
}
