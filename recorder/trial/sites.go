// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
)

// site is a web site at two times: elements that were recorded, and the
// elements of the later page.
type site struct {
	Name       string
	Targets    []scenarios.Fingerprint
	Candidates []scenarios.Fingerprint
}

// readSites reads every site file of a folder, in the order of names.
func readSites(folder string) ([]site, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("there are no site files (*.json) in %s", folder)
	}
	var out []site
	for _, file := range files {
		s, err := readSite(file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		out = append(out, s)
	}
	return out, nil
}

func readSite(file string) (site, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return site{}, err
	}
	var raw struct {
		Site                string
		Targets, Candidates []map[string]any
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return site{}, err
	}
	return site{
		Name:    cmp.Or(raw.Site, strings.TrimSuffix(filepath.Base(file), ".json")),
		Targets: fingerprints(raw.Targets), Candidates: fingerprints(raw.Candidates),
	}, nil
}

func fingerprints(list []map[string]any) []scenarios.Fingerprint {
	out := make([]scenarios.Fingerprint, len(list))
	for i, raw := range list {
		out[i] = fingerprint(raw)
	}
	return out
}

func fingerprint(raw map[string]any) scenarios.Fingerprint {
	get := func(names ...string) string {
		for _, name := range names {
			if v, ok := raw[name]; ok && v != nil {
				if s := strings.TrimSpace(fmt.Sprint(v)); s != "" {
					return s
				}
			}
		}
		return ""
	}
	number := func(name string) float64 {
		f, _ := strconv.ParseFloat(get(name), 64)
		return f
	}
	var around []string
	for _, name := range []string{"neighbor_text", "neighbor_text_above", "neighbor_text_below", "neighbor_text_left", "neighbor_text_right"} {
		around = append(around, get(name))
	}
	return scenarios.Fingerprint{
		Tag: get("tag"), Type: get("type"), ID: get("id"), Name: get("name"), Class: get("class"), Href: get("href"),
		Text: get("visible_text", "text", "value", "placeholder"), Value: get("value"), Title: get("title", "alt", "aria_label"), Placeholder: get("placeholder"),
		Role: get("is_button"), Neighbours: strings.Join(around, " "), Path: get("xpath"), Anchored: get("idxpath"),
		Box: scenarios.Box{X: number("x"), Y: number("y"), Width: number("width"), Height: number("height")},
	}
}

// truth says for each site which candidate each target became, and which of
// these labels are doubtful.
type truth struct {
	Truth     map[string][]int
	Contested map[string][]int
}

func readTruth(file string) (*truth, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var t truth
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &t, nil
}
