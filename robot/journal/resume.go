// SPDX-License-Identifier: EUPL-1.2

package journal

// Resume goes on with a case that is running or waiting, and notes so. What it
// recorded before is in its Events and Values.
func (j *Journal) Resume(number int) (*Case, error) {
	if err := j.reclaim(number); err != nil {
		return nil, err
	}
	c, err := j.restore(number)
	if err == nil {
		err = c.write(Event{Kind: Resumed}, false)
	}
	if err != nil {
		j.release(number)
		return nil, err
	}
	j.mark(number, Running)
	return c, nil
}

func (j *Journal) reclaim(number int) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	c := j.cases[number]
	switch {
	case c == nil || c.State == NotBegun:
		return numberFault("case %d has not begun", "Vorgang %d hat nicht begonnen", number)
	case c.State == Finished:
		return numberFault("case %d has ended", "Vorgang %d ist beendet", number)
	case j.live[number]:
		return numberFault("case %d is being worked on", "Vorgang %d ist in Arbeit", number)
	case c.Erased:
		return numberFault("the values of case %d were erased", "die Werte des Vorgangs %d wurden gelöscht", number)
	}
	j.live[number] = true
	return nil
}

func (j *Journal) restore(number int) (*Case, error) {
	log, _, _, err := j.caseChain(number)
	if err != nil {
		return nil, err
	}
	key, err := loadKey(j.folder, number, j.keys)
	if err != nil {
		return nil, err
	}
	if key == nil {
		return nil, caseKeyFault(number, errLost)
	}
	return &Case{journal: j, number: number, key: key, chain: log}, nil
}
