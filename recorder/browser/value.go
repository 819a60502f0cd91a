// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// seal makes tokens of texts: the same for the same text, and without the key,
// which is in memory only, nobody can try texts out.
type seal struct{ key []byte }

func (s seal) value(text, words string, secret bool) event.Value {
	if secret {
		return event.Value{Secret: true}
	}
	if text == "" {
		return event.Value{Words: words}
	}
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte(text))
	return event.Value{Text: text, Token: hex.EncodeToString(mac.Sum(nil)[:10]), Type: typeOf(text), Words: words}
}

// typeOf guesses the type of a text. Numbers that begin with a zero, or are
// very long, are no amounts.
func typeOf(text string) value.Kind {
	text = strings.TrimSpace(text)
	digits := strings.Count(text, "") - 1
	if strings.HasPrefix(text, "0") && !strings.HasPrefix(text, "0,") || digits > 40 {
		if kind := value.Date; fits(kind, text) {
			return kind
		}
		return value.Text
	}
	for _, kind := range []value.Kind{value.Date, value.Integer, value.Decimal, value.Money, value.Boolean} {
		if fits(kind, text) {
			return kind
		}
	}
	return value.Text
}

func fits(kind value.Kind, text string) bool {
	_, err := value.Parse(value.Of(kind), text)
	return err == nil
}
