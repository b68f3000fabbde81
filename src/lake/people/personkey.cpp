// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/people/personkey.h"

#include "base/text.h"
#include "catalog/jsonrepair.h"

#include <QUrl>

#include <algorithm>

namespace gauge::lake {

namespace {

constexpr std::string_view atInLinks = "%40";

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

QString textOf(std::string_view bytes)
{
    return fromUtf8(bytes);
}

//! Letters of scripts without case (Chinese, Japanese …) stand before an address without a space.
bool isOfWord(QChar c)
{
    return c.isDigit() || c.isLower() || c.isUpper();
}

bool goesOnBefore(const QString &text, qsizetype begin)
{
    if (begin == 0)
        return false;
    const QChar before = text.at(begin - 1);
    return isOfWord(before) || QStringView(u"._%+-").contains(before);
}

bool goesOnAfter(const QString &text, qsizetype end)
{
    if (end == text.size())
        return false;
    const QChar after = text.at(end);
    if (isOfWord(after))
        return true;
    // A full stop ends a sentence, or "example.com" is the beginning of "example.com.au".
    return (after == u'.' || after == u'-') && end + 1 < text.size() && isOfWord(text.at(end + 1));
}

} // namespace

Result<PersonKey> PersonKey::make(Kind kind, const QString &text)
{
    PersonKey key;
    key.m_kind = kind;
    key.m_value = kind == Kind::Email ? text.trimmed() : text;
    if (key.m_value.trimmed().isEmpty()) {
        return fail(ErrorKind::Input,
                    kind == Kind::Email
                        ? QCoreApplication::translate("lake", "Enter the e-mail address of the person.")
                        : QCoreApplication::translate("lake", "Enter the customer number."));
    }
    const qsizetype at = key.m_value.lastIndexOf(u'@');
    if (kind == Kind::Email && (at <= 0 || at == key.m_value.size() - 1)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake",
                                                "This is not a whole e-mail address. It needs a name, an @ "
                                                "and what comes behind it."));
    }
    return key;
}

PersonMatch::PersonMatch(const PersonKey &key)
    : m_isAddress(key.kind() == PersonKey::Kind::Email)
    , m_folded(m_isAddress ? key.value().toCaseFolded() : key.value())
    , m_bytes(m_folded.toStdString())
{
    m_isAscii = std::all_of(m_bytes.begin(), m_bytes.end(),
                            [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    m_at = m_isAddress ? m_bytes.rfind('@') : 0;
    // JSON writes a few letters of ASCII with a backslash, and any as \\u0040.
    m_escape = m_bytes.find_first_of("/\"\\") == std::string::npos ? "\\u" : "\\";
    for (const QString &form : {key.value(), m_folded, key.value().toUpper()}) {
        if (const QByteArray bytes = form.toUtf8(); !m_isAscii && !m_forms.contains(bytes))
            m_forms.append(bytes);
    }
}

bool PersonMatch::isOwn(std::string_view value) const
{
    return m_isAddress ? textOf(value).trimmed().toCaseFolded() == m_folded : value == m_bytes;
}

bool PersonMatch::mayBeIn(std::string_view json) const
{
    if (json.find(m_escape) != std::string_view::npos)
        return true;
    if (!m_isAddress)
        return json.find(m_bytes) != std::string_view::npos;
    if (json.find(atInLinks) != std::string_view::npos)
        return true;
    if (!m_isAscii)
        return json.find('@') != std::string_view::npos;
    return countIn({json.data(), qsizetype(json.size())}) > 0;
}

bool PersonMatch::isMentioned(const QString &folded) const
{
    for (qsizetype at = folded.indexOf(m_folded); at >= 0; at = folded.indexOf(m_folded, at + 1)) {
        if (!goesOnBefore(folded, at) && !goesOnAfter(folded, at + m_folded.size()))
            return true;
    }
    return false;
}

bool PersonMatch::isMentionedInText(std::string_view text) const
{
    const bool isLink = text.find('%') != std::string_view::npos;
    if (!isLink && text.find('@') == std::string_view::npos)
        return false;
    if (isMentioned(textOf(text).toCaseFolded()))
        return true;
    return isLink
        && isMentioned(QUrl::fromPercentEncoding({text.data(), qsizetype(text.size())}).toCaseFolded());
}

bool PersonMatch::isMentionedIn(std::string_view json) const
{
    bool found = false;
    const auto look = [&](std::string_view text) { found = found || isMentionedInText(text); };
    if (!catalog::forEachText(json, look))
        look(json); // as it stands there
    return found;
}

qint64 PersonMatch::countIn(QByteArrayView bytes) const
{
    const std::string_view text(bytes.data(), size_t(bytes.size()));
    qint64 count = 0;
    if (!m_isAddress)
        return count;
    for (const QByteArray &form : m_forms)
        count += QByteArray::fromRawData(bytes.data(), bytes.size()).count(form);
    if (!m_isAscii)
        return count;
    // There are fewer @ in a record than any letter.
    for (size_t at = text.find('@', m_at); at != std::string_view::npos; at = text.find('@', at + 1)) {
        const std::string_view there = text.substr(at - m_at, m_bytes.size());
        count += there.size() == m_bytes.size()
                && std::equal(there.begin(), there.end(), m_bytes.begin(),
                              [](char a, char b) { return lower(a) == b; })
            ? 1
            : 0;
    }
    return count;
}

qsizetype PersonMatch::longest() const
{
    qsizetype most = qsizetype(m_bytes.size());
    for (const QByteArray &form : m_forms)
        most = std::max(most, form.size());
    return most;
}

} // namespace gauge::lake
