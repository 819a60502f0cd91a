// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"strconv"
	"strings"

	"filippo.io/age"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
)

// Why a commitment could not be opened.
var (
	errLost  = errors.New("no record or no key")
	errWrong = errors.New("the record does not fit its commitment")
)

// opener opens the sealed values of one case. The nil opener opens nothing.
type opener struct {
	key     age.Identity
	records map[string]string // commitment → age file in base64
}

// newOpener reads the records of a case; without its key there is no opener.
func newOpener(s Store, number int, keys *Keys) (*opener, error) {
	if keys == nil {
		return nil, nil
	}
	key, err := loadKey(s, number, keys)
	if err != nil || key == nil {
		return nil, err
	}
	data, err := s.Read(proof.CaseValues(number))
	if err != nil {
		return nil, err
	}
	return &opener{key, recordsOf(data)}, nil
}

// recordsOf reads the lines of a values file. A line that is no record is
// passed over: its commitment will be missing.
func recordsOf(data []byte) map[string]string {
	lines, _ := proof.Lines(data)
	records := make(map[string]string, len(lines))
	for _, line := range lines {
		commitment, rest, _ := strings.Cut(string(line), " ")
		length, content, _ := strings.Cut(rest, " ")
		if n, err := strconv.Atoi(length); err == nil && n == len(content) {
			records[commitment] = content
		}
	}
	return records
}

// open gives the content that a commitment stands for.
func (o *opener) open(commitment string) ([]byte, error) {
	_, content, err := o.record(commitment)
	return content, err
}

// record gives salt and content of a commitment.
func (o *opener) record(commitment string) (salt, content []byte, err error) {
	if o == nil || o.records[commitment] == "" {
		return nil, nil, errLost
	}
	closed, err := base64.StdEncoding.DecodeString(o.records[commitment])
	if err != nil {
		return nil, nil, errWrong
	}
	record, err := decrypt(closed, o.key)
	if err != nil || len(record) < saltSize {
		return nil, nil, errWrong
	}
	salt, content = record[:saltSize], record[saltSize:]
	if commit(salt, content) != commitment {
		return nil, nil, errWrong
	}
	return salt, content, nil
}

func decrypt(closed []byte, key age.Identity) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(closed), key)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
