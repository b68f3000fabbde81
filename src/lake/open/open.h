// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/connection.h"

//! The one place that knows every engine a lake can be in.
namespace gauge::lake {

//! Opens for reading and writing; makes the lake when there is none. A server is not waited for any longer
//! soon after \a closing is requested: opening ends with Cancelled; later, a statement that has begun may
//! take two seconds more, as what is stored then is still wanted.
[[nodiscard]] Result<std::unique_ptr<SqlConnection>> openWriting(const Location &location,
                                                                 std::stop_token closing = {});
//! Opens for reading; NotFound when there is nothing yet. Once \a closing is requested everything that this
//! connection is asked ends with Cancelled within a fifth of a second, whatever a server does.
[[nodiscard]] Result<std::unique_ptr<SqlConnection>> openReading(const Location &location,
                                                                 std::stop_token closing = {});

} // namespace gauge::lake
