// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Encode writes an export as it is kept: one line of JSON with the fields in
// their order, without spaces, and nothing escaped that need not be.
func (e Export) Encode() ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(e)
	return out.Bytes(), err
}

// ParseExport reads what Encode wrote. An export has one spelling only: two
// programs that read it can never see different things in it.
func ParseExport(data []byte) (Export, error) {
	var e Export
	if err := json.Unmarshal(data, &e); err != nil {
		return Export{}, fmt.Errorf("%w: it is no JSON of ours: %w", ErrExport, err)
	}
	again, err := e.Encode()
	if err != nil {
		return Export{}, fmt.Errorf("%w: %w", ErrExport, err)
	}
	if !bytes.Equal(again, data) {
		return Export{}, fmt.Errorf("%w: it was rewritten since it was made", ErrExport)
	}
	return e, nil
}
