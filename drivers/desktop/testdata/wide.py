#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
#
# A window of 300 elements: 149 fields, each with its label.
import gi
gi.require_version("Gtk", "3.0")
from gi.repository import Gtk

window = Gtk.Window(title="Wide")
grid = Gtk.Grid(row_spacing=1, column_spacing=4)
window.add(grid)
for i in range(149):
    label, field = Gtk.Label(label=f"Field {i}"), Gtk.Entry(width_chars=4)
    label.set_mnemonic_widget(field)
    column, row = divmod(i, 25)
    grid.attach(label, 2 * column, row, 1, 1)
    grid.attach(field, 2 * column + 1, row, 1, 1)
window.connect("destroy", Gtk.main_quit)
window.show_all()
Gtk.main()
