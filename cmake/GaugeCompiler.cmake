# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler flags of every target in this project, in one place.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(gauge_compiler INTERFACE)
target_compile_definitions(gauge_compiler INTERFACE
  QT_NO_CAST_FROM_BYTEARRAY QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
  QT_USE_QSTRINGBUILDER QT_DEPRECATED_WARNINGS
  GAUGE_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(gauge_compiler INTERFACE /W4 /WX /utf-8 /permissive-)
else()
  target_compile_options(gauge_compiler INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
endif()
# QCoro 0.8 looks at the C++ standard only through this flag on GCC; clang 14 has coroutines of
# its own in C++20 mode but needs to be told that libstdc++'s header may use them.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(gauge_compiler INTERFACE -fcoroutines)
endif()

find_program(GAUGE_CCACHE ccache)
if(GAUGE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${GAUGE_CCACHE}")
endif()
find_program(GAUGE_LLD NAMES ld.lld-14 ld.lld)
if(GAUGE_LLD AND (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" OR CMAKE_CXX_COMPILER_ID STREQUAL "GNU"))
  add_link_options(-fuse-ld=lld)
endif()

# Debug information stays beside the objects (.dwo): copied into each of the 250 test programs it took 16 GB, under
# the sanitizers 37 GB. The line tables of a backtrace are still in the programs.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_compile_options($<$<CONFIG:Debug>:-gsplit-dwarf> $<$<CONFIG:Debug>:-gz>)
endif()

# For programs that open files of strangers, see SECURITY.md. ./dev package looks for it in the result. Sanitizers
# have checks of their own.
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
if(NOT MSVC AND NOT GAUGE_SANITIZE)
  add_compile_options($<$<NOT:$<CONFIG:Debug>>:-fstack-protector-strong>)
  add_compile_definitions($<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    add_compile_options($<$<NOT:$<CONFIG:Debug>>:-fstack-clash-protection>)
    add_link_options(LINKER:-z,relro LINKER:-z,now LINKER:-z,noexecstack)
  endif()
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    add_compile_options($<$<NOT:$<CONFIG:Debug>>:-fcf-protection>)
  endif()
endif()

if(GAUGE_SANITIZE)
  add_compile_options(-fsanitize=${GAUGE_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${GAUGE_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # Clang 14 cannot emit its function check for coroutines.
    add_compile_options(-fno-sanitize=function)
  endif()
endif()
if(GAUGE_COVERAGE)
  add_compile_options(--coverage -fprofile-update=atomic)
  add_link_options(--coverage)
endif()
