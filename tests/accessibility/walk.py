#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""walk.py PROGRAM: what an assistive technology meets in a table of a million records.

Looks at the running program over the accessibility bus, as a screen reader does, and fails when the table
is mute, says a thing twice, or does not survive being walked.
"""
import random
import sys

import pyatspi

from walking import application, expect, running, wait

ROWS = 1_000_000
TITLES = ["No.", "NPS", "E-mail"]


def table_of(app):
    return app and pyatspi.findDescendant(app, lambda node: node.getRole() == pyatspi.ROLE_TABLE)


def spoken(table, row, column):
    """The cell's name once its row has come, which the first question asks for."""
    return wait(
        lambda: (name := table.getAccessibleAt(row, column).name) not in ("loading", "") and name,
        f"value at {row}, {column}", 20)


def look_at(table, row):
    number = spoken(table, row, 0)
    expect(number == str(row + 1), f"row {row} says {number!r}")
    score = spoken(table, row, 1)
    expect(score.startswith(str((row + 1) % 11)), f"score in row {row} says {score!r}")
    # The value alone: headers are told by their own names when the row or column changes.
    for column, title in enumerate(TITLES):
        cell = table.getAccessibleAt(row, column)
        expect(title not in cell.name, f"{cell.name!r} repeats the column's title")
    expect(spoken(table, row, 2) == "empty", "an empty cell is mute")


def walk(table_node, program):
    table = table_node.queryTable()
    expect(table_node.name == "Records", f"the table is called {table_node.name!r}")
    expect(table.nRows == ROWS, f"{table.nRows} rows")
    expect(table.nColumns == len(TITLES), f"{table.nColumns} columns")
    for column, title in enumerate(TITLES):
        header = table.getColumnHeader(column)
        expect(header is not None and header.name.startswith(title), f"column {column} is {header and header.name!r}")
    header = table.getRowHeader(ROWS - 1)
    expect(header is not None and header.name.replace(",", "") == str(ROWS), f"row header {header and header.name!r}")
    places = [0, 1, ROWS // 2, ROWS - 2, ROWS - 1]
    random.seed(1)
    places += [random.randrange(ROWS) for _ in range(60)]
    for row in places:
        look_at(table, row)
    # Beyond the ends there is nothing, and nothing falls over.
    for row, column in [(-1, -1), (ROWS, 0), (0, 99), (ROWS * 2, -5)]:
        try:
            beyond = table.getAccessibleAt(row, column)
            expect(beyond is None or beyond.name == "", f"a cell at {row}, {column}")
        except (LookupError, RuntimeError, NotImplementedError, pyatspi.Accessibility.GLib.GError):
            pass
    # Some walk children by number.
    count = table_node.childCount
    expect(count >= ROWS * len(TITLES), f"{count} children")
    for index in [0, 1, len(TITLES), count // 2, count - 1]:
        child = table_node.getChildAtIndex(index)
        expect(child is not None, f"no child {index}")
    expect(program.poll() is None, "the program is gone")


def main():
    with running(sys.argv[1]) as program:
        table = wait(lambda: table_of(application("milliontable")), "table")
        wait(lambda: table.queryTable().nRows == ROWS, "rows")
        walk(table, program)
    print("walked: a million rows speak, and stand")


main()
