// SPDX-License-Identifier: EUPL-1.2

package practice_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"go.uber.org/goleak"

	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func start(t *testing.T, o practice.Options) *practice.Town {
	t.Helper()
	town, err := practice.Start(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := town.Close(); err != nil {
			t.Error(err)
		}
	})
	return town
}

// rename asks the library's interface and answers the status.
func rename(t *testing.T, town *practice.Town, number, name string) int {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPut,
		town.BibliothekURL()+"/api/leser/"+number+"/name", strings.NewReader(`{"nachname":"`+name+`"}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+practice.BibliothekToken)
	r.Close = true
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	return answer.StatusCode
}

func TestTownRestarts(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	town := start(t, practice.Options{Dir: dir})
	if status := rename(t, town, "B-10023", "Đặng"); status != http.StatusOK {
		t.Fatalf("status %d", status)
	}
	if err := town.Close(); err != nil {
		t.Fatal(err)
	}
	town = start(t, practice.Options{Dir: dir})
	rename(t, town, "B-10023", "Groß")
	entries, err := ledger.Read(town.BibliothekLedger())
	if err != nil || len(entries) != 2 || entries[1].Changes[0].Old != "Đặng" {
		t.Fatalf("ledger %+v, %v", entries, err)
	}
	if _, err := os.Stat(town.MelderegisterLedger()); err != nil {
		t.Error(err)
	}
}

func TestTakenPortIsTheErrorOfNet(t *testing.T) {
	t.Parallel()
	town := start(t, practice.Options{Dir: t.TempDir()})
	address, err := url.Parse(town.MelderegisterURL())
	if err != nil {
		t.Fatal(err)
	}
	port, _ := strconv.Atoi(address.Port())
	_, err = practice.Start(t.Context(), practice.Options{Dir: t.TempDir(), BibliothekPort: port})
	var plain *net.OpError
	if !errors.As(err, &plain) || !errors.Is(err, syscall.EADDRINUSE) {
		t.Fatalf("error %v", err)
	}
}

func TestTownEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	town, err := practice.Start(ctx, practice.Options{Dir: t.TempDir(), Switches: practice.Switches{
		APIOff: true, Bibliothek: trouble.Switches{Delay: trouble.Range{}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if status := rename(t, town, "B-10023", "Groß"); status != http.StatusServiceUnavailable {
		t.Errorf("status %d", status)
	}
	cancel()
	if err := town.Wait(); err != nil {
		t.Fatal(err)
	}
}
