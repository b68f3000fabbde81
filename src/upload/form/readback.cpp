// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/readback.h"

#include "base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace gauge::upload {

namespace {

constexpr int mostPages = 5; // of one day's responses

//! The column of the feed for a heading of the type external-response; empty: any place.
QString columnOf(const QString &heading)
{
    static const QHash<QString, QString> columns{
        {QStringLiteral("Email"), QStringLiteral("email")},
        {QStringLiteral("Account Name"), QStringLiteral("account_name")},
        {QStringLiteral("NPS"), QStringLiteral("nps")},
        {QStringLiteral("Comment"), QStringLiteral("comment_original")},
        {QStringLiteral("First Name"), QStringLiteral("contact_first_name")},
        {QStringLiteral("Last Name"), QStringLiteral("contact_last_name")},
        {QStringLiteral("Sent Date"), QStringLiteral("date_sent")},
        {QStringLiteral("Completed Date"), QStringLiteral("date_survey_response")},
    };
    return columns.value(heading);
}

//! The same for a single response; nothing where the service keeps it in a form of its own.
std::optional<QString> columnOf(ResponseField field)
{
    switch (field) {
    case ResponseField::CustomerNumber:
        return QStringLiteral("number_customer");
    case ResponseField::Email:
        return QStringLiteral("email");
    case ResponseField::FirstName:
        return QStringLiteral("contact_first_name");
    case ResponseField::LastName:
        return QStringLiteral("contact_last_name");
    case ResponseField::Score:
        return QStringLiteral("nps");
    case ResponseField::Comment:
        return QStringLiteral("comment_original");
    case ResponseField::Sent:
        return QStringLiteral("date_sent");
    case ResponseField::Completed:
        return QStringLiteral("date_survey_response");
    case ResponseField::FollowUp:
    case ResponseField::Workflow:
    case ResponseField::Reasons:
        break;
    }
    return std::nullopt;
}

QString textOf(const catalog::Cell &cell)
{
    switch (cell.type) {
    case catalog::Cell::Type::Null:
        return {};
    case catalog::Cell::Type::Integer:
        return QString::number(cell.integer);
    case catalog::Cell::Type::Real:
        return QString::number(cell.real);
    case catalog::Cell::Type::Text:
        return fromUtf8(cell.text);
    }
    return {};
}

QString textOf(const catalog::Endpoint &feed, const catalog::Record &record, const QString &column)
{
    for (std::size_t i = 0; i < feed.columns.size() && i < record.cells.size(); ++i) {
        if (feed.columns[i].name == column)
            return textOf(record.cells[i]);
    }
    return {};
}

//! All values anywhere in \a value, as texts.
void addLeaves(const QJsonValue &value, QSet<QString> &leaves)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            addLeaves(item, leaves);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &item : object)
            addLeaves(item, leaves);
    } else {
        leaves.insert(value.toVariant().toString().trimmed());
    }
}

QStringList lostFrom(const catalog::Endpoint &feed, const catalog::Record &record,
                     const ReadBackQuestion &question)
{
    QSet<QString> leaves;
    const QByteArray raw(record.raw.data(), qsizetype(record.raw.size()));
    addLeaves(QJsonDocument::fromJson(raw).object(), leaves);
    QStringList lost;
    for (const ReadBackQuestion::Expected &each : question.expected) {
        const QString sent = each.value.trimmed();
        const bool there = each.column.isEmpty()
            ? leaves.contains(sent)
            : textOf(feed, record, each.column).trimmed().compare(sent, Qt::CaseInsensitive) == 0;
        if (!sent.isEmpty() && !there)
            lost.append(each.heading);
    }
    return lost;
}

service::PageRequest pageFor(const catalog::Endpoint &feed, const ReadBackQuestion &question)
{
    service::PageRequest request;
    request.endpoint = feed;
    request.scope.with = feed.with;
    if (!question.number.isEmpty()) {
        request.scope.number = question.number;
        request.perPage = 1;
    } else {
        request.scope.periodField = QStringLiteral("date_survey_response");
        request.scope.periodStart = question.completed.left(10);
        request.scope.periodEnd = question.completed.left(10);
    }
    return request;
}

//! The newest one of the page that the question is about.
const catalog::Record *foundIn(const catalog::Endpoint &feed, const catalog::Page &page,
                               const ReadBackQuestion &question)
{
    const auto isIt = [&](const catalog::Record &record) {
        if (!question.number.isEmpty())
            return textOf(feed, record, feed.keyColumn) == question.number;
        return textOf(feed, record, QStringLiteral("email")).compare(question.email, Qt::CaseInsensitive)
            == 0;
    };
    const auto found = std::find_if(page.records.rbegin(), page.records.rend(), isIt);
    return found == page.records.rend() ? nullptr : &*found;
}

} // namespace

ReadBackQuestion questionFor(const FormRecord &record)
{
    ReadBackQuestion question;
    question.email = valueOf(record, QStringLiteral("Email"));
    question.completed = valueOf(record, QStringLiteral("Completed Date"));
    for (const FormValue &field : record)
        question.expected.push_back({field.heading, field.value, columnOf(field.heading)});
    return question;
}

ReadBackQuestion questionFor(const ResponseKeys &keys, const FormRecord &fields, const QString &number)
{
    ReadBackQuestion question;
    question.number = number;
    question.email = valueOf(fields, keys.key(ResponseField::Email));
    question.completed = valueOf(fields, keys.key(ResponseField::Completed));
    for (const FormValue &field : fields) {
        const std::optional<ResponseField> known = keys.field(field.heading);
        if (!known)
            question.expected.push_back({field.heading, field.value, {}});
        else if (const std::optional<QString> column = columnOf(*known))
            question.expected.push_back({field.heading, field.value, *column});
    }
    return question;
}

QCoro::Task<Result<ReadBack>> readBack(std::shared_ptr<service::ServiceClient> client,
                                       catalog::Endpoint responses, ReadBackQuestion question,
                                       std::stop_token stop)
{
    ReadBack result;
    service::PageRequest request = pageFor(responses, question);
    for (int pages = 0; pages < mostPages; ++pages) {
        GAUGE_CO_TRY(const service::PagePointer page, co_await client->fetchPage(request, stop));
        if (const catalog::Record *record = foundIn(responses, *page, question)) {
            // Not the first one: a person can have answered more than once on that day.
            result.found = true;
            result.lost = lostFrom(responses, *record, question);
        }
        const bool last = page->records.empty() || page->nextCursor.isEmpty()
            || page->nextCursor == request.cursor || !question.number.isEmpty();
        if (last)
            break;
        request.cursor = page->nextCursor;
    }
    co_return result;
}

} // namespace gauge::upload
