// SPDX-License-Identifier: EUPL-1.2

package run

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// pointed follows a JSON pointer (RFC 6901) into an answer.
func pointed(body []byte, pointer string) (json.RawMessage, error) {
	at := json.RawMessage(body)
	for _, token := range strings.Split(pointer, "/")[1:] {
		token = strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
		var members map[string]json.RawMessage
		var items []json.RawMessage
		switch {
		case json.Unmarshal(at, &members) == nil:
			next, ok := members[token]
			if !ok {
				return nil, fmt.Errorf("no member %q", token)
			}
			at = next
		case json.Unmarshal(at, &items) == nil:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(items) {
				return nil, fmt.Errorf("no entry %q", token)
			}
			at = items[i]
		default:
			return nil, fmt.Errorf("nothing at %q", token)
		}
	}
	return at, nil
}
