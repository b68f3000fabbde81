// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/upload/form/formfield.h"
#include "upload/form/recordcheck.h"
#include "upload/form/response.h"

//! The fields of a form, from what is known of the record.
namespace gauge::ui {

//! Those that are required first, each group in the order of the configuration. What the type requires is
//! there even where the configuration does not list it.
[[nodiscard]] std::vector<FormField> fieldsOf(const upload::Configuration &configuration);
//! Of a single response, under the keys of one system.
[[nodiscard]] std::vector<FormField> fieldsOf(const upload::ResponseKeys &keys);

//! A finding about several fields becomes one at each.
[[nodiscard]] std::vector<upload::Finding> atTheirFields(const std::vector<upload::Finding> &findings,
                                                         const upload::Configuration &configuration);

} // namespace gauge::ui
