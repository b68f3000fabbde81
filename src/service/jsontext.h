// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"

#include <string>
#include <string_view>

//! What simdjson leaves open about JSON text.
namespace gauge::service {

//! \a text without the white space that JSON allows around a value.
[[nodiscard]] std::string_view trimmed(std::string_view text);

//! The inside of a JSON string (without its quotes), unescaped. A lone surrogate becomes U+FFFD
//! and an unknown escape the character itself: a comment is never lost over its spelling.
void appendUnescaped(std::string &out, std::string_view escaped);

//! One JSON value as text, and the cell it becomes.
class JsonValue
{
public:
    //! \a raw is one whole JSON value without white space around it.
    explicit JsonValue(std::string_view raw)
        : m_raw(raw)
    {}

    [[nodiscard]] std::string_view raw() const { return m_raw; }
    [[nodiscard]] bool isNull() const { return m_raw == "null" || m_raw.empty(); }
    [[nodiscard]] bool isString() const { return !m_raw.empty() && m_raw.front() == '"'; }
    [[nodiscard]] bool isContainer() const
    {
        return !m_raw.empty() && (m_raw.front() == '[' || m_raw.front() == '{');
    }
    //! "[]" or "{}"; PHP writes an empty object as an empty list.
    [[nodiscard]] bool isEmptyContainer() const;

    //! The text of a string (a view into the body, or into \a storage where it needs unescaping);
    //! of anything else its JSON.
    [[nodiscard]] std::string_view text(catalog::Page::Storage &storage) const;

    //! As a value of a described column; what does not fit the type stays text, digit by digit.
    [[nodiscard]] catalog::Cell cell(catalog::ColumnType type, catalog::Page::Storage &storage) const;
    //! As a value nobody described: numbers become numbers where that loses no digit.
    [[nodiscard]] catalog::Cell cell(catalog::Page::Storage &storage) const;

private:
    std::string_view m_raw;
};

} // namespace gauge::service
