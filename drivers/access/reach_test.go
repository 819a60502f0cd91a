// SPDX-License-Identifier: EUPL-1.2

package access_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/access"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"software.sslmate.com/src/go-pkcs12"
)

func stored(name string) (secret.Value, error) { return secret.New(name), nil }

// answers sends a letter through a connection, and waits for it to come back.
func answers(conn net.Conn) error {
	defer conn.Close()
	if _, err := conn.Write([]byte("a")); err != nil {
		return err
	}
	_, err := io.ReadFull(conn, make([]byte, 1))
	return err
}

// TestReachByProxy: a host behind the house's proxy is reached with its log-in.
func TestReachByProxy(t *testing.T) {
	t.Parallel()
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Header.Get("Proxy-Authorization") != "Basic cm9ib3Q6cmlnaHQ=": // robot:right
			w.WriteHeader(http.StatusProxyAuthRequired)
			return
		case r.Method != http.MethodConnect || r.Host != "host.example:992":
			w.WriteHeader(http.StatusForbidden)
			return
		}
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			return
		}
		defer conn.Close()
		_, _ = conn.Write([]byte("HTTP/1.1 200 OK\r\n\r\n"))
		_, _ = io.CopyN(conn, conn, 1)
	}))
	t.Cleanup(proxy.Close)
	for word, want := range map[string]fault.Kind{"right": fault.Unknown, "wrong": fault.Halted} {
		at := scenarios.Location{Access: scenarios.Access{Proxy: &scenarios.Proxy{Address: proxy.URL, SignIn: &scenarios.SignIn{User: "robot", Password: word}}}}
		way, err := access.Open(at, stored)
		if err != nil {
			t.Fatal(err)
		}
		conn, err := way.Reach(t.Context(), "host.example:992", false)
		if err == nil {
			err = answers(conn)
		}
		if fault.KindOf(err) != want {
			t.Errorf("with the %s password: %v", word, err)
		}
		way.Close()
	}
}

// TestReachWithCertificate: a host that asks who comes is shown the robot's own
// certificate.
func TestReachWithCertificate(t *testing.T) {
	t.Parallel()
	server := httptest.NewUnstartedServer(nil)
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.TLS = &tls.Config{ClientAuth: tls.RequireAnyClientCert}
	server.StartTLS()
	t.Cleanup(server.Close)
	house := []scenarios.File{{Content: pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})}}
	for name, with := range map[string]*scenarios.Certificate{"with": {File: scenarios.File{Name: "robot.p12", Content: robotPaper(t)}, Password: "word"}, "without": nil} {
		way, err := access.Open(scenarios.Location{Access: scenarios.Access{Authorities: house, Certificate: with}}, stored)
		if err != nil {
			t.Fatal(err)
		}
		conn, err := way.Reach(t.Context(), server.Listener.Addr().String(), true)
		if err == nil {
			_, _ = conn.Write([]byte("GET / HTTP/1.0\r\n\r\n"))
			_, err = io.ReadAll(conn)
			conn.Close()
		}
		if (err == nil) != (with != nil) {
			t.Errorf("%s a certificate of its own: %v", name, err)
		}
		way.Close()
	}
}

// robotPaper is a certificate with its key, sealed with a word.
func robotPaper(t *testing.T) []byte {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	sheet := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "robot"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	raw, err := x509.CreateCertificate(rand.Reader, sheet, sheet, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(raw)
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := pkcs12.Modern.Encode(key, leaf, nil, "word")
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}
