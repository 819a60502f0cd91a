#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
#
# The form that every driver is tried on (drivers/drivertest), as a GTK window:
# form.py RECORD, the file that each saved form is appended to as a JSON line.
import json
import sys

import gi
gi.require_version("Gtk", "3.0")
from gi.repository import Gtk


class Form(Gtk.Window):
    def __init__(self, record):
        super().__init__(title="Form")
        self.record = record
        self.grid = Gtk.Grid(row_spacing=6, column_spacing=6, margin=12)
        self.add(self.grid)
        self.rows = 0
        self.surname = self.field("Surname", Gtk.Entry())
        self.comment = self.field("Comment", Gtk.TextView(width_request=300, height_request=60))
        self.field("Number", Gtk.Entry(text="4711", editable=False))
        self.district = self.field("District", Gtk.ComboBoxText())
        for name in ("North", "South", "West"):
            self.district.append_text(name)
        self.district.set_active(0)
        self.urgent = Gtk.CheckButton(label="Urgent")
        self.line(self.urgent)
        self.secret = self.field("Secret", Gtk.Entry(visibility=False))
        self.line(Gtk.Label(label="Good morning"))
        self.button("Save", self.save)
        self.button("Delete", None).set_sensitive(False)
        self.button("Print", None)
        self.button("Print", None)
        self.connect("destroy", Gtk.main_quit)
        self.show_all()

    def line(self, widget):
        self.grid.attach(widget, 1, self.rows, 1, 1)
        self.rows += 1
        return widget

    def field(self, name, widget):
        label = Gtk.Label(label=name + ":", xalign=0)
        label.set_mnemonic_widget(widget)
        self.grid.attach(label, 0, self.rows, 1, 1)
        return self.line(widget)

    def button(self, name, pressed):
        button = self.line(Gtk.Button(label=name))
        if pressed:
            button.connect("clicked", lambda *_: pressed())
        return button

    def save(self):
        text = self.comment.get_buffer()
        form = {
            "Surname": self.surname.get_text(),
            "Comment": text.get_text(text.get_start_iter(), text.get_end_iter(), True),
            "District": self.district.get_active_text(),
            "Urgent": "yes" if self.urgent.get_active() else "no",
        }
        with open(self.record, "a", encoding="utf-8") as f:
            f.write(json.dumps(form) + "\n")


Form(sys.argv[1])
Gtk.main()
