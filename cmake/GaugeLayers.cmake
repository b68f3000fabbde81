# SPDX-License-Identifier: GPL-3.0-or-later
# add_layer(): a folder is a library, a library stands on a floor and may depend on lower floors
# only. check_floors() runs at the end of the configure step and refuses, with the name of the
# breach:
#   - a dependency on the same or a higher floor,
#   - Qt Widgets, Gui or Svg below floor 50,
#   - Qt Network, Qt Sql, Qt Keychain, SQLite, libpq or libxlsxwriter above floor 40 or in a PUBLIC link,
#   - ICU or uchardet anywhere but in a PRIVATE link of src/upload.
# check_includes() reads the include lines of all layers at the same time and refuses
#   - a header of another layer on the same or a higher floor,
#   - a header of another layer that is not one of its PUBLIC_HEADERS,
#   - a header of another sub-folder of the same layer that its line in SUBFOLDERS does not name,
#     and a file in a sub-folder without a line. A line may name only those above it, so that nothing
#     runs back up.
# Tests are no layers: they may look at everything.

define_property(GLOBAL PROPERTY GAUGE_LAYERS BRIEF_DOCS "names of all layers")
define_property(TARGET PROPERTY GAUGE_FLOOR BRIEF_DOCS "floor of a layer")

# add_layer(NAME FLOOR n SOURCES ... [PUBLIC_HEADERS headers...|*] [SUBFOLDERS "name: lower names"...]
#           [PUBLIC libs...] [PRIVATE libs...])
# Makes the static library gauge_NAME. PUBLIC_HEADERS: what other layers may include; * is all. In
# SUBFOLDERS a "." is the folder itself.
function(add_layer name)
  cmake_parse_arguments(ARG "" "FLOOR" "SOURCES;PUBLIC_HEADERS;SUBFOLDERS;PUBLIC;PRIVATE" ${ARGN})
  if(NOT DEFINED ARG_FLOOR OR ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "add_layer(${name}): FLOOR is missing or an argument is unknown: ${ARG_UNPARSED_ARGUMENTS}")
  endif()
  set(target gauge_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  target_include_directories(${target} PUBLIC "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../src"
                                              "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../ui")
  target_link_libraries(${target} PUBLIC Qt6::Core ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} gauge_compiler)
  set_target_properties(${target} PROPERTIES GAUGE_FLOOR ${ARG_FLOOR} GAUGE_FOLDER "${CMAKE_CURRENT_SOURCE_DIR}"
    GAUGE_PUBLIC_HEADERS "${ARG_PUBLIC_HEADERS}" GAUGE_SUBFOLDERS "${ARG_SUBFOLDERS}")
  set_property(GLOBAL APPEND PROPERTY GAUGE_LAYERS ${target})
  gauge_use_pch(${target} core)
endfunction()

# One precompiled header for all: its owner is the first target that asks.
function(gauge_use_pch target kind)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND GAUGE_NO_PCH)
    return()
  endif()
  get_property(owner GLOBAL PROPERTY GAUGE_PCH_${kind})
  if(owner)
    target_precompile_headers(${target} REUSE_FROM ${owner})
  else()
    set_property(GLOBAL PROPERTY GAUGE_PCH_${kind} ${target})
    target_precompile_headers(${target} PRIVATE <algorithm> <chrono> <functional> <memory> <optional>
      <string> <string_view> <vector> <QObject> <QString> <QStringList> <QHash> <QDateTime>
      <QVariant> <QUrl> <QFuture>)
  endif()
endfunction()

function(check_floors)
  get_property(layers GLOBAL PROPERTY GAUGE_LAYERS)
  set(breaches "")
  foreach(layer IN LISTS layers)
    get_target_property(floor ${layer} GAUGE_FLOOR)
    get_target_property(links ${layer} LINK_LIBRARIES)
    get_target_property(exported ${layer} INTERFACE_LINK_LIBRARIES)
    foreach(link IN LISTS links)
      if(link IN_LIST layers)
        get_target_property(below ${link} GAUGE_FLOOR)
        if(NOT below LESS floor)
          list(APPEND breaches "${layer} (floor ${floor}) depends on ${link} (floor ${below})")
        endif()
      elseif(link MATCHES "^Qt6::(Widgets|Gui|Svg|SvgWidgets|Charts|PrintSupport)$" AND floor LESS 50)
        list(APPEND breaches "${layer} (floor ${floor}) uses ${link}, which belongs above floor 50")
      elseif(link MATCHES "^(Qt6::Network|Qt6::Sql|Qt6Keychain::Qt6Keychain|SQLite::SQLite3|PostgreSQL::PostgreSQL|QCoro6::Network|xlsxwriter|PkgConfig::XLSXWRITER)$")
        # Programs of floor 70 that serve (the sandbox) speak the other side of the wire.
        if(floor GREATER 40 AND NOT layer STREQUAL "gauge_sandbox")
          list(APPEND breaches "${layer} (floor ${floor}) uses ${link}, which belongs at floor 40 or below")
        elseif(link IN_LIST exported)
          list(APPEND breaches "${layer} links ${link} PUBLIC; it must be PRIVATE")
        endif()
      elseif(link MATCHES "^(ICU::.*|PkgConfig::UCHARDET)$" AND (NOT layer STREQUAL "gauge_upload" OR link IN_LIST exported))
        list(APPEND breaches "${layer} uses ${link}, which is private to gauge_upload")
      endif()
    endforeach()
  endforeach()
  if(breaches)
    list(JOIN breaches "\n  " text)
    message(FATAL_ERROR "The floors of the house are broken:\n  ${text}\nSee src/README.md.")
  endif()
endfunction()

# The layer whose folder holds FILE, in OUT; empty: none.
function(gauge_layer_of file out)
  set(${out} "" PARENT_SCOPE)
  get_filename_component(folder "${file}" DIRECTORY)
  while(NOT folder STREQUAL "" AND NOT folder STREQUAL "/" AND NOT folder MATCHES "^[A-Za-z]:/?$")
    if(DEFINED "layer_in_${folder}")
      set(${out} "${layer_in_${folder}}" PARENT_SCOPE)
      return()
    endif()
    get_filename_component(folder "${folder}" DIRECTORY)
  endwhile()
endfunction()

# The sub-folder of PATH, which is relative to its layer, in OUT; "." is the layer's own folder.
function(gauge_subfolder_of path out)
  set(${out} "." PARENT_SCOPE)
  if(path MATCHES "^([^/]+)/")
    set(${out} "${CMAKE_MATCH_1}" PARENT_SCOPE)
  endif()
endfunction()

# check_includes(ROOT...): the folders that an include line may begin in.
function(check_includes)
  get_property(layers GLOBAL PROPERTY GAUGE_LAYERS)
  set(breaches "")
  foreach(layer IN LISTS layers)
    get_target_property(folder ${layer} GAUGE_FOLDER)
    set("layer_in_${folder}" ${layer})
    set(above "")
    get_target_property(lines ${layer} GAUGE_SUBFOLDERS)
    foreach(line IN LISTS lines)
      string(REGEX MATCHALL "[^: ]+" names "${line}")
      list(POP_FRONT names name)
      set("lower_${layer}_${name}" "${names}")
      foreach(lower IN LISTS names)
        # A line may name the folder itself, which has none of its own then.
        if(NOT lower IN_LIST above AND NOT lower STREQUAL ".")
          list(APPEND breaches "${layer}: the line of ${name} names ${lower}, which is not above it")
        endif()
      endforeach()
      list(APPEND above ${name})
    endforeach()
    set("subfolders_${layer}" "${above}")
  endforeach()
  foreach(layer IN LISTS layers)
    get_target_property(floor ${layer} GAUGE_FLOOR)
    get_target_property(folder ${layer} GAUGE_FOLDER)
    get_target_property(sources ${layer} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.(h|cpp)$")
    foreach(source IN LISTS sources)
      if(IS_ABSOLUTE "${source}")
        continue() # made by the configure step
      endif()
      gauge_subfolder_of("${source}" here)
      if(subfolders_${layer} AND NOT here STREQUAL "." AND NOT here IN_LIST subfolders_${layer})
        list(APPEND breaches "${layer}: ${source} is in a sub-folder without a line in SUBFOLDERS")
      endif()
      file(STRINGS "${folder}/${source}" includes REGEX "^#include \"[^\"]+/")
      foreach(include IN LISTS includes)
        string(REGEX REPLACE "^#include \"([^\"]+)\".*" "\\1" header "${include}")
        set(found "")
        foreach(root IN LISTS ARGN)
          if(EXISTS "${root}/${header}")
            set(found "${root}/${header}")
          endif()
        endforeach()
        gauge_layer_of("${found}" other)
        if(other STREQUAL "")
          continue()
        endif()
        get_target_property(other_folder ${other} GAUGE_FOLDER)
        file(RELATIVE_PATH path "${other_folder}" "${found}")
        if(other STREQUAL layer)
          gauge_subfolder_of("${path}" there)
          if(subfolders_${layer} AND NOT here STREQUAL there AND NOT there IN_LIST "lower_${layer}_${here}")
            list(APPEND breaches "${layer}: ${source} includes ${header}, but ${here} does not use ${there}")
          endif()
          continue()
        endif()
        get_target_property(below ${other} GAUGE_FLOOR)
        get_target_property(headers ${other} GAUGE_PUBLIC_HEADERS)
        if(NOT below LESS floor)
          list(APPEND breaches "${layer} (floor ${floor}): ${source} includes ${header} of ${other} (floor ${below})")
        elseif(NOT headers STREQUAL "*" AND NOT path IN_LIST headers)
          list(APPEND breaches "${layer}: ${source} includes ${header}, which is private to ${other}")
        endif()
      endforeach()
    endforeach()
  endforeach()
  if(breaches)
    list(JOIN breaches "\n  " text)
    message(FATAL_ERROR "Includes break the house:\n  ${text}\nSee src/README.md.")
  endif()
endfunction()
