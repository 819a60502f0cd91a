// SPDX-License-Identifier: EUPL-1.2

package browser_test

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
	"sync"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/browser"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"software.sslmate.com/src/go-pkcs12"
)

// house is an office with a certificate authority of its own.
type house struct {
	*testing.T
	key   *ecdsa.PrivateKey
	paper *x509.Certificate
}

func newHouse(t *testing.T) house {
	t.Helper()
	h := house{T: t}
	h.key, h.paper = h.issue(&x509.Certificate{IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign, NotAfter: time.Now().Add(time.Hour)})
	return h
}

// issue makes a certificate, signed by the house or, for its first, by itself.
func (h house) issue(paper *x509.Certificate) (*ecdsa.PrivateKey, *x509.Certificate) {
	h.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		h.Fatal(err)
	}
	paper.SerialNumber, paper.Subject = big.NewInt(time.Now().UnixNano()), pkix.Name{CommonName: "house"}
	paper.NotBefore = time.Now().Add(-48 * time.Hour)
	above, signer := h.paper, h.key
	if above == nil {
		above, signer = paper, key
	}
	raw, err := x509.CreateCertificate(rand.Reader, paper, above, &key.PublicKey, signer)
	if err != nil {
		h.Fatal(err)
	}
	made, err := x509.ParseCertificate(raw)
	if err != nil {
		h.Fatal(err)
	}
	return key, made
}

// authority is the certificate that environments name.
func (h house) authority() scenarios.File {
	return scenarios.File{Name: "house.pem", Content: pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: h.paper.Raw})}
}

// client is a robot's own certificate, signed by the house.
func (h house) client() *scenarios.Certificate {
	h.Helper()
	key, paper := h.issue(&x509.Certificate{NotAfter: time.Now().Add(time.Hour), ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}})
	data, err := pkcs12.Modern.Encode(key, paper, nil, "open sesame")
	if err != nil {
		h.Fatal(err)
	}
	return &scenarios.Certificate{File: scenarios.File{Name: "robot.p12", Content: data}, Password: "p12"}
}

// serve starts a server with a certificate of the house; change may spoil it.
func (h house) serve(handler http.Handler, change func(*x509.Certificate, *tls.Config)) string {
	h.Helper()
	paper := &x509.Certificate{NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}
	config := &tls.Config{ClientCAs: x509.NewCertPool()}
	config.ClientCAs.AddCert(h.paper)
	if change != nil {
		change(paper, config)
	}
	key, made := h.issue(paper)
	config.Certificates = []tls.Certificate{{Certificate: [][]byte{made.Raw}, PrivateKey: key}}
	server := httptest.NewUnstartedServer(handler)
	server.TLS = config
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	h.Cleanup(server.Close)
	return server.URL
}

// secrets are those of the tests.
func secrets(name string) (secret.Value, error) {
	return secret.New(map[string]string{"p12": "open sesame", "name": "robot", "word": "right", "wrong": "wrong"}[name]), nil
}

// enter opens a system with its access.
func enter(t *testing.T, address string, access scenarios.Access) (stage, error) {
	t.Helper()
	at := scenarios.Location{System: "amt", Address: address + "/", Origins: []string{address}, Access: access}
	s, err := browser.Driver{Options: page.Options{Profiles: t.TempDir()}, Secrets: secrets}.Begin(t.Context(), at)
	if err == nil {
		t.Cleanup(s.Close)
	}
	return stage{t, s, address}, err
}

// wayOut is a proxy that makes tunnels and forwards requests, for those who
// know its log-in. Every host behind it is the one that the test serves.
type wayOut struct {
	to    string
	mu    sync.Mutex
	asked []string
}

func (p *wayOut) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	as := &http.Request{Header: http.Header{"Authorization": r.Header["Proxy-Authorization"]}}
	if name, word, _ := as.BasicAuth(); name != "robot" || word != "right" {
		w.Header().Set("Proxy-Authenticate", `Basic realm="house"`)
		w.WriteHeader(http.StatusProxyAuthRequired)
		return
	}
	p.mu.Lock()
	p.asked = append(p.asked, r.Method+" "+r.Host)
	p.mu.Unlock()
	if r.Method != http.MethodConnect {
		_, _ = io.WriteString(w, `<p id="log">by the proxy</p>`)
		return
	}
	out, err := net.Dial("tcp", p.to)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	in, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	_, _ = io.WriteString(in, "HTTP/1.1 200 OK\r\n\r\n")
	go func() { _, _ = io.Copy(out, in); _ = out.Close() }()
	go func() { _, _ = io.Copy(in, out); _ = in.Close() }()
}

func (p *wayOut) saw() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked
}
