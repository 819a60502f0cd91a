// SPDX-License-Identifier: EUPL-1.2

package host_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"math/big"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/host"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/racingmars/go3270"
)

// TestLockedKeyboard: while the host works, nothing is typed; a key that was
// sent may have been felt.
func TestLockedKeyboard(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	s := sit(t, mainframe(t, nil, func(d desk) {
		for r, ok := d.show(konto()); ok; r, ok = d.show(konto()) {
			if r.AID == go3270.AIDPF5 {
				<-release
			}
		}
	}))
	t.Cleanup(func() { close(release) })
	if e := fails(t, s, "name: Speichern", click(), fault.Technical, "X SYSTEM"); !e.Touched {
		t.Error("a key that was sent is said to have touched nothing")
	}
	if e := fails(t, s, "label left: Nachname", fill("x"), fault.Technical, "X SYSTEM"); e.Touched {
		t.Error("typing is said to have touched a locked keyboard")
	}
	if yes, err := s.Look(t.Context(), act.Look{Text: "Konto ändern", Within: act.AtOnce}); yes || fault.KindOf(err) != fault.Technical {
		t.Errorf("a look at a host that works gave %v, %v", yes, err)
	}
}

func TestLostConnection(t *testing.T) {
	t.Parallel()
	leave := make(chan struct{})
	s := sit(t, mainframe(t, nil, func(d desk) {
		go func() { <-leave; d.Close() }()
		if r, ok := d.show(konto()); ok && r.AID == go3270.AIDPF5 {
			return
		}
	}))
	close(leave)
	waitFor(t, func() bool {
		_, err := s.Look(t.Context(), act.Look{Text: "KASSE", Within: act.AtOnce})
		return err != nil
	})
	if e := fails(t, s, "label left: Nachname", fill("x"), fault.Technical, "has ended"); e.Touched {
		t.Error("typing on a lost line is said to have touched")
	}
	after := sit(t, mainframe(t, nil, func(d desk) { d.show(konto()) }))
	if e := fails(t, after, "name: Speichern", click(), fault.Technical, "has ended"); !e.Touched {
		t.Error("a line lost after the key is said to have touched nothing")
	}
}

// waitFor asks again until something is so.
func waitFor(t *testing.T, so func() bool) {
	t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for over := time.After(patience); !so(); {
		select {
		case <-tick.C:
		case <-over:
			t.Fatal("it never became so")
		}
	}
}

func TestStop(t *testing.T) {
	t.Parallel()
	s := sit(t, mainframe(t, nil, func(d desk) {
		d.show(konto())
		_, _ = d.Read(make([]byte, 1)) // never answers again
	}))
	for _, a := range []act.Action{click(), read()} {
		ctx, stop := context.WithCancel(t.Context())
		time.AfterFunc(100*time.Millisecond, stop)
		a.Screen, a.Element = thing("name: Speichern")
		a.Within = time.Minute
		began := time.Now()
		if _, err := s.Do(ctx, a); !errors.Is(err, context.Canceled) || time.Since(began) > 5*time.Second {
			t.Errorf("it ended after %v: %v", time.Since(began), err)
		}
	}
	began := time.Now()
	s.Close()
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("closing took %v", took)
	}
}

func TestNobodyAnswers(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	for address, want := range map[string]fault.Kind{
		"tn3270://" + l.Addr().String() + "?codepage=cp273": fault.Technical,
		"tn3270://" + l.Addr().String():                     fault.Usage, // no code page is guessed
		"tn3270://" + l.Addr().String() + "?codepage=cp930": fault.Usage,
	} {
		if _, err := (host.Driver{}).Begin(t.Context(), scenarios.Location{Address: address}); fault.KindOf(err) != want {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// paper is a certificate made out to a name, for the loopback address or not.
func paper(t *testing.T, ip net.IP) (*tls.Config, []byte) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	sheet := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Kleinsiedel"}, NotBefore: now.Add(-time.Hour), NotAfter: now.Add(time.Hour),
		IPAddresses: []net.IP{ip}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
	}
	raw, err := x509.CreateCertificate(rand.Reader, sheet, sheet, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{raw}, PrivateKey: key}}}, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: raw})
}

func TestEncryptedHosts(t *testing.T) {
	t.Parallel()
	ours, authority := paper(t, net.IPv4(127, 0, 0, 1))
	named, other := paper(t, net.IPv4(127, 0, 0, 9))
	for name, c := range map[string]struct {
		paper *tls.Config
		trust []byte
		good  bool
	}{
		"the house's own": {ours, authority, true}, "unknown": {ours, nil, false}, "another authority": {ours, other, false}, "another name": {named, other, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			at := scenarios.Location{Address: mainframe(t, c.paper, loops(konto()))}
			if c.trust != nil {
				at.Access.Authorities = []scenarios.File{{Name: "amt.pem", Content: c.trust}}
			}
			s, err := host.Driver{}.Begin(t.Context(), at)
			if err == nil {
				defer s.Close()
			}
			switch {
			case c.good && err != nil:
				t.Fatal(err)
			case c.good:
				does(t, s, "label left: Nachname", fill("Weiß"))
			case fault.KindOf(err) != fault.Halted:
				t.Errorf("the certificate was accepted, or the fault is another: %v", err)
			}
		})
	}
}

// TestScreenWithoutFields: what a host shows before any application is read,
// and answered by a key.
func TestScreenWithoutFields(t *testing.T) {
	t.Parallel()
	s := sit(t, mainframe(t, nil, func(d desk) {
		d.show(mask(go3270.Field{Row: 3, Col: 5, PositionOnly: true, Content: "RECHENZENTRUM KLEINSIEDEL"}))
		loops(konto())(d)
	}))
	if got := does(t, s, "text: RECHENZENTRUM KLEINSIEDEL", read()).Value; got != "RECHENZENTRUM KLEINSIEDEL" {
		t.Errorf("it reads %q", got)
	}
	fails(t, s, "path: 4/7", fill("x"), fault.Halted, "protected")
	does(t, s, "text: RECHENZENTRUM KLEINSIEDEL", press("Enter"))
	if got := does(t, s, "label left: Konto", read()).Value; got != "4711" {
		t.Errorf("after the key it reads %q", got)
	}
}

// TestTimeThatIsUp: an action whose time ends in the middle of a command says
// what it was waiting for, and never that the connection has ended.
func TestTimeThatIsUp(t *testing.T) {
	t.Parallel()
	s := sit(t, mainframe(t, nil, loops(konto())))
	for within := range 60 {
		a := read()
		a.Screen, a.Element = thing("recognised=KASSE-99; label left: Konto")
		a.Within = time.Duration(within) * time.Millisecond
		if _, err := s.Do(t.Context(), a); err == nil || fault.KindOf(err) == fault.Internal || strings.Contains(err.Error(), "has ended") {
			t.Fatalf("after %v it ended %v", a.Within, err)
		}
	}
	if got := does(t, s, "label left: Konto", read()).Value; got != "4711" {
		t.Errorf("afterwards it reads %q", got)
	}
}
