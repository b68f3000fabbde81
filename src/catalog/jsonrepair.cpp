// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/jsonrepair.h"

#include "base/text.h"

#include <charconv>
#include <simdjson.h>

namespace gauge::catalog {

namespace {

//! Deeper records are refused when they are received, so none is stored.
constexpr std::size_t maxStoredDepth = 1024;

constexpr std::string_view escapedReplacement = "\\ufffd";

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! Whether \a text is a number by RFC 8259, section 6.
bool isNumber(std::string_view text)
{
    std::size_t at = 0;
    const auto next = [&] { return at < text.size() ? text[at] : '\0'; };
    const auto digits = [&] {
        const std::size_t from = at;
        while (isDigit(next()))
            ++at;
        return at > from;
    };
    if (next() == '-')
        ++at;
    if (next() == '0')
        ++at;
    else if (!digits())
        return false;
    if (next() == '.') {
        ++at;
        if (!digits())
            return false;
    }
    if (next() == 'e' || next() == 'E') {
        ++at;
        if (next() == '+' || next() == '-')
            ++at;
        if (!digits())
            return false;
    }
    return at == text.size();
}

//! The four hexadecimal digits at \a position, or nothing.
std::optional<char32_t> hexUnit(std::string_view text, std::size_t position)
{
    if (position + 4 > text.size())
        return std::nullopt;
    unsigned value = 0;
    const char *const first = text.data() + position;
    const auto [end, error] = std::from_chars(first, first + 4, value, 16);
    if (error != std::errc() || end != first + 4)
        return std::nullopt;
    return char32_t(value);
}

void appendControl(std::string &out, unsigned char byte)
{
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u00";
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
}

//! One walk over a JSON text, which writes the repaired one.
class Repairer
{
public:
    Repairer(std::string_view json, std::size_t maxDepth, BadValues badValues, RepairedJson &result)
        : m_in(json)
        , m_maxDepth(maxDepth)
        , m_badValues(badValues)
        , m_result(result)
        , m_out(result.json)
    {
        m_out.reserve(json.size() + json.size() / 16);
    }

    void run()
    {
        if (!value())
            return;
        while (!m_open.empty()) {
            if (!afterValue())
                return;
        }
        copySpace();
        if (!atEnd())
            fault(JsonFault::Kind::BadStructure);
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_in.size(); }
    [[nodiscard]] char here() const { return atEnd() ? '\0' : m_in[m_at]; }

    bool fault(JsonFault::Kind kind)
    {
        m_result.fault = JsonFault{atEnd() ? JsonFault::Kind::Truncated : kind, m_at};
        return false;
    }

    void copySpace()
    {
        while (!atEnd() && isSpace(m_in[m_at]))
            m_out += m_in[m_at++];
    }

    bool copy(char expected)
    {
        copySpace();
        if (here() != expected)
            return fault(JsonFault::Kind::BadStructure);
        m_out += expected;
        ++m_at;
        return true;
    }

    //! A scalar or an empty container, with the beginnings of the containers around it.
    bool value()
    {
        while (true) {
            copySpace();
            const char c = here();
            if (c == '"')
                return string();
            if (c != '{' && c != '[')
                return scalar();
            if (!open(c == '{' ? '}' : ']'))
                return false;
            copySpace();
            if (here() == m_open.back())
                return close();
            if (c == '{' && !key())
                return false;
        }
    }

    bool open(char closing)
    {
        if (m_open.size() >= m_maxDepth)
            return fault(JsonFault::Kind::TooDeep);
        m_out += m_in[m_at++];
        m_open += closing;
        return true;
    }

    bool close()
    {
        m_out += m_in[m_at++];
        m_open.pop_back();
        return true;
    }

    bool key()
    {
        copySpace();
        if (here() != '"')
            return fault(JsonFault::Kind::BadStructure);
        return string() && copy(':');
    }

    bool afterValue()
    {
        copySpace();
        if (here() == m_open.back())
            return close();
        if (!copy(','))
            return false;
        return m_open.back() == '}' ? key() && value() : value();
    }

    bool scalar()
    {
        const std::size_t end = std::min(m_in.find_first_of(" \t\r\n,:[]{}\"", m_at), m_in.size());
        const std::string_view token = m_in.substr(m_at, end - m_at);
        if (token.empty())
            return fault(JsonFault::Kind::BadStructure);
        if (token == "true" || token == "false" || token == "null" || isNumber(token)) {
            m_out += token;
        } else if (end == m_in.size() && !m_open.empty()) {
            m_at = end;
            return fault(JsonFault::Kind::Truncated);
        } else if (m_badValues == BadValues::Refuse) {
            return fault(JsonFault::Kind::BadValue);
        } else {
            quote(token);
        }
        m_at = end;
        return true;
    }

    void quote(std::string_view token)
    {
        m_out += '"';
        m_isReplaced = false;
        const std::size_t from = m_out.size();
        for (const char c : token) {
            if (c == '\\')
                m_out += "\\\\";
            else if (static_cast<unsigned char>(c) < 0x20)
                appendControl(m_out, static_cast<unsigned char>(c));
            else
                m_out += c;
        }
        repairUtf8(from);
        m_out += '"';
        m_result.replacedTexts += m_isReplaced ? 1 : 0;
    }

    bool string()
    {
        m_out += '"';
        m_isReplaced = false;
        ++m_at;
        while (!atEnd()) {
            const std::size_t from = m_at;
            while (!atEnd() && isPlain(m_in[m_at]))
                ++m_at;
            appendText(m_in.substr(from, m_at - from));
            if (atEnd())
                break;
            if (m_in[m_at] == '"') {
                m_out += '"';
                ++m_at;
                m_result.replacedTexts += m_isReplaced ? 1 : 0;
                return true;
            }
            if (m_in[m_at] == '\\')
                escape();
            else
                appendControl(m_out, static_cast<unsigned char>(m_in[m_at++]));
        }
        return fault(JsonFault::Kind::Truncated);
    }

    static bool isPlain(char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; }

    void appendText(std::string_view text)
    {
        const std::size_t from = m_out.size();
        m_out += text;
        repairUtf8(from);
    }

    //! Makes UTF-8 of what was written from \a from on.
    void repairUtf8(std::size_t from)
    {
        const QByteArrayView text(m_out.data() + from, qsizetype(m_out.size() - from));
        if (text.isValidUtf8())
            return;
        m_isReplaced = true;
        const QString decoded = fromUtf8(text);
        m_out.resize(from);
        m_out += decoded.toStdString();
    }

    void escape()
    {
        constexpr std::string_view known = "\"\\/bfnrt";
        const std::string_view rest = m_in.substr(m_at);
        if (rest.size() > 1 && known.find(rest[1]) != std::string_view::npos) {
            m_out += rest.substr(0, 2);
            m_at += 2;
        } else if (rest.size() > 1 && rest[1] == 'u' && hexUnit(rest, 2)) {
            unicodeEscape(rest);
        } else {
            m_out += "\\\\";
            m_at += 1;
        }
    }

    void unicodeEscape(std::string_view rest)
    {
        const char32_t unit = *hexUnit(rest, 2);
        std::size_t length = 6;
        bool isLone = unit >= 0xDC00 && unit <= 0xDFFF;
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            const auto low = rest.substr(length, 2) == "\\u" ? hexUnit(rest, length + 2) : std::nullopt;
            isLone = !low || *low < 0xDC00 || *low > 0xDFFF;
            length = isLone ? length : 2 * length;
        }
        m_out += isLone ? escapedReplacement : rest.substr(0, length);
        m_isReplaced = m_isReplaced || isLone;
        m_at += length;
    }

    const std::string_view m_in;
    const std::size_t m_maxDepth;
    const BadValues m_badValues;
    RepairedJson &m_result;
    std::string &m_out;
    std::size_t m_at = 0;
    std::string m_open; //!< the closing brackets of open containers, the innermost last
    bool m_isReplaced = false; //!< the string that is being written has a U+FFFD more
};

} // namespace

RepairedJson repairJson(std::string_view json, std::size_t maxDepth, BadValues badValues)
{
    RepairedJson result;
    Repairer(json, maxDepth, badValues, result).run();
    return result;
}

std::optional<std::string_view> validRecord(std::string_view record, std::string &scratch)
{
    // One parser a thread: it keeps its buffers from record to record.
    thread_local simdjson::dom::parser parser;
    if (parser.parse(record.data(), record.size()).error() == simdjson::SUCCESS)
        return record;
    RepairedJson repaired = repairJson(record, maxStoredDepth, BadValues::Quote);
    if (repaired.fault)
        return std::nullopt;
    scratch = std::move(repaired.json);
    return scratch;
}

namespace {

namespace ondemand = simdjson::ondemand;
using ondemand::json_type;
using Visit = std::function<void(std::string_view)>;

//! One parser a thread: it keeps its buffers from record to record.
struct Reader
{
    ondemand::parser parser;
    std::string padded; //!< simdjson reads a little beyond the end

    simdjson::simdjson_result<ondemand::document> read(std::string_view json)
    {
        padded.reserve(json.size() + simdjson::SIMDJSON_PADDING);
        padded.assign(json);
        return parser.iterate(padded.data(), padded.size(), padded.capacity());
    }
};

Reader &reader()
{
    thread_local Reader own;
    return own;
}

bool visitTexts(ondemand::value value, const Visit &visit);

bool visitList(ondemand::array list, const Visit &visit)
{
    for (auto item : list) {
        ondemand::value value;
        if (item.get(value) != simdjson::SUCCESS || !visitTexts(value, visit))
            return false;
    }
    return true;
}

bool visitFields(ondemand::object object, const Visit &visit)
{
    for (auto result : object) {
        ondemand::field field;
        std::string_view key;
        if (std::move(result).get(field) != simdjson::SUCCESS
            || field.unescaped_key().get(key) != simdjson::SUCCESS)
            return false;
        visit(key);
        if (!visitTexts(field.value(), visit))
            return false;
    }
    return true;
}

bool visitTexts(ondemand::value value, const Visit &visit)
{
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return false;
    if (type == json_type::array) {
        ondemand::array list;
        return value.get_array().get(list) == simdjson::SUCCESS && visitList(list, visit);
    }
    if (type == json_type::object) {
        ondemand::object object;
        return value.get_object().get(object) == simdjson::SUCCESS && visitFields(object, visit);
    }
    std::string_view text;
    if (type != json_type::string)
        return true;
    if (value.get_string().get(text) != simdjson::SUCCESS)
        return false;
    visit(text);
    return true;
}

} // namespace

bool forEachText(std::string_view json, const Visit &visit)
{
    ondemand::document document;
    ondemand::value root;
    return reader().read(json).get(document) == simdjson::SUCCESS
        && document.get_value().get(root) == simdjson::SUCCESS && visitTexts(root, visit);
}

std::optional<std::string> textAt(std::string_view json, std::string_view pointer)
{
    ondemand::document document;
    ondemand::value value;
    json_type type{};
    if (reader().read(json).get(document) != simdjson::SUCCESS
        || document.at_pointer(pointer).get(value) != simdjson::SUCCESS
        || value.type().get(type) != simdjson::SUCCESS)
        return std::nullopt;
    std::string_view text = value.raw_json_token();
    if (type == json_type::string) {
        if (value.get_string().get(text) != simdjson::SUCCESS)
            return std::nullopt;
        return std::string(text);
    }
    if (type != json_type::number)
        return std::nullopt;
    // The token reaches to the next one.
    return std::string(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
}

} // namespace gauge::catalog
