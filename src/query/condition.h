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
};

//! COLUMN OP VALUE. Texts compare without regard to case in contains and starts-with only.
//! `values` is empty for is-empty and not-empty, has one entry otherwise, any number for `in`.
//! A value of a column of dates may be relative ("last 30 days", see RelativePeriod); it stays so here.
struct Condition
{
    QString column;
    Operator op = Operator::Equal;
    QStringList values;

    bool operator==(const Condition &) const = default;
};

//! Reads `nps >= 9`, `property.Country in NL,DE`, `comment_original is-empty`. A column name with
//! spaces works as it is (the operator is found as a word of its own); a value may be quoted with
//! '"' to keep commas and outer spaces. Round trip: parseCondition(print(c)) == c.
[[nodiscard]] Result<Condition> parseCondition(const QString &text);
[[nodiscard]] QString print(const Condition &condition);

//! Reads `A,B` as `in` does: an entry may be quoted with '"' to keep its commas and outer spaces.
[[nodiscard]] QStringList parseList(const QString &text);

//! The operator as it is written in a condition.
[[nodiscard]] QString operatorText(Operator op);

} // namespace gauge::query
