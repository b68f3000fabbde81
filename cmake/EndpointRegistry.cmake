# SPDX-License-Identifier: GPL-3.0-or-later
# generate_endpoint_registry(FOLDER FUNCTION OUT): every FOLDER/<id>.cpp defines
# `Endpoint gauge::catalog::endpoint_<id with _ for ->()`; the generated
# `std::vector<Endpoint> gauge::catalog::FUNCTION()` calls them all, and OUT names the sources.
# (Static self-registration is lost in archives.)
set(GAUGE_REGISTRY_TEMPLATE "${CMAKE_CURRENT_LIST_DIR}/registry.cpp.in")
function(generate_endpoint_registry folder function out)
  file(GLOB files CONFIGURE_DEPENDS "${folder}/*.cpp")
  list(SORT files)
  set(declarations "")
  set(calls "")
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WE)
    string(REPLACE "-" "_" name "${name}")
    string(APPEND declarations "Endpoint endpoint_${name}();\n")
    string(APPEND calls "    endpoints.push_back(endpoint_${name}());\n")
  endforeach()
  set(registry "${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp")
  configure_file("${GAUGE_REGISTRY_TEMPLATE}" "${registry}" @ONLY)
  set(${out} ${files} "${registry}" PARENT_SCOPE)
endfunction()
