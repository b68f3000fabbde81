// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/pageparser.h"

#include "base/log.h"
#include "base/text.h"
#include "catalog/jsonrepair.h"
#include "net/retrypolicy.h"
#include "service/jsontext.h"
#include "service/recordreader.h"
#include "service/serviceerror.h"

#include <QRegularExpression>

namespace gauge::service {

namespace {

namespace ondemand = simdjson::ondemand;

//! An answer that may be whole the next time.
tl::unexpected<Error> incomplete(const char *text, const QByteArray &body)
{
    return fail(ErrorKind::Protocol, QCoreApplication::translate("service", text),
                QLatin1String(net::incompleteAnswer) + QStringLiteral(": ") + excerpt(body));
}

tl::unexpected<Error> refused(const char *text, const QByteArray &body)
{
    return fail(ErrorKind::Protocol, QCoreApplication::translate("service", text), excerpt(body));
}

tl::unexpected<Error> notJson(const QByteArray &body)
{
    return incomplete(QT_TRANSLATE_NOOP("service", "The service's answer broke off or is not JSON."), body);
}

tl::unexpected<Error> tooDeep(const QByteArray &body)
{
    return refused(QT_TRANSLATE_NOOP("service", "The service's answer is nested too deeply and was refused."),
                   body);
}

//! Room behind the text, which simdjson reads but does not use.
void pad(std::string &text)
{
    const std::size_t size = text.size();
    text.reserve(size + simdjson::SIMDJSON_PADDING);
    text.append(simdjson::SIMDJSON_PADDING, '\0');
    text.resize(size);
}

simdjson::error_code strictlyParsed(const std::string &text)
{
    simdjson::dom::parser parser;
    if (const auto error = parser.allocate(text.size(), std::size_t(maxJsonDepth) + 1))
        return error;
    return parser.parse(text.data(), text.size(), false).error();
}

//! Returns the number, from 1, of the record that \a position lies in; 0 outside of the records. The text
//! up to there is valid.
int recordAt(std::string_view text, std::size_t position)
{
    int depth = 0;
    int records = 0;
    bool isInData = false;
    std::string_view key;
    for (std::size_t i = 0; i < position; ++i) {
        const char c = text[i];
        if (c == '"') {
            const std::size_t from = i + 1;
            for (++i; i < position && text[i] != '"'; ++i)
                i += text[i] == '\\' ? 1 : 0;
            if (depth == 1)
                key = text.substr(from, i - from);
        } else if (c == '{' || c == '[') {
            if (++depth == 2)
                isInData = key == "data";
            records += depth == 3 && isInData ? 1 : 0;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return depth >= 3 && isInData ? records : 0;
}

//! Why the page is refused, with the number of the record.
tl::unexpected<Error> invalid(std::string_view text, const catalog::JsonFault &fault, const QByteArray &body)
{
    using Kind = catalog::JsonFault::Kind;
    if (fault.kind == Kind::TooDeep)
        return tooDeep(body);
    const int record = fault.kind == Kind::Truncated ? 0 : recordAt(text, fault.position);
    if (record == 0)
        return notJson(body);
    const QString reason = fault.kind == Kind::BadValue
        ? QCoreApplication::translate("service", "a value is neither a number nor a text")
        : QCoreApplication::translate("service", "a comma, colon, quote or bracket is missing or surplus");
    constexpr std::size_t around = 40;
    const std::size_t from = fault.position - std::min(fault.position, around / 2);
    const std::string_view near = text.substr(from, around);
    return fail(ErrorKind::Protocol,
                QCoreApplication::translate("service",
                                            "Record %1 of the page that the service sent is not valid JSON "
                                            "(%2), so the whole page was refused.")
                    .arg(QString::number(record), reason),
                QStringLiteral("%1: byte %2, near %3 | %4")
                    .arg(QLatin1String(net::incompleteAnswer), QString::number(fault.position),
                         excerpt(QByteArray(near.data(), qsizetype(near.size()))), excerpt(body)));
}

//! Leaves valid JSON in \a page, or fails with why it is not.
Result<void> validate(catalog::Page &page, const QByteArray &body)
{
    std::string &text = page.storage->body;
    if (strictlyParsed(text) == simdjson::SUCCESS)
        return {};
    catalog::RepairedJson repaired = catalog::repairJson(text, std::size_t(maxJsonDepth));
    if (repaired.fault)
        return invalid(text, *repaired.fault, body);
    page.replacedTexts = repaired.replacedTexts;
    if (page.replacedTexts > 0) {
        qCInfo(logNet).noquote() << page.replacedTexts
                                 << "texts of this page were not valid Unicode; U+FFFD replaces what is not";
    }
    text = std::move(repaired.json);
    pad(text);
    return {};
}

class PageReader
{
public:
    PageReader(const QByteArray &body, const catalog::Endpoint &endpoint, catalog::Page &page)
        : m_body(body)
        , m_page(page)
        , m_records(endpoint, page)
    {}

    Result<void> read(ondemand::object root)
    {
        for (auto result : root) {
            ondemand::field field;
            if (std::move(result).get(field))
                return notJson(m_body);
            const std::string_view key = keyOf(field, m_key);
            Result<void> outcome;
            if (key == "data")
                outcome = readData(field.value());
            else if (key == "cursor")
                outcome = readCursor(field.value());
            if (!outcome)
                return outcome;
        }
        if (!m_hasData)
            return noData();
        return {};
    }

private:
    tl::unexpected<Error> noData() const
    {
        return refused(QT_TRANSLATE_NOOP("service", "The service's answer holds no list of records."),
                       m_body);
    }

    //! A list of records; null or {} (no records); or PHP's list with gaps, {"0": …, "2": …}.
    Result<void> readData(ondemand::value value)
    {
        if (std::exchange(m_hasData, true))
            return refused(QT_TRANSLATE_NOOP("service", "The service's answer holds two lists of records."),
                           m_body);
        ondemand::json_type type{};
        if (value.type().get(type))
            return notJson(m_body);
        switch (type) {
        case ondemand::json_type::array:
            return readList(value);
        case ondemand::json_type::object:
            return readNumbered(value);
        case ondemand::json_type::null:
            return readNothing();
        default:
            return noData();
        }
    }

    Result<void> readList(ondemand::value value)
    {
        ondemand::array records;
        if (value.get_array().get(records))
            return notJson(m_body);
        for (auto result : records) {
            ondemand::value item;
            if (std::move(result).get(item))
                return notJson(m_body);
            GAUGE_CHECK(readRecord(item));
        }
        return {};
    }

    Result<void> readNumbered(ondemand::value value)
    {
        ondemand::object records;
        if (value.get_object().get(records))
            return notJson(m_body);
        for (auto result : records) {
            ondemand::field field;
            if (std::move(result).get(field))
                return notJson(m_body);
            // Other keys are those of one record, or of something else.
            const std::string_view key = keyOf(field, m_key);
            if (key.empty() || key.find_first_not_of("0123456789") != std::string_view::npos)
                return noData();
            GAUGE_CHECK(readRecord(field.value()));
        }
        return {};
    }

    //! "data": null beside a message is a failure that has the status of a success.
    Result<void> readNothing() const
    {
        const QString message = answerMessage(m_body);
        if (message.isEmpty())
            return {};
        return fail(
            ErrorKind::Protocol,
            QCoreApplication::translate("service", "The service sent a message instead of records: %1")
                .arg(message),
            excerpt(m_body));
    }

    Result<void> readRecord(ondemand::value item)
    {
        ondemand::object record;
        if (item.get_object().get(record)) {
            return refused(
                QT_TRANSLATE_NOOP("service", "One of the records in the service's answer is no record."),
                m_body);
        }
        if (m_page.records.size() >= std::size_t(maxPageRecords)) {
            return refused(
                QT_TRANSLATE_NOOP("service", "The service sent far more records than were asked for."),
                m_body);
        }
        if (!m_records.read(record))
            return notJson(m_body);
        return {};
    }

    //! {"next": 123}, {"next": "abc"}, {"next": null}, null, [] (PHP's empty object), or the bare value.
    Result<void> readCursor(ondemand::value value)
    {
        m_page.nextCursor.clear();
        ondemand::json_type type{};
        if (value.type().get(type))
            return notJson(m_body);
        if (type != ondemand::json_type::object)
            return takeCursor(value);
        ondemand::object cursor;
        if (value.get_object().get(cursor))
            return notJson(m_body);
        for (auto result : cursor) {
            ondemand::field field;
            if (std::move(result).get(field))
                return notJson(m_body);
            const std::string_view key = keyOf(field, m_key);
            if (key != "next")
                continue;
            GAUGE_CHECK(takeCursor(field.value()));
        }
        return {};
    }

    Result<void> takeCursor(ondemand::value value)
    {
        std::string_view raw;
        if (rawJson(value).get(raw))
            return notJson(m_body);
        const JsonValue next(raw);
        if (next.isNull() || next.isEmptyContainer()) {
            m_page.nextCursor.clear();
            return {};
        }
        if (next.isContainer() || raw == "true" || raw == "false")
            return refused(QT_TRANSLATE_NOOP("service", "The service's answer holds no readable cursor."),
                           m_body);
        const std::string_view text = next.text(*m_page.storage);
        m_page.nextCursor = fromUtf8(text);
        return {};
    }

    const QByteArray &m_body;
    catalog::Page &m_page;
    RecordReader m_records;
    std::string m_key; //!< an unescaped key
    bool m_hasData = false;
};

//! The first words of an answer that is not a page at all.
Result<void> checkBeginning(std::string_view text, const QByteArray &body)
{
    if (text.empty())
        return incomplete(QT_TRANSLATE_NOOP("service", "The service sent an empty answer."), body);
    if (text.front() == '<') {
        return incomplete(QT_TRANSLATE_NOOP("service",
                                            "The service answered with a web page (HTML) instead of "
                                            "data. A proxy or a sign-in page may stand in between."),
                          body);
    }
    if (text == "null" || (text.front() == '[' && text.back() == ']'))
        return refused(QT_TRANSLATE_NOOP("service", "The service's answer holds no list of records."), body);
    if (text.front() != '{')
        return notJson(body);
    return {};
}

} // namespace

Result<catalog::Page> parsePage(const QByteArray &body, const catalog::Endpoint &endpoint)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    std::string_view bytes(body.constData(), std::size_t(body.size()));
    if (bytes.starts_with(byteOrderMark))
        bytes.remove_prefix(byteOrderMark.size());
    bytes = trimmed(bytes);
    GAUGE_CHECK(checkBeginning(bytes, body));

    catalog::Page page;
    std::string &text = page.storage->body;
    text.reserve(bytes.size() + simdjson::SIMDJSON_PADDING);
    text = bytes;
    pad(text);
    GAUGE_CHECK(validate(page, body));

    ondemand::parser parser;
    ondemand::document document;
    ondemand::object root;
    if (parser.iterate(text.data(), text.size(), text.capacity()).get(document)
        || document.get_object().get(root))
        return notJson(body);
    GAUGE_CHECK(PageReader(body, endpoint, page).read(root));
    return page;
}

QString guessNextCursor(const QByteArray &body)
{
    constexpr qsizetype tail = 256;
    static const QRegularExpression next(
        QStringLiteral("\"next\"\\s*:\\s*\"?([A-Za-z0-9_=+/.:-]+)\"?\\s*\\}\\s*\\}\\s*$"));
    const QRegularExpressionMatch match = next.match(QString::fromLatin1(body.right(tail)));
    const QString cursor = match.captured(1);
    return cursor == QLatin1String("null") ? QString() : cursor;
}

} // namespace gauge::service
