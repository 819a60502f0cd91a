// SPDX-License-Identifier: EUPL-1.2

// Package practice is Kleinsiedel: a made-up town whose administration works
// with realistic old systems, for recording, rehearsing, testing and showing.
//
// Start opens its applications on the loopback interface: a residents' register,
// a library, a treasury on a mainframe, and a game of ten rounds for robots. They
// import nothing of the robot and are never adapted to suit it. The ledgers of the
// first three witness from outside what was saved and how often; on a restart with the same folder
// they are replayed, so that a citizen changed before is still changed.
package practice
