// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace gauge::catalog {

//! The first place where a text is not JSON (RFC 8259).
struct JsonFault
{
    enum class Kind {
        Truncated, //!< the text ends within a value
        TooDeep,
        BadValue, //!< a number, literal or word that is not JSON: -2. 007 NaN
        BadStructure, //!< a comma, colon, bracket or quote is missing or surplus
    };
    Kind kind = Kind::BadStructure;
    std::size_t position = 0; //!< bytes from the beginning of the text
};

//! What happens to a number or literal that is not JSON.
enum class BadValues {
    Refuse, //!< it is a fault
    Quote, //!< it becomes a string with the same characters
};

struct RepairedJson
{
    std::string json; //!< valid JSON unless there is a fault
    qint64 replacedTexts = 0; //!< strings in which U+FFFD replaces bytes or surrogates that are not Unicode
    std::optional<JsonFault> fault;
};

//! Checks \a json strictly and repairs damage inside its strings, which every other byte survives:
//! control characters become escapes, the backslash of an unknown escape becomes a backslash, and U+FFFD
//! replaces bytes that are not UTF-8 and escapes of lone surrogates (simdjson, PostgreSQL's jsonb and
//! yyjson refuse these). Integers of any length and duplicate keys are valid.
[[nodiscard]] RepairedJson repairJson(std::string_view json, std::size_t maxDepth,
                                      BadValues badValues = BadValues::Refuse);

//! Returns \a record, a stored JSON text, where strict readers accept it; else its repaired form, with
//! values that are not JSON as strings, in \a scratch. Returns nothing for a text whose structure is damaged.
[[nodiscard]] std::optional<std::string_view> validRecord(std::string_view record, std::string &scratch);

//! Calls \a visit with every text in \a json, unescaped, the names of keys included; each lives until the
//! next call. False: it is no JSON, or has a text that is none, and \a visit has not seen all.
[[nodiscard]] bool forEachText(std::string_view json, const std::function<void(std::string_view)> &visit);

//! The text at \a pointer of the object \a json, or the digits of a number there; nothing where there is
//! neither.
[[nodiscard]] std::optional<std::string> textAt(std::string_view json, std::string_view pointer);

} // namespace gauge::catalog
