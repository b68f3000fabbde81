// SPDX-License-Identifier: GPL-3.0-or-later
// Source: the seed documents of the GET Responses and GET Non-Responses APIs.
#include "catalog/surveycolumns.h"

#include <QtGlobal>

#include <algorithm>

namespace gauge::catalog {

namespace {

//! Source of the choice: "search comments, names, accounts" of look.md.
bool isSearched(const QString &name)
{
    static const QStringList searched{
        QStringLiteral("comment_original"),   QStringLiteral("comment_translation"),
        QStringLiteral("contact_first_name"), QStringLiteral("contact_last_name"),
        QStringLiteral("account_name"),       QStringLiteral("account_number")};
    return searched.contains(name);
}

Identifies whom(const QString &name)
{
    if (name == QLatin1String("email"))
        return Identifies::Email;
    return name == QLatin1String("number_customer") ? Identifies::CustomerNumber : Identifies::Nobody;
}

} // namespace

std::vector<Column> surveyColumns()
{
    using T = ColumnType;
    std::vector<Column> columns{
        {QStringLiteral("number_customergauge"), "/number_customergauge", T::Integer,
         QT_TRANSLATE_NOOP("catalog", "No.")},
        {QStringLiteral("status"), "/status", T::Text, QT_TRANSLATE_NOOP("catalog", "Status")},
        {QStringLiteral("contact_first_name"),
         "/contact/first_name",
         T::Text,
         QT_TRANSLATE_NOOP("catalog", "First name"),
         {},
         true},
        {QStringLiteral("contact_last_name"),
         "/contact/last_name",
         T::Text,
         QT_TRANSLATE_NOOP("catalog", "Last name"),
         {},
         true},
        {QStringLiteral("account_name"),
         "/account/name",
         T::Text,
         QT_TRANSLATE_NOOP("catalog", "Account"),
         {},
         true},
        {QStringLiteral("account_number"),
         "/account/number",
         T::Text,
         QT_TRANSLATE_NOOP("catalog", "Account number"),
         {},
         true},
        {QStringLiteral("number_customer"),
         "/number_customer",
         T::Text,
         QT_TRANSLATE_NOOP("catalog", "Customer number"),
         {},
         true},
        {QStringLiteral("number_order"), "/number_order", T::Text,
         QT_TRANSLATE_NOOP("catalog", "Order number")},
        {QStringLiteral("email"), "/email", T::Text, QT_TRANSLATE_NOOP("catalog", "E-mail"), {}, true},
        {QStringLiteral("phone"), "/phone", T::Text, QT_TRANSLATE_NOOP("catalog", "Phone"), {}, true},
        {QStringLiteral("nps"), "/nps", T::Score, QT_TRANSLATE_NOOP("catalog", "NPS")},
        {QStringLiteral("comment_original"), "/comment/original", T::Text,
         QT_TRANSLATE_NOOP("catalog", "Comment"), "/comment"},
        {QStringLiteral("comment_translation"), "/comment/translation", T::Text,
         QT_TRANSLATE_NOOP("catalog", "Translation")},
        {QStringLiteral("date_creation"), "/date_creation", T::DateTime,
         QT_TRANSLATE_NOOP("catalog", "Created")},
        {QStringLiteral("date_order"), "/date_order", T::DateTime, QT_TRANSLATE_NOOP("catalog", "Ordered")},
        {QStringLiteral("date_sent"), "/date_sent", T::DateTime, QT_TRANSLATE_NOOP("catalog", "Sent")},
        {QStringLiteral("date_survey_response"), "/date_survey_response", T::DateTime,
         QT_TRANSLATE_NOOP("catalog", "Answered")},
        {QStringLiteral("date_opened"), "/date_opened", T::DateTime, QT_TRANSLATE_NOOP("catalog", "Opened")},
        {QStringLiteral("date_clicked"), "/date_clicked", T::DateTime,
         QT_TRANSLATE_NOOP("catalog", "Clicked")},
        {QStringLiteral("date_email_sent"), "/date_email_sent", T::DateTime,
         QT_TRANSLATE_NOOP("catalog", "E-mail sent")},
        {QStringLiteral("language"), "/language", T::Text, QT_TRANSLATE_NOOP("catalog", "Language")},
        {QStringLiteral("locale"), "/locale", T::Text, QT_TRANSLATE_NOOP("catalog", "Locale")},
        {QStringLiteral("link"), "/link", T::Text, QT_TRANSLATE_NOOP("catalog", "Survey link")},
        {QStringLiteral("follow_up_requested"), "/follow_up/requested", T::Boolean,
         QT_TRANSLATE_NOOP("catalog", "Follow-up requested")},
        {QStringLiteral("follow_up_details"),
         "/follow_up/details",
         T::Text,
         QT_TRANSLATE_NOOP("catalog", "Follow-up details"),
         {},
         true},
        {QStringLiteral("tags"), "/tags", T::List, QT_TRANSLATE_NOOP("catalog", "Tags")},
        {QStringLiteral("questions"), "/questions", T::List, QT_TRANSLATE_NOOP("catalog", "Questions")},
        {QStringLiteral("selected_drivers"), "/selected_drivers", T::List,
         QT_TRANSLATE_NOOP("catalog", "Drivers"), "/drivers"},
    };
    for (Column &column : columns) {
        column.searched = isSearched(column.name);
        column.identifies = whom(column.name);
    }
    return columns;
}

std::vector<Column> surveyColumns(const QStringList &names)
{
    const std::vector<Column> all = surveyColumns();
    std::vector<Column> columns;
    for (const QString &name : names) {
        const auto named = [&](const Column &column) { return column.name == name; };
        columns.push_back(*std::find_if(all.begin(), all.end(), named));
    }
    return columns;
}

} // namespace gauge::catalog
