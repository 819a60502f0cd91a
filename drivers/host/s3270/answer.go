// SPDX-License-Identifier: EUPL-1.2

package s3270

import (
	"strconv"
	"strings"
)

// Answer is what the terminal says to a command.
type Answer struct {
	Data    []string
	Status  Status
	refused bool
}

// Status is the line that ends every answer, as far as it is needed.
type Status struct {
	// Locked is set while the host works, or after an operator error.
	Locked    bool
	Connected bool
	// Rows and Columns are the size of the screen.
	Rows, Columns int
}

// Refusal is the error of a command that the terminal did not perform, in its
// own words.
type Refusal string

// Error says what the terminal said.
func (r Refusal) Error() string { return "the terminal refused: " + string(r) }

// answerOf sorts the lines of an answer: data, and the status at the end.
func answerOf(lines []string, refused bool) Answer {
	a := Answer{refused: refused}
	for _, line := range lines {
		if data, ok := strings.CutPrefix(line, "data: "); ok {
			a.Data = append(a.Data, data)
		}
	}
	if len(lines) > 0 {
		a.Status = statusOf(lines[len(lines)-1])
	}
	return a
}

// statusOf reads, of the twelve words of a status line, the keyboard, the
// connection and the size.
func statusOf(line string) Status {
	words := strings.Fields(line)
	if len(words) < 8 {
		return Status{Locked: true}
	}
	s := Status{Locked: words[0] != "U", Connected: strings.HasPrefix(words[3], "C")}
	s.Rows, _ = strconv.Atoi(words[6])
	s.Columns, _ = strconv.Atoi(words[7])
	return s
}

// Quote writes a text as the argument of String. The emulator reads backslashes
// twice, in quotes and in what is to be typed; by their numbers it reads them
// once.
func Quote(text string) string {
	return `"` + strings.NewReplacer(`\`, `\u005c`, `"`, `\u0022`).Replace(text) + `"`
}
