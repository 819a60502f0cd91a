// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// town writes a site of five links that all moved one place down, and its
// truth.
func town(t *testing.T, name string) (data, labels string) {
	t.Helper()
	data = t.TempDir()
	element := func(place, n int) string {
		path := fmt.Sprintf("/html[1]/body[1]/ul[1]/li[%d]/a[1]", place)
		return fmt.Sprintf(`{"tag": "A", "visible_text": "Punkt %d", "href": "/seite/%d", "class": "link", "xpath": "%s", "idxpath": "%s", "x": "10", "y": "%d", "width": "80", "height": "20"}`, n, n, path, path, 30*place)
	}
	var targets, candidates, truths []string
	candidates = append(candidates, `{"tag": "A", "text": "Neu", "xpath": "/html[1]/body[1]/ul[1]/li[1]/a[1]"}`)
	for n := range 5 {
		targets, candidates, truths = append(targets, element(n+1, n)), append(candidates, element(n+2, n)), append(truths, fmt.Sprint(n+1))
	}
	text := fmt.Sprintf(`{"site": %q, "targets": [%s], "candidates": [%s]}`, name, strings.Join(targets, ","), strings.Join(candidates, ","))
	labels = filepath.Join(t.TempDir(), "truth.json")
	for file, content := range map[string]string{
		filepath.Join(data, "eins.json"): text,
		labels:                           fmt.Sprintf(`{"truth": {%q: [%s]}, "contested": {}}`, name, strings.Join(truths, ",")),
	} {
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return data, labels
}

func TestBenchWritesALineForEachTarget(t *testing.T) {
	t.Parallel()
	data, labels := town(t, "Eins")
	out := filepath.Join(t.TempDir(), "lines.csv")
	if err := try(data, labels, out, ""); err != nil {
		t.Fatal(err)
	}
	lines, err := os.ReadFile(out)
	if err != nil || string(lines) != "Eins,0,1,-1\nEins,1,2,-1\nEins,2,3,-1\nEins,3,4,-1\nEins,4,5,-1\n" {
		t.Errorf("%v\n%s", err, lines)
	}
	if err := try(t.TempDir(), "", "", ""); err == nil || !strings.Contains(err.Error(), "no site files") {
		t.Error(err)
	}
}

func TestTrainingIsReproducible(t *testing.T) {
	t.Parallel()
	data, labels := town(t, "Eins")
	more, _ := town(t, "Eins")
	text, err := os.ReadFile(filepath.Join(more, "eins.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(data, "zwei.json"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	var weights [2][]byte
	for i := range weights {
		file := filepath.Join(t.TempDir(), "weights.json")
		if err := try(data, labels, "", file); err != nil {
			t.Fatal(err)
		}
		if weights[i], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(weights[0], weights[1]) || len(weights[0]) < 100 {
		t.Errorf("%d and %d bytes", len(weights[0]), len(weights[1]))
	}
}
