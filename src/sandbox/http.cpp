// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http.h"

#include "sandbox/recordtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace gauge::sandbox {

namespace {

std::string decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned octet = 0;
        const char *digits = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size()
            && std::from_chars(digits, digits + 2, octet, 16).ptr == digits + 2) {
            out += static_cast<char>(octet);
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

// The key in "name[key]", or nothing.
std::optional<std::string_view> keyIn(std::string_view text, std::string_view name)
{
    if (!text.starts_with(name) || text.size() < name.size() + 2 || text[name.size()] != '['
        || text.back() != ']')
        return std::nullopt;
    return text.substr(name.size() + 1, text.size() - name.size() - 2);
}

} // namespace

Form parseForm(std::string_view encoded)
{
    Form form;
    while (!encoded.empty()) {
        const auto pair = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(encoded.size(), pair.size() + 1));
        if (pair.empty())
            continue;
        const auto equals = std::min(pair.find('='), pair.size());
        form.emplace_back(decoded(pair.substr(0, equals)),
                          decoded(pair.substr(std::min(equals + 1, pair.size()))));
    }
    return form;
}

std::optional<Form> parseJson(std::string_view body)
{
    const auto json = QJsonDocument::fromJson(QByteArray(body.data(), static_cast<qsizetype>(body.size())));
    if (!json.isObject())
        return std::nullopt;
    Form form;
    const auto add = [&form](const QString &name, const QJsonValue &value) {
        form.emplace_back(name.toStdString(), value.toVariant().toString().toStdString());
    };
    const auto object = json.object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto inner = member.value().toObject();
        for (auto pair = inner.begin(); pair != inner.end(); ++pair)
            add(member.key() + QLatin1Char('[') + pair.key() + QLatin1Char(']'), pair.value());
        const auto items = member.value().toArray();
        for (const auto &item : items)
            add(member.key() + QStringLiteral("[]"), item);
        if (!member.value().isObject() && !member.value().isArray())
            add(member.key(), member.value());
    }
    return form;
}

std::optional<std::string> valueOf(const Form &form, std::string_view name)
{
    std::optional<std::string> value;
    for (const auto &[key, text] : form) {
        if (key == name)
            value = text;
    }
    return value;
}

std::vector<std::string> listOf(const Form &form, std::string_view name)
{
    std::vector<std::string> values;
    for (const auto &[key, text] : form) {
        if (keyIn(key, name))
            values.push_back(text);
    }
    return values;
}

Form mapOf(const Form &form, std::string_view name)
{
    Form map;
    for (const auto &[key, text] : form) {
        if (const auto inner = keyIn(key, name); inner && !inner->empty())
            map.emplace_back(*inner, text);
    }
    return map;
}

std::optional<std::int64_t> integer(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

Answer messageAnswer(int status, std::string_view message)
{
    return {.status = status, .body = R"({"message":)" + quoted(message) + '}'};
}

Answer invalidAnswer(const FieldErrors &errors)
{
    std::string body = R"({"message":"The given data was invalid.","errors":{)";
    FieldErrors sorted = errors;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const auto &[field, message] = sorted[i];
        if (i > 0 && field == sorted[i - 1].first)
            body += ',' + quoted(message);
        else
            body += (i > 0 ? "]," : "") + quoted(field) + ":[" + quoted(message);
    }
    return {.status = 422, .body = body + (sorted.empty() ? "}}" : "]}}")};
}

std::optional<Form> Call::queryAndJson() const
{
    Form fields = query;
    if (contentType.starts_with("application/json")) {
        const auto members = parseJson(body);
        if (!members)
            return std::nullopt;
        fields.insert(fields.end(), members->begin(), members->end());
    }
    return fields;
}

Answer malformedAnswer()
{
    return messageAnswer(400, "The body is not a JSON object.");
}

Answer unauthenticatedAnswer()
{
    return messageAnswer(401, "Unauthenticated.");
}

Answer statusAnswer(int status)
{
    switch (status) {
    case 401:
        return unauthenticatedAnswer();
    case 403:
        return messageAnswer(status, "This action is unauthorized.");
    case 404:
        return messageAnswer(status, "Not Found");
    case 408:
        return messageAnswer(status, "Request Timeout");
    case 422:
        return invalidAnswer({{"sandbox", "The sandbox was told to refuse this."}});
    case 429:
        return messageAnswer(status, "Too Many Attempts.");
    case 503:
        return messageAnswer(status, "Service Unavailable");
    default:
        return messageAnswer(status, status >= 500 ? "Server Error" : "The sandbox was told to answer this.");
    }
}

namespace {

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lowered(c); });
    return out;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = std::min(text.find_first_not_of(" \t"), text.size());
    const auto last = text.find_last_not_of(" \t");
    return last == std::string_view::npos ? std::string_view() : text.substr(first, last + 1 - first);
}

// Whether a comma list like that of Connection has \a item, in any case.
bool lists(std::string_view list, std::string_view item)
{
    while (!list.empty()) {
        const auto part = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), part.size() + 1));
        if (lowered(trimmed(part)) == item)
            return true;
    }
    return false;
}

std::optional<std::size_t> sizeOf(std::string_view digits, int base)
{
    std::size_t size = 0;
    const auto *end = digits.data() + digits.size();
    const auto [parsed, error] = std::from_chars(digits.data(), end, size, base);
    return error == std::errc() && parsed == end ? std::optional(size) : std::nullopt;
}

} // namespace

std::string_view HttpRequest::header(std::string_view lowerCaseName) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&](const auto &field) { return field.first == lowerCaseName; });
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

bool HttpRequest::keepsAlive() const
{
    const auto connection = header("connection");
    return minorVersion == 0 ? lists(connection, "keep-alive") : !lists(connection, "close");
}

HttpReader::State HttpReader::read()
{
    while (m_errorStatus == 0 && m_part != Part::Whole) {
        if (m_expects && m_bytes.empty()) {
            m_expects = false;
            return State::Expects;
        }
        if (!readPart())
            return State::Incomplete;
    }
    return m_errorStatus == 0 ? State::Complete : State::Malformed;
}

HttpRequest HttpReader::take()
{
    m_part = Part::RequestLine;
    m_headSize = 0;
    m_expects = false;
    return std::exchange(m_request, {});
}

// Reads one line or one piece of a body; false when it has not come whole.
bool HttpReader::readPart()
{
    if (m_part == Part::Body || m_part == Part::Dropped || m_part == Part::Chunk)
        return readBody();
    const auto end = m_bytes.find('\n');
    if (m_headSize + std::min(end, m_bytes.size()) > longestHead) {
        fail(431);
        return true;
    }
    if (end == std::string::npos)
        return false;
    auto line = m_bytes.substr(0, end);
    m_bytes.erase(0, end + 1);
    m_headSize += end + 1;
    if (line.ends_with('\r'))
        line.pop_back();
    readLine(line);
    return true;
}

void HttpReader::readLine(std::string_view line)
{
    switch (m_part) {
    case Part::RequestLine:
        if (!line.empty()) // one may follow the body of the request before
            readRequestLine(line);
        break;
    case Part::Headers:
        if (line.empty())
            finishHead();
        else
            readHeader(line);
        break;
    case Part::ChunkSize:
        readChunkSize(line);
        break;
    case Part::ChunkEnd:
        m_part = Part::ChunkSize;
        if (!line.empty())
            fail(400);
        break;
    case Part::Trailers:
        if (line.empty())
            m_part = Part::Whole;
        break;
    case Part::Body:
    case Part::Dropped:
    case Part::Chunk:
    case Part::Whole:
        break;
    }
}

void HttpReader::readRequestLine(std::string_view line)
{
    const auto first = line.find(' ');
    const auto second = line.rfind(' ');
    if (first == std::string_view::npos || first == 0 || second < first + 2)
        return fail(400);
    m_request.method = line.substr(0, first);
    m_request.target = line.substr(first + 1, second - first - 1);
    const auto version = line.substr(second + 1);
    if (version != "HTTP/1.0" && version != "HTTP/1.1")
        return fail(version.starts_with("HTTP/") ? 505 : 400);
    m_request.minorVersion = version.back() - '0';
    m_part = Part::Headers;
}

void HttpReader::readHeader(std::string_view line)
{
    const auto colon = line.find(':');
    const auto name = line.substr(0, colon);
    if (colon == std::string_view::npos || name.empty()
        || name.find_first_of(" \t") != std::string_view::npos)
        return fail(400);
    m_request.headers.emplace_back(lowered(name), trimmed(line.substr(colon + 1)));
}

void HttpReader::finishHead()
{
    const auto encoding = m_request.header("transfer-encoding");
    const auto length = m_request.header("content-length");
    const auto expectation = m_request.header("expect");
    if (!expectation.empty() && lowered(expectation) != "100-continue")
        return fail(417);
    m_expects = !expectation.empty() && m_request.minorVersion > 0;
    if (!encoding.empty()) {
        m_part = Part::ChunkSize;
        if (lowered(encoding) != "chunked")
            fail(501);
        else if (!length.empty() || m_request.minorVersion == 0)
            fail(400); // two ends of one body
        return;
    }
    const auto size = length.empty() ? std::optional<std::size_t>(0) : sizeOf(length, 10);
    if (!size)
        return fail(400);
    m_left = *size;
    if (*size > longestBody) {
        m_part = Part::Dropped;
        if (m_expects || *size > longestDropped)
            fail(413);
        return;
    }
    m_expects = m_expects && m_left > 0;
    m_part = m_left > 0 ? Part::Body : Part::Whole;
}

void HttpReader::readChunkSize(std::string_view line)
{
    m_headSize = 0; // chunks may be many
    const auto size = sizeOf(trimmed(line.substr(0, line.find(';'))), 16);
    if (!size)
        return fail(400);
    if (*size > longestBody - m_request.body.size())
        return fail(413);
    m_left = *size;
    m_part = m_left > 0 ? Part::Chunk : Part::Trailers;
}

bool HttpReader::readBody()
{
    m_expects = false; // it comes unasked
    const auto size = std::min(m_left, m_bytes.size());
    if (m_part != Part::Dropped)
        m_request.body.append(m_bytes, 0, size);
    m_bytes.erase(0, size);
    m_left -= size;
    if (m_left > 0)
        return false;
    if (m_part == Part::Dropped) {
        fail(413);
        return true;
    }
    m_part = m_part == Part::Body ? Part::Whole : Part::ChunkEnd;
    return true;
}

} // namespace gauge::sandbox
