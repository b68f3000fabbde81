// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/sql/types.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <string_view>

namespace gauge::cli {

//! \a text as a JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD, so that a line
//! is always valid JSON. Controls (see isControl()) are escaped, so that a terminal obeys none.
void appendJsonString(std::string &out, std::string_view text);

//! The shortest digits that read back as \a value; null for what JSON has no word for.
void appendJsonNumber(std::string &out, double value);

//! One JSON object on one line, its keys in the order they were added (QJsonObject would sort them,
//! and the order is part of the promise).
class JsonLine
{
public:
    JsonLine &add(const char *key, const QString &value);
    JsonLine &add(const char *key, qint64 value);
    JsonLine &add(const char *key, bool value);
    JsonLine &add(const char *key, double value);
    JsonLine &add(const char *key, const QStringList &values);
    JsonLine &addNull(const char *key);
    //! \a json as it is, on one line.
    JsonLine &addJson(std::string_view key, std::string_view json);

    template <typename T>
    JsonLine &add(const char *key, const std::optional<T> &value)
    {
        return value ? add(key, *value) : addNull(key);
    }
    // A pointer would otherwise become a bool.
    JsonLine &add(const char *key, const char *value) = delete;

    //! The object, without a line break.
    [[nodiscard]] std::string text() const { return m_text + '}'; }

private:
    void addKey(std::string_view key);

    std::string m_text = "{";
};

//! \a json with its line breaks turned into spaces: inside JSON they can only stand between tokens.
[[nodiscard]] std::string onOneLine(std::string_view json);

//! One line of JSON as received, with its controls escaped: the same JSON, harmless for a terminal.
[[nodiscard]] std::string withControlsEscaped(std::string_view json);

//! Rows of the lake as JSON objects, one a line: column names as keys, numbers as numbers, lists as
//! JSON, what is not there as null.
class RowLine
{
public:
    explicit RowLine(const std::vector<lake::LakeColumn> &columns);

    //! Valid until the next call.
    [[nodiscard]] const std::string &text(const catalog::Row &row);

private:
    struct Column
    {
        std::string key; //!< `"name":`, ready to append
        catalog::ColumnType type;
    };
    std::vector<Column> m_columns;
    std::string m_text;
};

} // namespace gauge::cli
