// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace gauge::query {

enum class Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    StartsWith,
    IsEmpty,
    NotEmpty,
    In,
    Between, //!< two values, both included
};

//! COLUMN OP VALUE. Texts compare without regard to case in contains and starts-with only.
//! `values` is empty for is-empty and not-empty, two for between, any number for `in`, one otherwise.
//! What a value of a date column means: see dateTexts(). It is kept as it is written.
struct Condition
{
    QString column;
    Operator op = Operator::Equal;
    QStringList values;

    bool operator==(const Condition &) const = default;
};

//! Reads `nps >= 9`, `property.Country in NL,DE`, `comment_original is-empty`,
//! `date_sent between 2026-03 and 2026-05-15`. A column name with spaces works unquoted (the operator is
//! found as a separate word); a value may be quoted with '"' or "'" to keep commas and outer spaces.
//! Also reads `==`, `<>`, `=>`, `=<`, and before a date `before`, `after`, `on or before`, `on or after`;
//! print() writes the plain operators. Round trip: parseCondition(print(c)) == c.
[[nodiscard]] Result<Condition> parseCondition(const QString &text);
[[nodiscard]] QString print(const Condition &condition);

//! Reads `A,B` as `in` does: an entry may be quoted with '"' to keep its commas and outer spaces.
[[nodiscard]] QStringList parseList(const QString &text);

//! The operator as it is written in a condition.
[[nodiscard]] QString operatorText(Operator op);

} // namespace gauge::query
