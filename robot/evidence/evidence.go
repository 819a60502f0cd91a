// SPDX-License-Identifier: EUPL-1.2

// Package evidence keeps pictures and pages by the hash of their content. The
// journal names a piece by its hash, so that a change shows; a piece that is
// kept twice is stored once. Whoever hands a picture over has masked it.
//
// A piece lies in KIND/AB/HASH.EXT, where AB are the first two digits of the
// SHA-256 of its content. Files are written whole and durably, for the
// robot's account alone.
package evidence

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Ref names one piece of evidence.
type Ref struct {
	Hash string `json:"hash"` // SHA-256 of the content, in hex
	Name string `json:"name"` // of its file in the store, with slashes
}

// Files is where a store keeps its files; disk.Folder is one.
type Files interface {
	Read(name string) ([]byte, error)
	Put(name string, data []byte) error
}

// Store holds evidence. Its methods may be called at the same time.
type Store struct{ files Files }

// At is the store in a folder on disk.
func At(dir string) Store { return Store{disk.At(dir)} }

// In is the store in any place for files.
func In(files Files) Store { return Store{files} }

var wordPattern = regexp.MustCompile(`^[a-z][a-z0-9]{0,19}$`)

// Put keeps data of a kind, such as picture or page, with a file extension
// without full stop. Nothing is kept where an error is returned.
func (s Store) Put(kind, ext string, data []byte) (Ref, error) {
	if !wordPattern.MatchString(kind) || !wordPattern.MatchString(ext) || len(data) == 0 {
		return Ref{}, fault.New(fault.Internal, "evidence.put", speech.Say(
			"no evidence of kind %q with extension %q and %d bytes", "kein Nachweis der Art „%s“ mit Endung „%s“ und %d Bytes", kind, ext, len(data)))
	}
	hash := hashOf(data)
	ref := Ref{Hash: hash, Name: path.Join(kind, hash[:2], hash+"."+ext)}
	have, err := s.files.Read(ref.Name)
	if err != nil {
		return Ref{}, err
	}
	if hashOf(have) == hash {
		return ref, nil
	}
	if err := s.files.Put(ref.Name, data); err != nil {
		return Ref{}, err
	}
	return ref, nil
}

// Get gives a piece of evidence. One that is missing or was changed is a
// fault of kind Evidence.
func (s Store) Get(ref Ref) ([]byte, error) {
	data, err := s.files.Read(ref.Name)
	switch {
	case err != nil:
		return nil, err
	case len(data) == 0:
		return nil, fault.New(fault.Evidence, "evidence.get", speech.Say("%s is missing", "%s fehlt", ref.Name))
	case hashOf(data) != ref.Hash:
		return nil, fault.New(fault.Evidence, "evidence.get", speech.Say("%s was changed", "%s wurde verändert", ref.Name))
	}
	return data, nil
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
