#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
#
# A window as old offices have them: menus, tabs, a table, message boxes, and
# second windows. office.py RECORD [ROWS]: each thing that is done is appended
# to RECORD as a JSON line.
import json
import sys

import gi
gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk


class Office(Gtk.Window):
    def __init__(self, record, rows):
        super().__init__(title="Office", default_width=620, default_height=520)
        self.record = record
        self.box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=4, margin=6)
        self.add(self.box)
        self.box.add(self.menus())
        self.name = Gtk.Entry()
        label = Gtk.Label(label="Name", xalign=0)
        label.set_mnemonic_widget(self.name)
        self.box.add(label)
        self.box.add(self.name)
        self.buttons()
        self.box.add(self.tabs())
        self.box.pack_start(self.table(rows), True, True, 0)
        self.connect("destroy", Gtk.main_quit)
        self.show_all()

    def did(self, what, **more):
        with open(self.record, "a", encoding="utf-8") as f:
            f.write(json.dumps({"did": what, **more}) + "\n")

    def menus(self):
        bar = Gtk.MenuBar()
        for title, entries in (("File", ("Open", "Save as", "Quit")), ("Edit", ("Rename", "Delete"))):
            top, menu = Gtk.MenuItem(label=title), Gtk.Menu()
            for entry in entries:
                item = Gtk.MenuItem(label=entry, sensitive=entry != "Delete")
                item.connect("activate", lambda _, e=entry: self.did("menu", entry=e))
                menu.append(item)
            top.set_submenu(menu)
            bar.append(top)
        return bar

    def buttons(self):
        row = Gtk.Box(spacing=4)
        for name, press in (("Ask", self.ask), ("Second", self.second), ("Later", self.later), ("Record", self.keep)):
            button = Gtk.Button(label=name)
            button.connect("clicked", lambda _, p=press: p())
            row.add(button)
        self.box.add(row)

    def tabs(self):
        book = Gtk.Notebook()
        for name in ("Grave", "Holder", "Fees"):
            field = Gtk.Entry(text=name.lower())
            book.append_page(field, Gtk.Label(label=name))
        return book

    def table(self, rows):
        store = Gtk.ListStore(str, str, str)
        for i in range(rows):
            store.append((f"A-{i:05}", ("Meier", "Schmidt", "Weber")[i % 3], str(2000 + i % 50)))
        view = Gtk.TreeView(model=store)
        for at, title in enumerate(("Grave no.", "Holder", "Until")):
            view.append_column(Gtk.TreeViewColumn(title, Gtk.CellRendererText(), text=at))
        view.get_selection().connect("changed", self.selected)
        self.view = view
        scrolled = Gtk.ScrolledWindow(min_content_height=160)
        scrolled.add(view)
        return scrolled

    def selected(self, selection):
        model, at = selection.get_selected()
        if at:
            self.did("select", row=model[at][0])

    def keep(self):
        self.did("record", name=self.name.get_text())

    def ask(self):
        box = Gtk.MessageDialog(transient_for=self, modal=True, message_type=Gtk.MessageType.QUESTION, text="Delete grave A-1?",
                                secondary_text="This cannot be undone.")
        box.add_buttons("Nein", Gtk.ResponseType.NO, "Ja", Gtk.ResponseType.YES)
        answer = box.run()
        box.destroy()
        self.did("answer", yes=str(answer == Gtk.ResponseType.YES))

    def second(self):
        other = Gtk.Window(title="Second", default_width=300, default_height=120)
        field = Gtk.Entry()
        label = Gtk.Label(label="Remark")
        label.set_mnemonic_widget(field)
        box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        box.add(label)
        box.add(field)
        other.add(box)
        other.show_all()

    def later(self):
        GLib.timeout_add(400, self.surprise)

    def surprise(self):
        box = Gtk.MessageDialog(transient_for=self, modal=True, message_type=Gtk.MessageType.WARNING, text="The printer is out of paper",
                                buttons=Gtk.ButtonsType.OK)
        box.connect("response", lambda b, *_: b.destroy())
        box.show_all()
        return False


Office(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 30)
Gtk.main()
