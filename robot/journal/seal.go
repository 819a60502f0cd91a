// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"filippo.io/age"
)

const saltSize = 32

// sealer turns contents into commitments and collects the records that hold
// them. It keeps its first error.
type sealer struct {
	to      age.Recipient
	records bytes.Buffer
	err     error
}

// put seals a content and gives its commitment; empty content needs none.
func (s *sealer) put(content []byte) string {
	if len(content) == 0 || s.err != nil {
		return ""
	}
	record := make([]byte, saltSize, saltSize+len(content))
	if _, s.err = rand.Read(record); s.err != nil {
		return ""
	}
	commitment := commit(record, content)
	closed, err := encrypt(append(record, content...), s.to)
	if err != nil {
		s.err = err
		return ""
	}
	rest := base64.StdEncoding.EncodeToString(closed)
	fmt.Fprintf(&s.records, "%s %d %s\n", commitment, len(rest), rest)
	return commitment
}

// putJSON seals a value of ours as JSON.
func (s *sealer) putJSON(v any) string {
	content, err := json.Marshal(v)
	if err != nil && s.err == nil {
		s.err = err
	}
	return s.put(content)
}

func commit(salt, content []byte) string {
	mac := hmac.New(sha256.New, salt)
	mac.Write(content)
	return hex.EncodeToString(mac.Sum(nil))
}

func encrypt(plain []byte, to age.Recipient) ([]byte, error) {
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	err = w.Close() // writes the last chunk
	return out.Bytes(), err
}
