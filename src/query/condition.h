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

// How a condition is written: what parseCondition and the parser of whole expressions share.

//! Where an operator stands in a text.
struct OperatorPlace
{
    qsizetype start = -1; //!< -1: there is none
    qsizetype length = 0;
    Operator op = Operator::Equal;
};

//! The first operator of a condition that begins at \a from; a word operator must stand between spaces
//! (or at the end), a sign needs none. The column name may be quoted.
[[nodiscard]] OperatorPlace findOperator(const QString &text, qsizetype from);

//! What joins two conditions in a text.
enum class Joiner { None, And, Or };
struct JoinerPlace
{
    Joiner joiner = Joiner::None;
    qsizetype length = 0; //!< letters
};

//! The joiner (`and`, `or`, `&&`, `||`) that stands at \a at as a separate word.
[[nodiscard]] JoinerPlace joinerAt(const QString &text, qsizetype at);

[[nodiscard]] bool takesValue(Operator op);

//! \a text between quotes, as unquoted() reads it.
[[nodiscard]] QString inQuotes(const QString &text);
//! What \a text says without the quotes around it, if there are any.
[[nodiscard]] QString unquoted(const QString &text);
//! Behind the value in apostrophes that begins at \a at, or \a at where there is none.
[[nodiscard]] qsizetype afterApostrophes(const QString &text, qsizetype at);
//! As parseList() reads it.
[[nodiscard]] QString printList(const QStringList &entries);
//! Splits at line breaks outside quotes.
[[nodiscard]] QStringList linesOf(const QString &text);

//! The condition of what stands on both sides of \a place, which end at \a start and \a end. An empty
//! column or a value where none belongs is an Input error.
[[nodiscard]] Result<Condition> conditionAt(const QString &text, qsizetype start, const OperatorPlace &place,
                                            qsizetype end);

} // namespace gauge::query
