// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/pageparser.h"

#include "base/log.h"
#include "net/retrypolicy.h"
#include "service/excerpt.h"
#include "service/jsontext.h"
#include "service/recordreader.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace gauge::service {

namespace {

namespace ondemand = simdjson::ondemand;

QString translated(const char *text)
{
    return QCoreApplication::translate("service", text);
}

//! An answer that may be whole the next time.
tl::unexpected<Error> incomplete(const char *text, const QByteArray &body)
{
    return fail(ErrorKind::Protocol, translated(text),
                QLatin1String(net::incompleteAnswer) + QStringLiteral(": ") + excerpt(body));
}

tl::unexpected<Error> refused(const char *text, const QByteArray &body)
{
    return fail(ErrorKind::Protocol, translated(text), excerpt(body));
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

//! What simdjson refuses and the service is known to send: see "Sync feeds" in service.md.
bool isForgivable(simdjson::error_code error)
{
    return error == simdjson::NUMBER_ERROR || error == simdjson::STRING_ERROR
        || error == simdjson::UNESCAPED_CHARS || error == simdjson::UTF8_ERROR;
}

//! Leaves in \a text what the on-demand parser can walk, or says why not.
Result<void> validate(std::string &text, const QByteArray &body)
{
    const simdjson::error_code error = strictlyParsed(text);
    if (error == simdjson::SUCCESS)
        return {};
    if (error == simdjson::DEPTH_ERROR || nestingDepth(text) > std::size_t(maxJsonDepth))
        return tooDeep(body);
    if (!isForgivable(error))
        return notJson(body);
    const auto view = QByteArray::fromRawData(text.data(), qsizetype(text.size()));
    if (!QUtf8StringView(view).isValidUtf8()) {
        qCInfo(logNet, "the answer is not valid UTF-8; what is not was replaced");
        text = QString::fromUtf8(view).toStdString();
    }
    text = withEscapedControls(text);
    QJsonParseError lenient;
    QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), qsizetype(text.size())), &lenient);
    if (lenient.error != QJsonParseError::NoError)
        return notJson(body);
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

    Result<void> readData(ondemand::value value)
    {
        ondemand::array records;
        if (value.get_array().get(records))
            return noData();
        if (std::exchange(m_hasData, true))
            return refused(QT_TRANSLATE_NOOP("service", "The service's answer holds two lists of records."),
                           m_body);
        for (auto result : records) {
            ondemand::value item;
            ondemand::object record;
            if (std::move(result).get(item))
                return notJson(m_body);
            if (item.get_object().get(record)) {
                return refused(QT_TRANSLATE_NOOP("service",
                                                 "One of the records in the service's answer is no "
                                                 "record."),
                               m_body);
            }
            if (m_page.records.size() >= std::size_t(maxPageRecords)) {
                return refused(QT_TRANSLATE_NOOP("service",
                                                 "The service sent far more records than were asked "
                                                 "for."),
                               m_body);
            }
            if (!m_records.read(record))
                return notJson(m_body);
        }
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
            if (const Result<void> taken = takeCursor(field.value()); !taken)
                return taken;
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
        m_page.nextCursor = QString::fromUtf8(text.data(), qsizetype(text.size()));
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
    if (const Result<void> beginning = checkBeginning(bytes, body); !beginning)
        return fail(beginning.error());

    catalog::Page page;
    std::string &text = page.storage->body;
    text.reserve(bytes.size() + simdjson::SIMDJSON_PADDING);
    text = bytes;
    pad(text);
    if (const Result<void> valid = validate(text, body); !valid)
        return fail(valid.error());

    ondemand::parser parser;
    ondemand::document document;
    ondemand::object root;
    if (parser.iterate(text.data(), text.size(), text.capacity()).get(document)
        || document.get_object().get(root))
        return notJson(body);
    if (const Result<void> read = PageReader(body, endpoint, page).read(root); !read)
        return fail(read.error());
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
