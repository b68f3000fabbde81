# SPDX-License-Identifier: GPL-3.0-or-later
"""What all walks over the accessibility bus need."""
import contextlib
import subprocess
import time

import pyatspi


def wait(look, what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"no {what} within {seconds} s")


def expect(condition, words):
    if not condition:
        raise AssertionError(words)


def application(name):
    """A program that has shown a window, or None."""
    desktop = pyatspi.Registry.getDesktop(0)
    found = next((app for app in desktop if app and app.name == name), None)
    return found if found and found.childCount else None


@contextlib.contextmanager
def running(path):
    """A program that ends, without an error, when its standard input does."""
    program = subprocess.Popen([path], stdin=subprocess.PIPE)
    try:
        yield program
    finally:
        program.stdin.close()
    code = program.wait(30)
    expect(code == 0, f"the program ended with {code}")
