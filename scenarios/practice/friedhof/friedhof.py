#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
#
# Friedhofsverwaltung Kleinsiedel: friedhof.py LEDGER. Reads graves.csv beside
# it, replays the ledger, and appends each save to it before it says so.
import csv
import datetime
import json
import os
import re
import sys

import gi
gi.require_version("Gtk", "3.0")
from gi.repository import Gtk

FIELDS = ("nachname", "vorname", "anschrift", "nutzung_bis")
LABELS = {"nachname": "Nachname", "vorname": "Vorname", "anschrift": "Anschrift", "nutzung_bis": "Nutzung bis"}


class Register:
    """The graves, and the ledger of what was saved."""

    def __init__(self, ledger):
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "graves.csv"), encoding="utf-8") as f:
            self.graves = {row["grab"]: row for row in csv.DictReader(f, delimiter=";")}
        self.saves, self.fields, self.ledger = {}, {}, ledger
        if os.path.exists(ledger):
            with open(ledger, encoding="utf-8") as f:
                for line in f:
                    self.replay(json.loads(line))

    def replay(self, entry):
        self.saves[entry["key"]] = entry["count"]
        for change in entry["changes"]:
            self.fields[entry["key"], change["field"]] = change["count"]
            self.graves[entry["key"]][change["field"]] = change["new"]

    def save(self, key, values):
        grave, changes = self.graves[key], []
        for name in FIELDS:
            if values[name] != grave[name]:
                count = self.fields.get((key, name), 0) + 1
                changes.append({"field": name, "old": grave[name], "new": values[name], "count": count})
        entry = {"system": "friedhof", "key": key, "changes": changes, "at": datetime.datetime.now(datetime.timezone.utc).isoformat(),
                 "count": self.saves.get(key, 0) + 1, "session": str(os.getpid()), "number": f"F-{sum(self.saves.values()) + 1:04}"}
        with open(self.ledger, "a", encoding="utf-8") as f:
            f.write(json.dumps(entry, ensure_ascii=False) + "\n")
            f.flush()
            os.fsync(f.fileno())
        self.replay(entry)
        return entry["number"]


def message(parent, kind, text, buttons):
    box = Gtk.MessageDialog(transient_for=parent, modal=True, message_type=kind, text=text)
    box.add_buttons(*buttons)
    answer = box.run()
    box.destroy()
    return answer


class Form(Gtk.Dialog):
    """One grave, and who holds it."""

    def __init__(self, office, key):
        super().__init__(title="Grab bearbeiten", transient_for=office, modal=True)
        self.office, self.key, self.entries = office, key, {}
        grid = Gtk.Grid(row_spacing=6, column_spacing=12, margin=12)
        self.get_content_area().add(grid)
        grave = office.register.graves[key]
        grid.attach(Gtk.Label(label="Grab", xalign=0), 0, 0, 1, 1)
        grid.attach(Gtk.Entry(text=key, editable=False), 1, 0, 1, 1)
        for row, name in enumerate(FIELDS, 1):
            label, entry = Gtk.Label(label=LABELS[name] + ":", xalign=0), Gtk.Entry(text=grave[name], width_chars=36)
            if name != "nutzung_bis":  # that label was never tied to its field
                label.set_mnemonic_widget(entry)
            grid.attach(label, 0, row, 1, 1)
            grid.attach(entry, 1, row, 1, 1)
            self.entries[name] = entry
        for name, press in (("Speichern", self.store), ("Abbrechen", self.destroy)):
            button = Gtk.Button(label=name)
            button.connect("clicked", lambda _, p=press: p())
            self.get_action_area().add(button)
        self.show_all()

    def store(self):
        values = {name: entry.get_text().strip() for name, entry in self.entries.items()}
        if not values["nachname"]:
            message(self, Gtk.MessageType.ERROR, "Der Nachname darf nicht leer sein.", ("OK", 1))
        elif not re.fullmatch(r"\d{2}\.\d{2}\.\d{4}", values["nutzung_bis"]):
            message(self, Gtk.MessageType.ERROR, "Nutzung bis: Bitte ein Datum TT.MM.JJJJ angeben.", ("OK", 1))
        elif message(self, Gtk.MessageType.QUESTION, f"Änderungen an Grab {self.key} speichern?", ("Nein", 0, "Ja", 1)) == 1:
            number = self.office.register.save(self.key, values)
            self.office.saved(self.key, number)
            self.destroy()


class Office(Gtk.Window):
    def __init__(self, register):
        super().__init__(title="Friedhofsverwaltung Kleinsiedel", default_width=900, default_height=560)
        self.register = register
        outer = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        self.add(outer)
        outer.add(self.menu())
        outer.add(self.search())
        halves = Gtk.Paned(position=220, vexpand=True)
        halves.add1(self.tree())
        halves.add2(self.table())
        outer.add(halves)
        self.status = Gtk.Label(label="Bereit.", xalign=0, margin=4)
        outer.add(self.status)
        self.connect("destroy", Gtk.main_quit)
        self.fill()
        self.show_all()

    def menu(self):
        bar = Gtk.MenuBar()
        for title, entries in (("Datei", (("Beenden", self.destroy),)), ("Grab", (("Bearbeiten…", self.edit), ("Alle anzeigen", self.fill))),
                               ("Hilfe", (("Über…", self.about),))):
            top, menu = Gtk.MenuItem(label=title), Gtk.Menu()
            for name, press in entries:
                item = Gtk.MenuItem(label=name)
                item.connect("activate", lambda _, p=press: p())
                menu.append(item)
            top.set_submenu(menu)
            bar.append(top)
        return bar

    def search(self):
        row = Gtk.Box(spacing=6, margin=6)
        self.wanted, label, button = Gtk.Entry(), Gtk.Label(label="Suche:"), Gtk.Button(label="Suchen")
        label.set_mnemonic_widget(self.wanted)
        self.wanted.connect("activate", lambda _: self.find())
        button.connect("clicked", lambda _: self.find())
        for widget in (label, self.wanted, button):
            row.add(widget)
        return row

    def tree(self):
        store, tops = Gtk.TreeStore(str), {}
        for grave in self.register.graves.values():
            place, part = grave["friedhof"], grave["feld"]
            if place not in tops:
                tops[place] = (store.append(None, (place,)), set())
            if part not in tops[place][1]:
                tops[place][1].add(part)
                store.append(tops[place][0], (part,))
        view = Gtk.TreeView(model=store)
        view.append_column(Gtk.TreeViewColumn("Friedhof", Gtk.CellRendererText(), text=0))
        view.expand_all()
        view.get_selection().connect("changed", self.chosen)
        return view

    def table(self):
        self.rows = Gtk.ListStore(str, str, str, str, str)
        self.view = Gtk.TreeView(model=self.rows)
        for at, title in enumerate(("Grab", "Art", "Nachname", "Vorname", "Nutzung bis")):
            self.view.append_column(Gtk.TreeViewColumn(title, Gtk.CellRendererText(), text=at))
        self.view.connect("row-activated", lambda *_: self.edit())
        scrolled = Gtk.ScrolledWindow()
        scrolled.add(self.view)
        return scrolled

    def fill(self, fits=lambda grave: True):
        self.rows.clear()
        for grave in self.register.graves.values():
            if fits(grave):
                self.rows.append([grave[name] for name in ("grab", "art", "nachname", "vorname", "nutzung_bis")])
        self.status.set_text(f"{len(self.rows)} Gräber")

    def find(self):
        text = self.wanted.get_text().strip().lower()
        self.fill(lambda grave: text in (grave["grab"] + " " + grave["nachname"]).lower())

    def chosen(self, selection):
        model, at = selection.get_selected()
        if at:
            name = model[at][0]
            self.fill(lambda grave: name in (grave["friedhof"], grave["feld"]))

    def edit(self):
        model, at = self.view.get_selection().get_selected()
        if at:
            Form(self, model[at][0])
        else:
            message(self, Gtk.MessageType.WARNING, "Bitte zuerst ein Grab auswählen.", ("OK", 1))

    def saved(self, key, number):
        self.find()
        self.status.set_text(f"Grab {key} gespeichert, Vorgang {number}")

    def about(self):
        message(self, Gtk.MessageType.INFO, "Friedhofsverwaltung 4.2 (Übung)", ("OK", 1))


Office(Register(sys.argv[1]))
Gtk.main()
