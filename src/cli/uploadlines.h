// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"
#include "cli/exitcode.h"
#include "upload/form/recordcheck.h"
#include "upload/form/request.h"
#include "upload/form/send.h"

//! What `upload` prints.
namespace gauge::cli {

//! `Heading=value` as a field. Input error without a heading.
[[nodiscard]] Result<upload::Field> readField(const QString &text);

//! Tells \a findings on standard error; those that are errors come back as one.
[[nodiscard]] Result<void> tell(Console &console, const std::vector<upload::Finding> &findings);

//! Whether the line of an outcome tells the record's number.
enum class Numbered { No, Yes };

//! Prints what became of one record and says how the program ends.
[[nodiscard]] ExitCode tell(Console &console, const upload::Outcome &outcome, Numbered numbered);

void print(Console &console, const upload::Preview &preview);

} // namespace gauge::cli
