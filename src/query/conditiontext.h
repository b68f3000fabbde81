// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

//! How a condition is written: what parseCondition and the parser of whole expressions share.
namespace gauge::query {

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
//! parseSort() of an entry, whose spaces are its own.
[[nodiscard]] Result<Sort> sortOf(const QString &text);
//! As parseList() reads it.
[[nodiscard]] QString printList(const QStringList &entries);
//! Splits at line breaks outside quotes.
[[nodiscard]] QStringList linesOf(const QString &text);

//! The condition of what stands on both sides of \a place, which end at \a start and \a end. An empty
//! column or a value where none belongs is an Input error.
[[nodiscard]] Result<Condition> conditionAt(const QString &text, qsizetype start, const OperatorPlace &place,
                                            qsizetype end);

} // namespace gauge::query
