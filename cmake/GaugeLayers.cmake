# SPDX-License-Identifier: GPL-3.0-or-later
# add_layer(): a folder is a library, a library stands on a floor and may depend on lower floors
# only. check_floors() runs at the end of the configure step and refuses, with the name of the
# breach:
#   - a dependency on the same or a higher floor,
#   - Qt Widgets, Gui or Svg below floor 50,
#   - Qt Network, Qt Sql, Qt Keychain, SQLite, libpq or libxlsxwriter above floor 40 or in a PUBLIC link,
#   - ICU or uchardet anywhere but in a PRIVATE link of src/upload.

define_property(GLOBAL PROPERTY GAUGE_LAYERS BRIEF_DOCS "names of all layers")
define_property(TARGET PROPERTY GAUGE_FLOOR BRIEF_DOCS "floor of a layer")

# add_layer(NAME FLOOR n SOURCES ... [PUBLIC libs...] [PRIVATE libs...])
# Makes the static library gauge_NAME.
function(add_layer name)
  cmake_parse_arguments(ARG "" "FLOOR" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  if(NOT DEFINED ARG_FLOOR OR ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "add_layer(${name}): FLOOR is missing or an argument is unknown: ${ARG_UNPARSED_ARGUMENTS}")
  endif()
  set(target gauge_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  target_include_directories(${target} PUBLIC "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../src"
                                              "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../ui")
  target_link_libraries(${target} PUBLIC Qt6::Core ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} gauge_compiler)
  set_target_properties(${target} PROPERTIES GAUGE_FLOOR ${ARG_FLOOR})
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
