# SPDX-License-Identifier: GPL-3.0-or-later
# generate_registry(NAMESPACE HEADER TYPE PREFIX FOLDER FUNCTION OUT): every FOLDER/<id>.cpp defines
# `TYPE NAMESPACE::PREFIX_<id with _ for ->()`; the generated `std::vector<TYPE> NAMESPACE::FUNCTION()`
# calls them all, and OUT names the sources.
# (Static self-registration is lost in archives.)
set(GAUGE_REGISTRY_TEMPLATE "${CMAKE_CURRENT_LIST_DIR}/registry.cpp.in")
function(generate_registry namespace header type prefix folder function out)
  file(GLOB files CONFIGURE_DEPENDS "${folder}/*.cpp")
  list(SORT files)
  set(declarations "")
  set(calls "")
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WE)
    string(REPLACE "-" "_" name "${name}")
    string(APPEND declarations "${type} ${prefix}_${name}();\n")
    string(APPEND calls "    all.push_back(${prefix}_${name}());\n")
  endforeach()
  set(registry "${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp")
  configure_file("${GAUGE_REGISTRY_TEMPLATE}" "${registry}" @ONLY)
  set(${out} ${files} "${registry}" PARENT_SCOPE)
endfunction()
