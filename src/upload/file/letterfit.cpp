// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/letterfit.h"

#include <QHash>

#include <unicode/ulocdata.h>
#include <unicode/uset.h>

#include <algorithm>
#include <array>
#include <memory>

namespace gauge::upload {

namespace {

using Letters = std::unique_ptr<USet, void (*)(USet *)>;

//! Languages with letters beyond ASCII; their alphabets are those of CLDR.
constexpr std::array languages{
    "ar", "az", "be", "bg", "bs", "ca", "cs", "cy", "da", "de",      "el", "eo", "es", "et", "eu", "fa", "fi",
    "fo", "fr", "ga", "gl", "he", "hr", "hu", "hy", "is", "it",      "ka", "kk", "lt", "lv", "mk", "mt", "nb",
    "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sr_Latn", "sv", "th", "tr", "uk", "ur", "vi"};

Letters lettersOf(const char *language)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<ULocaleData, void (*)(ULocaleData *)> data(ulocdata_open(language, &error),
                                                                     ulocdata_close);
    Letters letters(uset_openEmpty(), uset_close);
    if (U_SUCCESS(error))
        ulocdata_getExemplarSet(data.get(), letters.get(), USET_ADD_CASE_MAPPINGS, ULOCDATA_ES_STANDARD,
                                &error);
    return letters;
}

//! Bit i: the letter is in languages[i].
quint64 languagesOf(char16_t letter)
{
    static const std::vector<Letters> alphabets = [] {
        std::vector<Letters> all;
        for (const char *language : languages)
            all.push_back(lettersOf(language));
        return all;
    }();
    static_assert(languages.size() <= 64);
    quint64 found = 0;
    // Romanian had a cedilla where it has a comma below now.
    const char16_t comma = letter == 0x15e || letter == 0x15f ? char16_t(letter + 0xba)
        : letter == 0x162 || letter == 0x163                  ? char16_t(letter + 0xb8)
                                                              : letter;
    for (std::size_t i = 0; i < alphabets.size(); ++i) {
        const USet *alphabet = alphabets[i].get();
        found |= uset_contains(alphabet, letter) || uset_contains(alphabet, comma) ? quint64(1) << i : 0;
    }
    return found;
}

bool isLetter(QChar c)
{
    return c.isLetter() || c.isMark();
}

bool isAlphanumeric(QChar c)
{
    return isLetter(c) || c.isDigit();
}

//! English and French: Tom’s, don’t, l’été, O’Brien.
bool isApostrophe(QStringView word, qsizetype at)
{
    const auto lettersUpTo = [&](qsizetype from, qsizetype step) {
        QString letters;
        for (qsizetype i = from; i >= 0 && i < word.size() && isLetter(word[i]); i += step)
            letters += word[i].toLower();
        return letters;
    };
    const QString before = lettersUpTo(at - 1, -1);
    const QString behind = lettersUpTo(at + 1, 1);
    static const QStringList endings{
        QStringLiteral("s"),  QStringLiteral("t"),  QStringLiteral("d"),  QStringLiteral("m"),
        QStringLiteral("ll"), QStringLiteral("re"), QStringLiteral("ve"), QString()};
    return before.size() <= 1 || before == QLatin1String("uq") || endings.contains(behind);
}

//! Whether a sign stands where people put it.
bool isSignInPlace(QStringView word, qsizetype at)
{
    const QChar before = at > 0 ? word[at - 1] : QChar(u' ');
    const QChar behind = at + 1 < word.size() ? word[at + 1] : QChar(u' ');
    switch (word[at].unicode()) {
    case 0x2019: // ’
        return isApostrophe(word, at);
    case 0x00ab: // «
    case 0x201c: // “
    case 0x201e: // „
    case 0x2018: // ‘
    case 0x201a: // ‚
    case 0x00bf: // ¿
    case 0x00a1: // ¡
        return !isAlphanumeric(before) && (isAlphanumeric(behind) || word[at].unicode() == 0x201c);
    case 0x00bb: // »
    case 0x201d: // ”
    case 0x2026: // …
        return !isAlphanumeric(behind);
    case 0x2013: // –
    case 0x2014: // —
    case 0x2022: // •
        return !isLetter(before) || !isLetter(behind);
    case 0x20ac: // €
    case 0x00a3: // £
    case 0x00a5: // ¥
        return !isLetter(before) && !isLetter(behind);
    case 0x00b0: // °
        return isAlphanumeric(before) && !behind.isLower();
    case 0x00ae: // ®
    case 0x2122: // ™
    case 0x00ba: // º
    case 0x00aa: // ª
    case 0x00b2: // ²
        return isAlphanumeric(before) && !isAlphanumeric(behind);
    case 0x00a9: // ©
    case 0x00a7: // §
    case 0x2116: // №
        return !isLetter(before) && !isLetter(behind);
    case 0x00b7: // ·, as in col·lecció
        return before.toLower() == u'l' && behind.toLower() == u'l';
    default:
        return false;
    }
}

//! Of the letters that stand together with \a at.
bool hasOneScript(QStringView word, qsizetype at)
{
    const auto differs = [&](QChar other) {
        const QChar::Script script = other.script();
        return script > QChar::Script_Common && script != word[at].script()
            && word[at].script() > QChar::Script_Common;
    };
    for (const qsizetype step : {-1, 1}) {
        for (qsizetype i = at + step; i >= 0 && i < word.size() && isLetter(word[i]); i += step) {
            if (differs(word[i]))
                return false;
        }
    }
    return true;
}

//! No capital behind a small letter, no small one between capitals.
bool hasCase(QStringView word, qsizetype at)
{
    const QChar before = at > 0 ? word[at - 1] : QChar(u' ');
    const QChar behind = at + 1 < word.size() ? word[at + 1] : QChar(u' ');
    if (word[at].isUpper())
        return !before.isLower();
    if (word[at].isLower()) {
        const bool isInCapitals = at > 1 && before.isUpper() && word[at - 2].isUpper();
        return !behind.isUpper() && !isInCapitals;
    }
    return true;
}

//! Characters that say nothing of an encoding: ASCII, spaces and soft hyphens, which may be anywhere.
bool isNeutral(QChar c)
{
    return c.unicode() < 0x80 || c.unicode() == 0xa0 || c.unicode() == 0xad;
}

} // namespace

WordFit::WordFit(const QString &words)
    : m_words(words)
    , m_languages(words.size())
{
    QHash<char16_t, quint64> known;
    std::array<qsizetype, languages.size()> counts{};
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QChar c = words[i];
        if (isNeutral(c))
            continue;
        if (!isLetter(c)) {
            m_languages[i] = isSignInPlace(words, i) ? ~quint64(0) : 0;
        } else if (hasOneScript(words, i) && hasCase(words, i)) {
            if (!known.contains(c.unicode()))
                known.insert(c.unicode(), languagesOf(c.unicode()));
            m_languages[i] = known.value(c.unicode());
        }
        for (std::size_t language = 0; language < languages.size(); ++language)
            counts[language] += qsizetype(m_languages[i] >> language & 1U);
    }
    m_best = std::size_t(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

LetterFit WordFit::fitAt(const QList<qsizetype> &places) const
{
    qsizetype all = 0;
    qsizetype any = 0;
    qsizetype best = 0;
    const auto add = [&](qsizetype at) {
        if (isNeutral(m_words[at]))
            return;
        ++all;
        any += m_languages[at] != 0 ? 1 : 0;
        best += qsizetype(m_languages[at] >> m_best & 1U);
    };
    if (places.isEmpty()) {
        for (qsizetype at = 0; at < m_words.size(); ++at)
            add(at);
    } else {
        std::for_each(places.begin(), places.end(), add);
    }
    return all == 0 ? LetterFit{1, 1} : LetterFit{double(best) / double(all), double(any) / double(all)};
}

LetterFit WordFit::unlike(const QString &other) const
{
    QList<qsizetype> places;
    for (qsizetype at = 0; other.size() == m_words.size() && at < m_words.size(); ++at) {
        if (other[at] != m_words[at])
            places.append(at);
    }
    return fitAt(places);
}

double fitOfText(const QString &text, const char *language)
{
    const Letters letters = lettersOf(language);
    qsizetype all = 0;
    qsizetype fitting = 0;
    const auto isSign = [](char32_t c) { return (c >= 0x3000 && c < 0x3040) || (c >= 0xff00 && c < 0xff70); };
    const QList<uint> points = text.toUcs4();
    const auto isLatinAt = [&](qsizetype at) {
        const uint c = points.value(at);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    for (qsizetype i = 0; i < points.size(); ++i) {
        const uint c = points[i];
        if (c < 0x80)
            continue;
        ++all;
        const bool isNarrowKana = c >= 0xff66 && c < 0xffa0 && qstrcmp(language, "ja") == 0;
        const bool isKnown = isSign(c) || isNarrowKana || c == 0x30fb || c == 0x30fc
            || uset_contains(letters.get(), UChar32(c)) != 0;
        // Within a word of Latin letters it is an accented letter of another encoding.
        fitting += isKnown && !isLatinAt(i - 1) && !isLatinAt(i + 1) ? 1 : 0;
    }
    return all == 0 ? 0 : double(fitting) / double(all);
}

bool hasStrangeLetter(const QString &text)
{
    constexpr std::array strange{QChar::Script_Syriac, QChar::Script_Thaana, QChar::Script_Nko,
                                 QChar::Script_Samaritan, QChar::Script_Mandaic};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isNeutral(c) || !isLetter(c))
            continue;
        const bool isStrange = std::find(strange.begin(), strange.end(), c.script()) != strange.end();
        if (isStrange || (c.script() != QChar::Script_Greek && !hasOneScript(text, i)))
            return true;
    }
    return false;
}

} // namespace gauge::upload
