// SPDX-License-Identifier: EUPL-1.2

package proof

import "fmt"

// The files of an order's folder, with slashes on every system.
const (
	OrderLog       = "order.jsonl"
	CheckpointFile = "order.checkpoint"
)

// CaseLog is the log of a case.
func CaseLog(number int) string { return fmt.Sprintf("cases/%06d/log.jsonl", number) }

// CaseValues holds the sealed values of a case.
func CaseValues(number int) string { return fmt.Sprintf("cases/%06d/values.age", number) }

// CaseFile is a sealed file of a case, named by its commitment.
func CaseFile(number int, commitment string) string {
	return fmt.Sprintf("cases/%06d/files/%s.age", number, commitment)
}

// CaseKey is the key of a case; deleting it erases the values.
func CaseKey(number int) string { return fmt.Sprintf("keys/%06d.age", number) }

// ExportFile is what the export of a case is called.
func ExportFile(order string, number int) string {
	return fmt.Sprintf("%s-%06d.heinzel.json", order, number)
}

// eventEnded is the one event of an order's log that a check must understand.
const eventEnded = "ended"
