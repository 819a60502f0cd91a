// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"github.com/heinzel-rpa/heinzel/recorder/target"
)

// threshold is fixed on the shared sites: with it leave-one-site-out gives less
// than one wrong answer, and less than one false one, in a hundred.
const threshold = 0.8

// lesson learns a model from sites. Trust is learned from elections on sites
// that they had not seen. Targets whose label is doubtful teach nothing.
func lesson(sites [][]question) target.Model {
	var trust []target.Example
	for i := range sites {
		election := target.Learn(elections(sites, i))
		for _, q := range sites[i] {
			trust = append(trust, trials(&q, &election)...)
		}
	}
	return target.Model{Election: target.Learn(elections(sites, -1)), Trust: target.Learn(trust), Threshold: threshold}
}

// elections are the examples of all sites but one: each target twice, once
// with its true element removed.
func elections(sites [][]question, without int) []target.Example {
	var out []target.Example
	for i, list := range sites {
		for _, q := range list {
			if i != without && q.truth >= 0 && !q.contested {
				out = append(out, q.page.compared, q.without.compared)
			}
		}
	}
	return out
}

func trials(q *question, election *target.Ladder) []target.Example {
	var out []target.Example
	if q.truth < 0 || q.contested {
		return nil
	}
	if c := election.Elect(q.page.compared, q.page.elements); c.Best >= 0 {
		out = append(out, target.TrustExample(q.page.compared, c, q.right(c.Best)))
	}
	if c := election.Elect(q.without.compared, q.without.elements); c.Best >= 0 {
		out = append(out, target.TrustExample(q.without.compared, c, false))
	}
	return out
}
