// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"crypto/rand"
	"errors"
	"strings"
	"time"

	"filippo.io/age"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"golang.org/x/mod/sumdb/note"
)

// signerName stands in front of every signature.
const signerName = "heinzel"

// The files of a key folder.
const (
	signFile   = "journal.sign"
	publicFile = "journal.pub"
	robotFile  = "robot.age"
	pastFile   = "journal.keys"
)

// Keys are what signs a journal's checkpoints and opens its sealed values.
type Keys struct {
	signer note.Signer
	public string
	robot  *age.X25519Identity
	past   []KeyEvent
}

// NewKeys makes keys that are kept nowhere.
func NewKeys() (*Keys, error) {
	robot, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, keyFault(err)
	}
	private, public, err := note.GenerateKey(rand.Reader, signerName)
	if err != nil {
		return nil, keyFault(err)
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		return nil, keyFault(err)
	}
	return &Keys{signer: signer, public: public, robot: robot}, nil
}

// Public is the verifier key, to be given to auditors: text for
// note.NewVerifier.
func (k *Keys) Public() string { return k.public }

// LoadOrCreateKeys reads the keys in a folder, journal.sign, journal.pub,
// robot.age, and what became of them in journal.keys, and makes them on first
// use. Keys that others can read are
// refused. robot.age is the file to keep a copy of in a safe place: without
// it nobody opens sealed values again.
func LoadOrCreateKeys(dir string) (*Keys, error) {
	folder := disk.At(dir)
	sign, robot, err := readKeys(folder)
	if err == nil && (len(sign) == 0 || len(robot) == 0) {
		sign, robot, err = createKeys(folder)
	}
	if err != nil {
		return nil, err
	}
	return parseKeys(folder, string(sign), string(robot))
}

func readKeys(folder disk.Folder) (sign, robot []byte, err error) {
	if sign, err = folder.ReadPrivate(signFile); err != nil {
		return nil, nil, err
	}
	robot, err = folder.ReadPrivate(robotFile)
	return sign, robot, err
}

// createKeys makes the keys, unless another process was faster.
func createKeys(folder disk.Folder) (sign, robot []byte, err error) {
	lock, err := folder.Lock()
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	if sign, robot, err = readKeys(folder); err != nil {
		return nil, nil, err
	}
	return completeKeys(folder, sign, robot)
}

// completeKeys makes what is missing, the robot's identity first: it is never
// made anew beside a signing key, since old values would stay closed.
func completeKeys(folder disk.Folder, sign, robot []byte) (_, _ []byte, err error) {
	if len(robot) == 0 && len(sign) > 0 {
		return nil, nil, fault.New(fault.Usage, "journal.keys", speech.Say(
			"%s is missing in %s", "%s fehlt in %s", robotFile, folder.Path())).
			WithHint(speech.Say("bring it back from the backup; sealed values cannot be opened without it",
				"aus der Sicherung zurückholen; ohne sie lassen sich versiegelte Werte nicht öffnen"))
	}
	if len(robot) == 0 {
		identity, err := age.GenerateX25519Identity()
		if err != nil {
			return nil, nil, keyFault(err)
		}
		robot = []byte(identity.String() + "\n")
		if err := folder.Put(robotFile, robot); err != nil {
			return nil, nil, err
		}
	}
	if len(sign) > 0 {
		return sign, robot, nil
	}
	private, _, err := note.GenerateKey(rand.Reader, signerName)
	if err != nil {
		return nil, nil, keyFault(err)
	}
	sign = []byte(private + "\n")
	public, err := publicOf(private)
	if err == nil {
		err = remember(folder, KeyEvent{Key: public, At: time.Now().UTC()})
	}
	if err != nil {
		return nil, nil, err
	}
	return sign, robot, folder.Put(signFile, sign)
}

func parseKeys(folder disk.Folder, sign, robot string) (*Keys, error) {
	identity, err := age.ParseX25519Identity(strings.TrimSpace(robot))
	if err != nil {
		return nil, keyFault(errors.New(robotFile + " does not hold an age identity"))
	}
	signer, err := note.NewSigner(strings.TrimSpace(sign))
	if err != nil {
		return nil, keyFault(errors.New(signFile + " does not hold a signing key"))
	}
	public, err := publicOf(strings.TrimSpace(sign))
	if err != nil {
		return nil, err
	}
	have, err := folder.Read(publicFile)
	if err == nil && string(have) != public+"\n" {
		err = folder.Put(publicFile, []byte(public+"\n"))
	}
	if err != nil {
		return nil, err
	}
	past, err := recollect(folder)
	return &Keys{signer, public, identity, past}, err
}

func keyFault(err error) error {
	return fault.Wrap(fault.Usage, "journal.keys", speech.Say("the journal's keys cannot be used", "die Schlüssel des Journals sind nicht benutzbar"), err)
}
