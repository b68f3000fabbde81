// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace gauge::lake {

//! \a sql as this folder writes it (see Dialect), in PostgreSQL's words: parameters `?` and `?n` become
//! `$n`, and in statements that make or change tables the types get their names here. Quoted names and
//! texts stay as they are.
[[nodiscard]] std::string inPostgres(std::string_view sql);

} // namespace gauge::lake
