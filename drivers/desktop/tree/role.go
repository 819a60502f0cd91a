// SPDX-License-Identifier: EUPL-1.2

package tree

import "strconv"

// roles are AT-SPI's numbers in the words of element files, the same as those
// of pages where the thing is the same.
var roles = map[uint32]string{
	2: "alert", 7: "checkbox", 8: "menu item", 10: "column header", 11: "combobox", 16: "dialog", 19: "file chooser", 20: "panel", 23: "window", 26: "icon", 27: "image",
	28: "window", 29: "text", 31: "list", 32: "list item", 33: "menu", 34: "menu bar", 35: "menu item", 37: "tab", 38: "tabs", 39: "panel", 40: "textbox",
	41: "menu", 42: "progress", 43: "button", 44: "radio", 45: "menu item", 49: "scroll", 52: "spinbox", 54: "status", 55: "table", 56: "cell",
	57: "column header", 58: "row header", 60: "terminal", 61: "textbox", 62: "toggle", 63: "toolbar", 65: "tree", 66: "tree", 69: "window", 73: "paragraph",
	75: "application", 79: "textbox", 82: "document", 83: "heading", 88: "link", 90: "row", 91: "tree item", 93: "alert", 116: "text",
}

// password is the number of fields that do not show what they hold.
const password = 40

func role(number uint32) string {
	if word, ok := roles[number]; ok {
		return word
	}
	return "role " + strconv.FormatUint(uint64(number), 10)
}

// IsWindow reports a window of its own.
func (n *Node) IsWindow() bool {
	switch n.Role {
	case "window", "dialog", "alert", "file chooser":
		return n.Parent == nil
	}
	return false
}

// IsControl reports something that is worked, not only seen.
func (n *Node) IsControl() bool {
	switch n.Role {
	case "checkbox", "combobox", "list", "button", "radio", "spinbox", "table", "textbox", "toggle", "tree", "terminal", "link":
		return true
	}
	return false
}
