// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/page.h"

namespace gauge::service {

//! The deepest nesting that is accepted; the documented answers have six levels.
inline constexpr int maxJsonDepth = 64;
//! The most records one page may hold; 1,000 are ever asked for.
inline constexpr int maxPageRecords = 100'000;

//! Bytes of a 200 answer into a page, a pure function. Every value survives: what has no column of
//! its own becomes an extra. Record::raw is the record's slice of the answer and always valid JSON: damage
//! inside strings is repaired (catalog::repairJson), everything else that is not JSON is refused with the
//! page. Numbers beyond 64 bits are kept as their digits.
//! "data" is a list, null, {} or an object whose keys are numbers.
//! Protocol errors: empty, not JSON (the text names HTML, or the record by its number) or truncated, all
//! marked as net::incompleteAnswer; no "data", a record that is not an object, deeper than maxJsonDepth.
[[nodiscard]] Result<catalog::Page> parsePage(const QByteArray &body, const catalog::Endpoint &endpoint);

//! cursor.next as the last bytes of a page most likely give it, or nothing; not checked in any way.
[[nodiscard]] QString guessNextCursor(const QByteArray &body);

} // namespace gauge::service
