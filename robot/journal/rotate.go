// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"golang.org/x/mod/sumdb/note"
)

// KeyEvent is a line of the history of a folder's signing keys: a key was made.
type KeyEvent struct {
	Key string    `json:"key"`
	At  time.Time `json:"at"`
	// By is the word of the key before: a note of the new key, signed with the
	// old one. The first key has none.
	By string `json:"by,omitempty"`
}

// RotateKey makes a new signing key in a folder; the old one signs for it and
// is deleted. Journals go on verifying: the public halves of all keys stay, and
// an order that is resumed notes the change.
func RotateKey(dir string) (_ *Keys, err error) {
	if _, err := LoadOrCreateKeys(dir); err != nil {
		return nil, err
	}
	folder := disk.At(dir)
	lock, err := folder.Lock()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	keys, err := LoadOrCreateKeys(dir) // another process may have changed them
	if err != nil {
		return nil, err
	}
	private, public, err := note.GenerateKey(rand.Reader, signerName)
	if err != nil {
		return nil, keyFault(err)
	}
	word, err := proof.SignKey(public, keys.signer)
	if err != nil {
		return nil, keyFault(err)
	}
	if len(keys.past) == 0 { // older than the history: its public half must stay
		if err := remember(folder, KeyEvent{Key: keys.public}); err != nil {
			return nil, err
		}
	}
	if err := remember(folder, KeyEvent{Key: public, At: time.Now().UTC(), By: string(word)}); err != nil {
		return nil, err
	}
	if err := folder.Put(signFile, []byte(private+"\n")); err != nil {
		return nil, err
	}
	return LoadOrCreateKeys(dir)
}

// remember comes before the key is used: a crash leaves a line about a key that
// signed nothing, never a key without a line.
func remember(folder disk.Folder, e KeyEvent) error {
	line, err := json.Marshal(e)
	if err != nil {
		return keyFault(err)
	}
	return folder.Append(pastFile, append(line, '\n'), true)
}

func recollect(folder disk.Folder) ([]KeyEvent, error) {
	data, err := folder.Read(pastFile)
	if err != nil {
		return nil, err
	}
	var past []KeyEvent
	lines, _ := proof.Lines(data)
	for _, line := range lines {
		var e KeyEvent
		if err := json.Unmarshal(line, &e); err != nil {
			return nil, keyFault(err)
		}
		past = append(past, e)
	}
	return past, nil
}

// History tells which signing keys there were, the oldest first. Of a key that
// is older than the history nobody knows the day.
func (k *Keys) History() []KeyEvent {
	if slices.ContainsFunc(k.past, func(e KeyEvent) bool { return e.Key == k.public }) {
		return k.past
	}
	return append([]KeyEvent{{Key: k.public}}, k.past...)
}

// Verifiers are all keys that ever signed for this folder.
func (k *Keys) Verifiers() proof.Keys {
	public := []string{k.public}
	for _, e := range k.past {
		public = append(public, e.Key)
	}
	keys, _ := proof.Verifiers(public...) // ours: those that cannot be read verify nothing
	return keys
}
