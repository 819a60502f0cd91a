// SPDX-License-Identifier: EUPL-1.2

// Package disk keeps files that are for the robot alone: logs that grow by
// whole lines and survive a crash, and small files that are replaced as a
// whole. Folders have mode 0700 and files 0600; on Windows the rights of the
// folder above apply, normally those of the robot account's profile.
//
// # Crash cases
//
//   - A crash while a line is appended leaves a last line without line feed;
//     the next Append cuts it off.
//   - A crash while a file is replaced leaves the old or the new file, and
//     perhaps a file named "….new-…" that nobody reads.
//   - A crash after a sync loses nothing. A new file and the folders above it
//     are made durable when they are created.
//
// # Assumptions
//
// The file system keeps what fsync confirmed, renames atomically, and writes
// of one process to the end of a file do not mix; one process writes, which
// Lock ensures on one machine. Locks over SMB and NFS are only as good as the
// server. A sync that failed is never tried again: afterwards nobody knows
// what is on the disk.
package disk
