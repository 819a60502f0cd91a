// SPDX-License-Identifier: EUPL-1.2

package access_test

import (
	"bufio"
	"crypto/tls"
	"encoding/pem"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/access"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// echo answers an upgrade (RFC 9110, 7.8) and sends back what it gets.
func echo(w http.ResponseWriter, r *http.Request) {
	if name, _, _ := r.BasicAuth(); name != "u" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Header().Set("Connection", "Upgrade")
	w.Header().Set("Upgrade", "echo")
	w.WriteHeader(http.StatusSwitchingProtocols)
	conn, in, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	_, _ = io.Copy(conn, in)
}

// TestUpgrades: applications that keep a connection open (WebSocket) work
// through the gate.
func TestUpgrades(t *testing.T) {
	server := httptest.NewTLSServer(http.HandlerFunc(echo))
	defer server.Close()
	way, err := access.Open(scenarios.Location{Origins: []string{server.URL}, Access: scenarios.Access{
		SignIn:      &scenarios.SignIn{User: "u", Password: "p"},
		Authorities: []scenarios.File{{Content: pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})}},
	}}, func(name string) (secret.Value, error) { return secret.New(name), nil })
	if err != nil {
		t.Fatal(err)
	}
	gate, err := way.Gate()
	if err != nil {
		t.Fatal(err)
	}
	defer gate.Close()
	host := strings.TrimPrefix(server.URL, "https://")
	conn := tunnel(t, gate, host)
	defer conn.Close()
	in := bufio.NewReader(conn)
	_, _ = io.WriteString(conn, "GET / HTTP/1.1\r\nHost: "+host+"\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n")
	if answer, err := http.ReadResponse(in, nil); err != nil || answer.StatusCode != http.StatusSwitchingProtocols {
		t.Fatalf("%v, %v", answer, err)
	}
	_, _ = io.WriteString(conn, "hello\n")
	if line, err := in.ReadString('\n'); err != nil || line != "hello\n" {
		t.Errorf("%q, %v", line, err)
	}
}

// tunnel connects as the browser does, with TLS to the gate inside.
func tunnel(t *testing.T, gate *access.Gate, host string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(gate.Address(), "http://"))
	if err != nil {
		t.Fatal(err)
	}
	r := &http.Request{Method: http.MethodConnect, URL: &url.URL{Opaque: host}, Host: host, Header: http.Header{}}
	as := &http.Request{Header: http.Header{}}
	as.SetBasicAuth(gate.LogIn())
	r.Header.Set("Proxy-Authorization", as.Header.Get("Authorization"))
	if err := r.Write(conn); err != nil {
		t.Fatal(err)
	}
	if answer, err := http.ReadResponse(bufio.NewReader(conn), r); err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%v, %v", answer, err)
	}
	return tls.Client(conn, &tls.Config{InsecureSkipVerify: true}) // the gate's key is known to its browser alone
}
