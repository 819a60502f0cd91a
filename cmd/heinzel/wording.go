// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"cmp"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/report"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/explain"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/sentences"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// wording finds a reader's words for what a journal names: steps by their
// numbers, rules by their ids, systems by their names. Without a scenario it
// finds none, and the journal's own words stand.
type wording struct {
	lang    speech.Lang
	steps   map[string]string
	systems map[string]string
	inputs  map[string]string // labels
	books   map[string]*rules.Rulebook
	rules   map[string]report.Rule // by rulebook/id
}

func wordingOf(c *check.Checked, lang speech.Lang) wording {
	w := wording{lang: lang, steps: map[string]string{}, systems: map[string]string{}, inputs: map[string]string{}, rules: map[string]report.Rule{}}
	if c == nil {
		return w
	}
	doc := sentences.Scenario(c, lang)
	w.learn(doc.Steps)
	for _, in := range doc.Inputs {
		w.inputs[in.Name] = in.Label
	}
	for _, s := range doc.Systems {
		w.systems[s.Name] = s.Title
		w.learn(s.LogIn)
		w.learn(s.LogOut)
	}
	w.books = c.Rulebooks
	for name, book := range c.Rulebooks {
		w.learnRules(name, explain.Sentences(book, lang))
	}
	return w
}

func (w wording) learn(list []sentences.Sentence) {
	for _, s := range list {
		w.steps[s.Number] = s.Text
		for _, part := range s.Parts {
			w.learn(part.Steps)
		}
	}
}

func (w wording) learnRules(name string, d explain.Document) {
	for _, s := range d.Sentences {
		w.rules[name+"/"+s.ID] = report.Rule{ID: s.ID, If: s.If, Then: s.Then, Basis: s.Basis}
	}
}

func (w wording) say(en, de string, args ...any) string {
	return speech.Say(en, de, args...).In(w.lang)
}

// step is the sentence of a step; the round of a loop is no part of it.
func (w wording) step(key string) string {
	number, _, _ := strings.Cut(key, "#")
	return w.steps[number]
}

func (w wording) system(name string) string { return cmp.Or(w.systems[name], name) }

func (w wording) input(name string) string { return cmp.Or(w.inputs[name], name) }
