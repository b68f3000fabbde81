// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/name.h"

#include <QChar>
#include <QList>

#include <array>

namespace gauge {

namespace {

constexpr char32_t zeroWidthNonJoiner = 0x200C;
constexpr char32_t zeroWidthJoiner = 0x200D;
constexpr char32_t firstVariation = 0xFE00;
constexpr char32_t lastVariation = 0xFE0F;

//! Letters and marks by their category, yet without any ink.
bool isBlankLetter(char32_t c)
{
    constexpr std::array<char32_t, 8> blank{0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0};
    return std::find(blank.begin(), blank.end(), c) != blank.end();
}

bool isVariation(char32_t c)
{
    return c >= firstVariation && c <= lastVariation;
}

//! Whether \a before is of a script, or an emoji, that joiners belong to.
bool takesJoiner(char32_t before)
{
    switch (QChar::category(before)) {
    case QChar::Symbol_Other:
    case QChar::Symbol_Modifier:
        return true;
    default:
        break;
    }
    if (isVariation(before))
        return true;
    switch (QChar::script(before)) {
    case QChar::Script_Unknown:
    case QChar::Script_Common:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
        return false;
    default:
        return QChar::isLetter(before) || QChar::isMark(before);
    }
}

bool isInvisible(char32_t c, char32_t before)
{
    if (c == zeroWidthJoiner || c == zeroWidthNonJoiner || isVariation(c))
        return !takesJoiner(before);
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return isBlankLetter(c);
    }
}

} // namespace

Result<QString> usableName(const QString &name, int longest)
{
    QString usable = name.normalized(QString::NormalizationForm_C);
    for (QChar &c : usable) {
        if (c.category() == QChar::Separator_Space)
            c = QLatin1Char(' ');
    }
    while (usable.startsWith(u' '))
        usable.remove(0, 1);
    while (usable.endsWith(u' '))
        usable.chop(1);
    if (usable.isEmpty())
        return fail(ErrorKind::Input, QCoreApplication::translate("gauge", "A name is missing."));
    if (usable.size() > longest) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("gauge", "A name has %1 characters at most, and this one has %2.")
                .arg(QString::number(longest), QString::number(usable.size())));
    }
    char32_t before = 0;
    const QList<uint> characters = usable.toUcs4();
    for (const uint each : characters) {
        // Half a character comes out as U+FFFD, which nobody types.
        const auto c = char32_t(each);
        if (isInvisible(c, before) || c == QChar::ReplacementCharacter) {
            return fail(
                ErrorKind::Input,
                QCoreApplication::translate("gauge",
                                            "The name has a line break or another character that cannot "
                                            "be seen (U+%1). Type the name instead of pasting it.")
                    .arg(each, 4, 16, QLatin1Char('0')));
        }
        before = c;
    }
    return usable;
}

} // namespace gauge
