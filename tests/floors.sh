#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Breaks each floor rule on purpose, in a copy of cmake/, and demands that the configure step refuses.
set -euo pipefail
source_dir=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# try NAME EXPECTED-WORDS|ok  CMAKE-LINES
try() {
  local name=$1 expected=$2 lines=$3
  mkdir -p "$work/$name"
  touch "$work/$name/empty.cpp"
  cat > "$work/$name/CMakeLists.txt" <<EOF
cmake_minimum_required(VERSION 3.25)
project(floors LANGUAGES CXX)
foreach(lib Qt6::Core Qt6::Widgets Qt6::Network Qt6::Sql QCoro6::Network SQLite::SQLite3 Qt6Keychain::Qt6Keychain
    PkgConfig::XLSXWRITER PkgConfig::UCHARDET ICU::uc)
  add_library(\${lib} INTERFACE IMPORTED)
endforeach()
add_library(gauge_compiler INTERFACE)
include("$source_dir/cmake/GaugeLayers.cmake")
$lines
check_floors()
EOF
  local output
  if output=$(cmake -S "$work/$name" -B "$work/$name/build" 2>&1); then
    [ "$expected" = ok ] || { echo "FAIL $name: the breach was not refused"; exit 1; }
  else
    # CMake wraps its messages.
    output=$(echo "$output" | tr -s ' \n' ' ')
    case "$output" in *"$expected"*) ;; *) echo "FAIL $name: expected «$expected» in: $output"; exit 1 ;; esac
  fi
  echo "ok   $name"
}

try sound ok '
add_layer(low FLOOR 10 SOURCES empty.cpp PRIVATE Qt6::Network)
add_layer(high FLOOR 50 SOURCES empty.cpp PUBLIC gauge_low Qt6::Widgets)'
try upwards "gauge_low (floor 10) depends on gauge_high (floor 50)" '
add_layer(high FLOOR 50 SOURCES empty.cpp)
add_layer(low FLOOR 10 SOURCES empty.cpp PRIVATE gauge_high)'
try sideways "gauge_a (floor 20) depends on gauge_b (floor 20)" '
add_layer(b FLOOR 20 SOURCES empty.cpp)
add_layer(a FLOOR 20 SOURCES empty.cpp PUBLIC gauge_b)'
try widgets "uses Qt6::Widgets, which belongs above floor 50" '
add_layer(engine FLOOR 45 SOURCES empty.cpp PRIVATE Qt6::Widgets)'
try network "uses Qt6::Network, which belongs at floor 40 or below" '
add_layer(page FLOOR 60 SOURCES empty.cpp PRIVATE Qt6::Network)'
try sql "uses Qt6::Sql, which belongs at floor 40 or below" '
add_layer(page FLOOR 60 SOURCES empty.cpp PRIVATE Qt6::Sql)'
try sqlite "uses SQLite::SQLite3, which belongs at floor 40 or below" '
add_layer(cli FLOOR 70 SOURCES empty.cpp PRIVATE SQLite::SQLite3)'
try keychain "uses Qt6Keychain::Qt6Keychain, which belongs at floor 40 or below" '
add_layer(page FLOOR 60 SOURCES empty.cpp PRIVATE Qt6Keychain::Qt6Keychain)'
try workbooks "uses PkgConfig::XLSXWRITER, which belongs at floor 40 or below" '
add_layer(page FLOOR 60 SOURCES empty.cpp PRIVATE PkgConfig::XLSXWRITER)'
try encodings "gauge_lake uses ICU::uc, which is private to gauge_upload" '
add_layer(lake FLOOR 30 SOURCES empty.cpp PRIVATE ICU::uc)'
try encodings-leak "gauge_upload uses PkgConfig::UCHARDET, which is private" '
add_layer(upload FLOOR 42 SOURCES empty.cpp PUBLIC PkgConfig::UCHARDET)'
try leak "links Qt6::Sql PUBLIC" '
add_layer(lake FLOOR 30 SOURCES empty.cpp PUBLIC Qt6::Sql)'
try nofloor "FLOOR is missing" '
add_layer(lake SOURCES empty.cpp)'

# Includes: a folder is a layer, as in the house.
# tryInclude NAME EXPECTED-WORDS|ok  LOW-ARGUMENTS  HIGH-ARGUMENTS  FILE=INCLUDED-HEADER...
tryIncludes() {
  local name=$1 expected=$2 low=$3 high=$4 pair root=$work/$1/src
  shift 4
  mkdir -p "$root"/{low,high}/{a,b}
  touch "$root"/{low,high}/{top,a/one,b/two}.{h,cpp}
  for pair; do echo "#include \"${pair#*=}\"" >> "$root/${pair%%=*}"; done
  local sources="top.h top.cpp a/one.h a/one.cpp b/two.h b/two.cpp"
  echo "add_layer(low FLOOR 10 SOURCES $sources $low)" > "$root/low/CMakeLists.txt"
  echo "add_layer(high FLOOR 50 SOURCES $sources $high PUBLIC gauge_low)" > "$root/high/CMakeLists.txt"
  try "$name" "$expected" "add_subdirectory(src/low)
add_subdirectory(src/high)
check_includes(\"\${CMAKE_SOURCE_DIR}/src\")"
}
folders='SUBFOLDERS "a" "b: a" ".: a b"'
tryIncludes includes ok "PUBLIC_HEADERS top.h" "$folders" high/top.cpp=low/top.h high/b/two.cpp=high/a/one.h \
  high/top.cpp=high/b/two.h high/a/one.cpp=elsewhere/x.h low/a/one.cpp=low/b/two.h
tryIncludes include-all ok "PUBLIC_HEADERS *" "" high/top.cpp=low/b/two.h
tryIncludes include-upwards "gauge_low (floor 10): top.cpp includes high/top.h of gauge_high (floor 50)" \
  "" "PUBLIC_HEADERS *" low/top.cpp=high/top.h
tryIncludes include-private "top.cpp includes low/a/one.h, which is private to gauge_low" \
  "PUBLIC_HEADERS top.h" "" high/top.cpp=low/a/one.h
tryIncludes include-back-up "a/one.cpp includes high/b/two.h, but a does not use b" \
  "PUBLIC_HEADERS *" "$folders" high/a/one.cpp=high/b/two.h
tryIncludes include-root "b/two.h includes high/top.h, but b does not use ." \
  "PUBLIC_HEADERS *" "$folders" high/b/two.h=high/top.h
tryIncludes subfolder-unlisted "b/two.h is in a sub-folder without a line" "" 'SUBFOLDERS "a"'
tryIncludes subfolder-order "the line of a names b, which is not above it" "" 'SUBFOLDERS "a: b" "b"'

# The same in the real house, not only in a model of it: the engine reaches for widgets.
mkdir "$work/house"
cp -r "$source_dir"/{CMakeLists.txt,cmake,src} "$work/house/"
sed -i 's/gauge_base)$/gauge_base Qt6::Widgets)/' "$work/house/src/query/CMakeLists.txt"
if output=$(cmake -S "$work/house" -B "$work/house/build" -G Ninja -DGAUGE_WIDGETS=OFF -DGAUGE_TESTS=OFF 2>&1); then
  echo "FAIL house: gauge_query with Qt Widgets was not refused"; exit 1
fi
echo "$output" | tr -s ' \n' ' ' | grep -q "gauge_query (floor 10) uses Qt6::Widgets" || { echo "FAIL house: $output"; exit 1; }
echo "ok   house"
