// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/nomatch.h"

#include "base/text.h"
#include "lake/read/lakereader.h"

namespace gauge::lake {

namespace {

QString shortened(const QString &text)
{
    constexpr qsizetype most = 80;
    return text.size() > most ? text.left(most - 1) + QChar(0x2026) : text;
}

//! A value of the condition's column that is like what it asks for; empty when there is none.
QString nearValue(LakeReader &reader, const QString &feed, const query::Query &everything,
                  const query::Condition &condition, std::stop_token stop)
{
    using query::Operator;
    if ((condition.op != Operator::Equal && condition.op != Operator::In) || condition.values.isEmpty())
        return {};
    bool isNumber = false;
    condition.values.front().toDouble(&isNumber);
    if (isNumber) // 9 is not what 99 is meant to be
        return {};
    constexpr size_t enough = 1000;
    const auto counts = reader.values(feed, condition.column, everything, enough, std::move(stop));
    if (!counts) // a column of lists has none
        return {};
    QStringList known;
    for (const ValueCount &each : counts->values)
        known.append(each.text);
    return nearest(condition.values.front(), known);
}

} // namespace

Result<QString> whyNothing(LakeReader &reader, const QString &feed, const query::Query &query,
                           std::stop_token stop)
{
    query::Query one;
    one.presence = query.presence;
    GAUGE_TRY(const auto any, reader.count(feed, one, stop));
    const std::vector<query::Condition> conditions = query::conditionsOf(query.where);
    if (any == 0 || (conditions.empty() && query.search.isEmpty()))
        return QString();
    const query::Query everything = one;
    QStringList sentences;
    const auto explain = [&](const QString &shown, const QString &near) {
        QString sentence = QCoreApplication::translate("lake", "No record meets “%1”.").arg(shortened(shown));
        if (!near.isEmpty()) {
            sentence += QLatin1Char(' ')
                + QCoreApplication::translate("lake", "There is the value “%1”.").arg(shortened(near));
        }
        sentences.append(sentence);
    };
    constexpr size_t most = 20; // conditions are counted one by one
    for (size_t i = 0; i < conditions.size() && i < most; ++i) {
        one.where = {conditions[i]};
        GAUGE_TRY(const auto found, reader.count(feed, one, stop));
        if (found == 0)
            explain(query::print(conditions[i]), nearValue(reader, feed, everything, conditions[i], stop));
    }
    if (!query.search.isEmpty()) {
        one.where.clear();
        one.search = query.search;
        GAUGE_TRY(const auto found, reader.count(feed, one, stop));
        if (found == 0) {
            sentences.append(QCoreApplication::translate("lake", "The search “%1” finds no record.")
                                 .arg(shortened(query.search)));
        }
    }
    if (sentences.isEmpty()) {
        return QCoreApplication::translate("lake", "Each condition has records, but none meets all of them.");
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace gauge::lake
