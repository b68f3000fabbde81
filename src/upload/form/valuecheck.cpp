// SPDX-License-Identifier: GPL-3.0-or-later
// Hand-written rather than by patterns: a file of 100,000 rows has a million values.
#include "upload/form/recordcheck.h"

#include <QDateTime>

#include <algorithm>

namespace gauge::upload {

namespace {

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

//! Whether \a text is like \a pattern, where a 0 stands for any digit.
bool isLike(QStringView text, QLatin1StringView pattern)
{
    if (text.size() != pattern.size())
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (pattern[i] == QLatin1Char('0') ? !isDigit(text[i]) : text[i] != pattern[i])
            return false;
    }
    return true;
}

bool isDate(QStringView text)
{
    return isLike(text, QLatin1StringView("0000-00-00"))
        && QDate::isValid(text.left(4).toInt(), text.mid(5, 2).toInt(), text.mid(8, 2).toInt());
}

bool isDateTime(QStringView text)
{
    return isLike(text, QLatin1StringView("0000-00-00 00:00:00")) && isDate(text.left(10))
        && QTime::isValid(text.mid(11, 2).toInt(), text.mid(14, 2).toInt(), text.mid(17, 2).toInt());
}

bool isNumber(QStringView text)
{
    if (text.startsWith(QLatin1Char('-')) || text.startsWith(QLatin1Char('+')))
        text = text.mid(1);
    const auto dots = std::count(text.begin(), text.end(), QLatin1Char('.'));
    const bool plain
        = std::all_of(text.begin(), text.end(), [](QChar c) { return isDigit(c) || c == QLatin1Char('.'); });
    return plain && dots <= 1 && !text.isEmpty() && isDigit(text.front()) && isDigit(text.back());
}

bool isPhone(QStringView text)
{
    const auto allowed = [](QChar c) {
        return isDigit(c) || c == QLatin1Char(' ') || c == QLatin1Char('(') || c == QLatin1Char(')')
            || c == QLatin1Char('-') || c == QLatin1Char('+');
    };
    return std::all_of(text.begin(), text.end(), allowed) && std::any_of(text.begin(), text.end(), isDigit);
}

//! What mail servers take in practice: one @, a domain of names between dots, no spaces.
bool isEmail(QStringView text)
{
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    if (at <= 0 || at != text.lastIndexOf(QLatin1Char('@')))
        return false;
    const bool printable = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c == QLatin1Char(',')
            || c == QLatin1Char(';') || c == QLatin1Char('<') || c == QLatin1Char('>');
    });
    const QStringView domain = text.mid(at + 1);
    return printable && domain.contains(QLatin1Char('.')) && !domain.startsWith(QLatin1Char('.'))
        && !domain.endsWith(QLatin1Char('.')) && !domain.contains(QLatin1String(".."));
}

} // namespace

std::optional<QString> objection(const QString &value, catalog::ValueType type, const QStringList &choices)
{
    using catalog::ValueType;
    if (value.isEmpty())
        return std::nullopt;
    switch (type) {
    case ValueType::Text:
        return std::nullopt;
    case ValueType::Number:
        if (isNumber(value))
            return std::nullopt;
        return QCoreApplication::translate("upload", "A number, with a point before decimals.");
    case ValueType::Date:
        if (isDate(value) || isDateTime(value))
            return std::nullopt;
        return QCoreApplication::translate("upload", "A date that exists, as YYYY-MM-DD.");
    case ValueType::DateTime:
        if (isDateTime(value))
            return std::nullopt;
        return QCoreApplication::translate("upload", "A date and time that exist, as YYYY-MM-DD HH:MM:SS.");
    case ValueType::Choice:
        if (choices.isEmpty() || choices.contains(value))
            return std::nullopt;
        return QCoreApplication::translate("upload", "One of: %1.").arg(choices.join(QStringLiteral(", ")));
    case ValueType::Email:
        if (isEmail(value))
            return std::nullopt;
        return QCoreApplication::translate("upload", "An e-mail address, like name@example.com.");
    case ValueType::Phone:
        if (isPhone(value))
            return std::nullopt;
        return QCoreApplication::translate("upload", "A phone number: digits, spaces and ( ) - + only.");
    }
    return std::nullopt;
}

} // namespace gauge::upload
