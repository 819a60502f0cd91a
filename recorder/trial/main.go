// SPDX-License-Identifier: EUPL-1.2

// Command trial measures how well elements are found again on pages that have
// changed, and learns the weights of the model. Data are folders of site files
// as of the Similo study: elements recorded on a page, and the elements of the
// same page years later.
//
//	make bench-locate DATA=folder OUT=file [TRUTH=file]
//	make train-locate DATA=folder TRUTH=file
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"github.com/heinzel-rpa/heinzel/recorder/target"
)

func main() {
	data := flag.String("data", "", "the folder of site files")
	labels := flag.String("truth", "", "the file that says what each target became")
	out := flag.String("out", "", "bench: where to write a line for each target: site, number, what was chosen, and what without the true element")
	train := flag.String("train", "", "learn, and write the weights to this file")
	flag.Parse()
	if err := try(*data, *labels, *out, *train); err != nil {
		fmt.Fprintln(os.Stderr, "trial:", err)
		os.Exit(2)
	}
}

func try(data, labels, out, train string) error {
	sites, err := readSites(data)
	if err != nil {
		return err
	}
	var t *truth
	if labels != "" {
		if t, err = readTruth(labels); err != nil {
			return err
		}
	}
	asked := make([][]question, len(sites))
	for i, s := range sites {
		asked[i] = questions(s, t)
	}
	if train != "" {
		if t == nil {
			return fmt.Errorf("learning needs -truth")
		}
		return learn(asked, train)
	}
	return bench(asked, t != nil, out)
}

// learn writes the weights that all sites give, after measuring on each site
// what the others teach.
func learn(asked [][]question, file string) error {
	var answers []answer
	for i := range asked {
		others := append(append([][]question{}, asked[:i]...), asked[i+1:]...)
		m := lesson(others)
		for n := range asked[i] {
			answers = append(answers, ask(&m, &asked[i][n]))
		}
	}
	fmt.Println("Leave one site out: what the other sites teach, measured on each.")
	curve(os.Stdout, answers)
	report(os.Stdout, map[string][]answer{"heinzel": answers}, []string{"heinzel"})
	m := lesson(asked)
	text, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(text, '\n'), 0o644)
}

// bench asks the trained model and the ways of others.
func bench(asked [][]question, labelled bool, out string) error {
	m, err := target.Trained()
	if err != nil {
		return err
	}
	all, order := map[string][]answer{}, []string{"heinzel"}
	for i := range asked {
		for n := range asked[i] {
			q := &asked[i][n]
			all["heinzel"] = append(all["heinzel"], ask(m, q))
			for _, b := range baselines() {
				all[b.name] = append(all[b.name], b.answer(q))
			}
		}
	}
	for _, b := range baselines() {
		order = append(order, b.name)
	}
	if labelled {
		curve(os.Stdout, all["heinzel"])
		report(os.Stdout, all, order)
	}
	return writeLines(out, all["heinzel"])
}

// report tells how good each way is.
func report(w io.Writer, all map[string][]answer, order []string) {
	for _, contested := range []bool{false, true} {
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		title := "without contested labels"
		if contested {
			title = "with contested labels"
		}
		fmt.Fprintf(t, "\n%s\tanswered\twrong of these\tfalse when removed\talways answering right\n", title)
		for _, name := range order {
			tally(t, name, all[name], contested)
		}
		t.Flush()
	}
}

// writeLines writes a line for each target.
func writeLines(file string, answers []answer) error {
	if file == "" {
		return nil
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	for _, a := range answers {
		fmt.Fprintf(f, "%s,%d,%d,%d\n", a.q.site, a.q.number, a.present, a.removed)
	}
	return f.Close()
}
