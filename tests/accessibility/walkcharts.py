#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""walkcharts.py PROGRAM: what an assistive technology meets in charts.

Looks at the running program over the accessibility bus, as a screen reader does: each chart is one thing with a
name, can be switched to a table, and no cell of that is mute.
"""
import sys

import pyatspi

from walking import application, expect, running, wait

EMPTY = "Scores"
TABLES = {
    "NPS by month": [
        ["January 2026", "+38.3", "+30.5", "+45.8", "120", "31.0 %"],
        ["February 2026", "too few", "empty", "empty", "3", "empty"],
        ['=March & "2026"', "−4.4", "−10.0", "+1.5", "1,200", "40.0 %"],
    ],
    "Drivers": [
        ["Ordering, collapsed", "+12.5", "300", "+40.0", "+31.0", "+49.0"],
        ["Other", "−2.5", "80", "−3.0", "−9.0", "+3.0"],
    ],
}


def find(app, role, title):
    """The one thing with that role and that title, as its name or as what it is about."""
    found = pyatspi.findAllDescendants(
        app, lambda node: node.getRole() == role and title in (node.name, node.description))
    expect(len(found) == 1, f"{len(found)} of {role} with {title!r}")
    return found[0]


def is_showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def cells(table):
    return [[table.getAccessibleAt(row, column).name for column in range(table.nColumns)]
            for row in range(table.nRows)]


def walk(app):
    for title in [*TABLES, EMPTY]:
        chart = find(app, pyatspi.ROLE_CHART, title)
        expect(is_showing(chart), f"{title} is not shown")
        expect(chart.childCount == 0, f"{title} has parts that say nothing")
        find(app, pyatspi.ROLE_PUSH_BUTTON, title)
    expect(find(app, pyatspi.ROLE_CHART, EMPTY).description == "Nobody gave a score.", "an empty chart is mute")
    for title, rows in TABLES.items():
        chart = find(app, pyatspi.ROLE_CHART, title)
        table = find(app, pyatspi.ROLE_TABLE, title)
        expect(not is_showing(table), f"{title} is shown twice")
        button = find(app, pyatspi.ROLE_CHECK_BOX, title)
        button.queryAction().doAction(0)
        wait(lambda: is_showing(table) and not is_showing(chart), f"table of {title}", 20)
        heard = cells(table.queryTable())
        expect(heard == rows, f"{title} says {heard}")
        for column in range(table.queryTable().nColumns):
            expect(table.queryTable().getColumnHeader(column).name, f"column {column} of {title} has no name")


def main():
    with running(sys.argv[1]) as program:
        walk(wait(lambda: application("chartpanels"), "window"))
        expect(program.poll() is None, "the program is gone")
    print("walked: charts have names, and their tables speak")


main()
