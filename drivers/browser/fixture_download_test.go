// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// large does not fit into one packet.
const large = 1 << 20

func attach(w http.ResponseWriter, name string) {
	w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
}

// fileSite serves the files of download.html.
func fileSite(t *testing.T) string {
	t.Helper()
	away := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		attach(w, "away.txt")
		_, _ = w.Write([]byte("away"))
	}))
	t.Cleanup(away.Close)
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir("testdata")))
	files := map[string]http.HandlerFunc{
		"attached": func(w http.ResponseWriter, _ *http.Request) {
			attach(w, "Bescheid Öz.csv")
			_, _ = w.Write([]byte("a;b"))
		},
		"plain": func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<p>plain")) },
		"evil": func(w http.ResponseWriter, _ *http.Request) {
			attach(w, "../../evil.txt")
			_, _ = w.Write([]byte("evil"))
		},
		"letter.pdf": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/pdf")
			_, _ = w.Write([]byte("%PDF-1.4"))
		},
		"slow": slowFile,
		"endless": func(w http.ResponseWriter, r *http.Request) {
			attach(w, "endless")
			flush(w, 4096)
			<-r.Context().Done()
		},
		"cut":     func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "2097152"); cut(w) },
		"chunked": func(w http.ResponseWriter, _ *http.Request) { cut(w) },
		"fail":    func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "down", http.StatusInternalServerError) },
		"away":    func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, away.URL, http.StatusFound) },
	}
	for name, serve := range files {
		mux.HandleFunc("/file/"+name, serve)
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.CloseClientConnections)
	t.Cleanup(server.Close)
	return server.URL
}

func flush(w http.ResponseWriter, n int) {
	_, _ = w.Write(bytes.Repeat([]byte("x"), n))
	w.(http.Flusher).Flush()
}

func slowFile(w http.ResponseWriter, _ *http.Request) {
	attach(w, "slow.bin")
	w.Header().Set("Content-Length", "1048576")
	for range 4 {
		flush(w, large/4)
		<-time.After(200 * time.Millisecond)
	}
}

// cut breaks the connection off in the middle.
func cut(w http.ResponseWriter) {
	attach(w, "cut.bin")
	flush(w, large)
	panic(http.ErrAbortHandler)
}

// openFiles starts a browser on the pages with files; its profiles lie in dir.
func openFiles(t *testing.T) (s stage, dir string) {
	t.Helper()
	address, dir := fileSite(t), t.TempDir()
	session, err := browser.Driver{Options: page.Options{Profiles: dir}}.Begin(t.Context(), scenarios.Location{Address: address + "/click-links-next.html", Origins: []string{address}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(session.Close)
	return stage{t, session, address}, dir
}

func TestDownload(t *testing.T) {
	t.Parallel()
	s, dir := openFiles(t)
	for _, p := range []struct{ at, name, content string }{
		{"Attached", "Bescheid Öz.csv", "a;b"},
		{"Form", "Bescheid Öz.csv", "a;b"},
		{"Plain", "plain.bin", "<p>plain"},
		{"Letter", "letter.pdf", "%PDF-1.4"},
		{"Letter in a window", "letter.pdf", "%PDF-1.4"},
		{"Blob", "made.txt", "made by the page"},
		{"Slow", "slow.bin", strings.Repeat("x", large)},
		{"Evil", "evil.txt", "evil"},
	} {
		t.Run(p.at, func(t *testing.T) {
			s.T = t
			s.goTo("download.html")
			e := s.must("name: "+p.at, act.Action{Verb: act.Download})
			if !strings.HasSuffix(e.Value, p.name) || strings.ContainsAny(e.Value, `/\`) || string(e.File) != p.content {
				t.Errorf("%q with %d bytes", e.Value, len(e.File))
			}
			nothingLies(t, dir)
		})
	}
}

func TestDownloadThatFails(t *testing.T) {
	t.Parallel()
	s, dir := openFiles(t)
	for _, p := range []struct {
		at, says string
		kind     fault.Kind
	}{
		{"Nothing", "downloads nothing", fault.Halted},
		{"Cut", "broke off", fault.Technical},
		{"Chunked and cut", "broke off", fault.Technical},
		{"Endless", "did not end in time", fault.Technical},
		{"Away", "does not allow", fault.Halted},
		{"Two", "2 files", fault.Halted},
		{"Fail", "HTTP 500", fault.Technical},
	} {
		t.Run(p.at, func(t *testing.T) {
			s.T = t
			s.goTo("download.html")
			_, err := s.do("name: "+p.at, act.Action{Verb: act.Download, Within: brief})
			s.failed(err, p.kind, p.says)
			nothingLies(t, dir)
		})
	}
	s.T = t
	s.goTo("download.html")
	s.click("Attached") // refused: no step asked for it
	nothingLies(t, dir)
	if e := s.must("name: Attached", act.Action{Verb: act.Download}); string(e.File) != "a;b" {
		t.Errorf("after all that: %q", e.File)
	}
}

// nothingLies holds that no download is left on the disk.
func nothingLies(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Base(filepath.Dir(path)) == "downloads" {
			t.Errorf("%s is left", path)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestDownloadOfGuests: browsers that share a process take their own files,
// also those that come by a window that is just opening.
func TestDownloadOfGuests(t *testing.T) {
	t.Parallel()
	address := fileSite(t)
	shared := options(t.TempDir())
	shared.Host = &page.Host{}
	for range 2 {
		session, err := browser.Driver{Options: shared}.Begin(t.Context(), scenarios.Location{Address: address + "/download.html", Origins: []string{address}})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(session.Close)
		s := stage{t, session, address}
		for _, at := range []string{"Attached", "Letter in a window"} {
			s.goTo("download.html")
			if e := s.must("name: "+at, act.Action{Verb: act.Download}); len(e.File) == 0 {
				t.Errorf("%s brought nothing", at)
			}
		}
	}
}
