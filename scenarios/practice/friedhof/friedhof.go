// SPDX-License-Identifier: EUPL-1.2

// Package friedhof is the cemetery office of the made-up town of Kleinsiedel: a
// desktop program in the old style, with a menu, a tree of cemeteries, a table
// of graves, a search, a form, validation messages and a question before it
// saves. It is written in Python with GTK, as it was bought, and is never
// adapted to suit whoever operates it.
package friedhof

import (
	_ "embed"
	"os"
	"path/filepath"
)

//go:embed friedhof.py
var program []byte

//go:embed graves.csv
var graves []byte

// Ledger is the path of the ledger of an office that is installed in a folder.
func Ledger(dir string) string { return filepath.Join(dir, "friedhof.ledger.jsonl") }

// Install puts the program into a folder and gives the command that starts it.
// What is saved is kept in the ledger beside it.
func Install(dir string) ([]string, error) {
	for name, content := range map[string][]byte{"friedhof.py": program, "graves.csv": graves} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			return nil, err
		}
	}
	return []string{"/usr/bin/python3", filepath.Join(dir, "friedhof.py"), Ledger(dir)}, nil
}
