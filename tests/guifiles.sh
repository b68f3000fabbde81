#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The window touches no file or folder in its own thread: a disk that is slow or away would freeze it. Calls
# that do are allowed in the files below only, which call them in the background.
set -euo pipefail
cd "$1"
calls='\bQFile\b|\bQSaveFile\b|\bQTemporary(File|Dir)\b|\bQSettings\b|\bQStandardPaths\b|\bQDirIterator\b'
calls+='|\bentry(Info)?List\(|\bmkpath\(|\bmkdir\(|\bmakePrivate|\.exists\(|::exists\(|\.isDir\(|\bcanonicalFilePath\b'
calls+='|\.lastModified\(|\bwriteWholeFile\(|\breadWholeFile\('
# A line that hands the call to a background thread is fine wherever it is.
background='QtConcurrent::run|m_thread\.run'
allowed='^ui/(kit/fileplace|kit/theme|mainwindow/windowstate|charts/picture)\.(cpp|h):'
found=$(grep -rnE "$calls" ui --include='*.cpp' --include='*.h' | grep -v '#include' |
  grep -vE "$allowed" | grep -vE "$background" || true)
if [ -n "$found" ]; then
  echo "calls that touch the disk in the GUI thread:"
  echo "$found"
  exit 1
fi
# The check itself works: it finds what the allowed files have.
grep -qE "$calls" ui/kit/fileplace.cpp
