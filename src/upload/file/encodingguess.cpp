// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/encodingguess.h"

#include "upload/file/textencoding.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <memory>
#include <uchardet/uchardet.h>
#include <unicode/ucsdet.h>
#include <unicode/ulocdata.h>
#include <unicode/uset.h>

namespace gauge::upload {

namespace {

constexpr qsizetype enoughWords = 4000;
constexpr qsizetype enoughBytes = 64 << 10; // for the detectors, of lines beyond ASCII
constexpr double fits = 0.97;
constexpr double fitsText = 0.9; // of the common characters of Chinese, Japanese or Korean
constexpr double rivals = 0.8;
constexpr double chance = 0.5; // of bytes beyond ASCII that look like UTF-8 in another encoding
constexpr double damaged = 0.9;
constexpr qsizetype enoughUtf8 = 12; // bytes of it, to speak of damage
constexpr qsizetype enoughLetters = 60; // beyond ASCII, for detectors that agree
constexpr qsizetype longestSample = 40;
constexpr std::size_t mostCandidates = 10;

//! One byte a character, the likelier of two that read the same first.
constexpr std::array singleByte{
    "windows-1252", "windows-1250", "windows-1251",   "windows-1253", "windows-1254",  "windows-1257",
    "windows-1255", "windows-1256", "windows-1258",   "windows-874",  "iso-8859-15",   "iso-8859-2",
    "iso-8859-5",   "iso-8859-7",   "iso-8859-9",     "iso-8859-13",  "iso-8859-4",    "iso-8859-3",
    "iso-8859-6",   "iso-8859-8",   "iso-8859-10",    "iso-8859-14",  "koi8-r",        "koi8-u",
    "macintosh",    "x-mac-ce",     "x-mac-cyrillic", "x-mac-greek",  "x-mac-turkish", "ibm850",
    "ibm852",       "ibm866",       "ibm437",         "ibm855",       "ibm857",        "ibm862",
    "ibm775",       "ibm737"};

struct Multibyte
{
    const char *name;
    const char *language;
};
constexpr std::array multibyte{Multibyte{"shift_jis", "ja"}, Multibyte{"euc-jp", "ja"},
                               Multibyte{"gb18030", "zh"},   Multibyte{"big5", "zh_Hant"},
                               Multibyte{"euc-kr", "ko"},    Multibyte{"windows-949", "ko"}};

bool isHigh(char byte)
{
    return static_cast<unsigned char>(byte) >= 0x80;
}

bool isAsciiAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

QString decoded(const TextEncoding &encoding, QByteArrayView bytes)
{
    TextDecoder decoder(encoding);
    QByteArray text;
    decoder.append(bytes, text);
    decoder.finish(text);
    return QString::fromUtf8(text);
}

bool isText(const QString &text)
{
    return !text.contains(QChar(u'\0'));
}

std::optional<EncodingGuess> byMark(const QByteArray &head)
{
    struct Mark
    {
        QByteArrayView bytes;
        const char *encoding;
    };
    const std::array marks{Mark{"\xEF\xBB\xBF", "utf-8"},         Mark{{"\xFF\xFE\0\0", 4}, "utf-32le"},
                           Mark{{"\0\0\xFE\xFF", 4}, "utf-32be"}, Mark{"\xFF\xFE", "utf-16le"},
                           Mark{"\xFE\xFF", "utf-16be"},          Mark{"\x84\x31\x95\x33", "gb18030"}};
    for (const Mark &mark : marks) {
        if (head.startsWith(mark.bytes))
            return EncodingGuess{*encodingFromName(QLatin1String(mark.encoding)), true, true};
    }
    return std::nullopt;
}

//! Line ends where UTF-16 or UTF-32 has them; the other byte order would need characters that do not exist.
std::optional<EncodingGuess> byLineEnds(const QByteArray &head)
{
    if (!head.contains('\0'))
        return std::nullopt;
    const std::array<std::pair<const char *, QByteArray>, 4> ends{
        std::pair("utf-32le", QByteArray("\n\0\0\0", 4)), std::pair("utf-32be", QByteArray("\0\0\0\n", 4)),
        std::pair("utf-16le", QByteArray("\n\0", 2)), std::pair("utf-16be", QByteArray("\0\n", 2))};
    const auto lineFeeds = head.count('\n');
    for (const auto &[name, end] : ends) {
        qsizetype aligned = 0;
        for (qsizetype at = head.indexOf(end); at >= 0; at = head.indexOf(end, at + 1))
            aligned += at % end.size() == 0 ? 1 : 0;
        // Other characters have this byte, too.
        if (aligned > 0 && 10 * aligned >= 9 * lineFeeds)
            return EncodingGuess{*encodingFromName(QLatin1String(name)), false, true};
    }
    return std::nullopt;
}

//! What a text has beyond ASCII, as UTF-8 sees it.
struct Utf8Count
{
    qsizetype inSequences = 0; //!< bytes of valid sequences
    qsizetype others = 0;
    qsizetype firstOther = -1;
};

Utf8Count countUtf8(QByteArrayView bytes)
{
    Utf8Count found;
    for (qsizetype i = 0; i < bytes.size();) {
        if (!isHigh(bytes[i])) {
            ++i;
            continue;
        }
        qsizetype length = 0;
        for (const qsizetype wanted : {2, 3, 4}) {
            if (i + wanted <= bytes.size() && bytes.sliced(i, wanted).isValidUtf8())
                length = wanted;
            if (length > 0)
                break;
        }
        if (length > 0) {
            found.inSequences += length;
        } else {
            found.firstOther = found.others == 0 ? i : found.firstOther;
            ++found.others;
        }
        i += std::max<qsizetype>(length, 1);
    }
    return found;
}

//! The lines of a text that have something beyond ASCII, each once.
QList<QByteArray> highLines(const QByteArray &head)
{
    QList<QByteArray> lines;
    QSet<QByteArray> seen;
    qsizetype bytes = 0;
    for (qsizetype begin = 0; begin < head.size() && bytes < enoughBytes;) {
        qsizetype end = head.indexOf('\n', begin);
        end = end < 0 ? head.size() : end + 1;
        const QByteArray line = head.mid(begin, end - begin);
        begin = end;
        if (std::none_of(line.begin(), line.end(), isHigh) || seen.contains(line))
            continue;
        seen.insert(line);
        lines.append(line);
        bytes += line.size();
    }
    return lines;
}

//! The words of \a lines with something beyond ASCII, each once, with its neighbours.
QList<QByteArray> highWords(const QList<QByteArray> &lines)
{
    QSet<QByteArray> words;
    const auto isPart = [](char c) { return isHigh(c) || isAsciiAlphanumeric(c); };
    for (const QByteArray &line : lines) {
        for (auto begin = line.begin(); begin != line.end() && words.size() < enoughWords;) {
            begin = std::find_if(begin, line.end(), isPart);
            const auto end = std::find_if_not(begin, line.end(), isPart);
            if (std::any_of(begin, end, isHigh))
                words.insert(QByteArray(begin, end - begin));
            begin = end;
        }
    }
    return {words.begin(), words.end()};
}

//! A way of reading.
struct Reading
{
    TextEncoding encoding;
    QString text;
    LetterFit fit;
    std::optional<WordFit> words; //!< of encodings with one byte a character
};

bool isKnown(const QString &text, const std::vector<Reading> &readings)
{
    return std::any_of(readings.begin(), readings.end(),
                       [&](const Reading &other) { return other.text == text; });
}

void addSingleByte(const QByteArray &words, std::vector<Reading> &readings)
{
    for (const char *name : singleByte) {
        const auto encoding = encodingFromName(QLatin1String(name));
        const QString text = encoding ? decoded(*encoding, words) : QString();
        if (text.isEmpty() || !isText(text) || isKnown(text, readings))
            continue;
        // The tables of Windows-1258 have the tones of Vietnamese as characters of their own.
        const WordFit fit(text.normalized(QString::NormalizationForm_C));
        readings.push_back({*encoding, text, fit.all(), fit});
    }
}

void addMultibyte(const QByteArray &lines, std::vector<Reading> &readings)
{
    for (const Multibyte &known : multibyte) {
        const auto encoding = encodingFromName(QLatin1String(known.name));
        const QString text = encoding ? decoded(*encoding, lines) : QString();
        if (text.isEmpty() || !isText(text) || isKnown(text, readings))
            continue;
        const double fit = fitOfText(text, known.language);
        readings.push_back({*encoding, text, {fit, fit}, std::nullopt});
    }
}

std::optional<TextEncoding> byUchardet(const QByteArray &bytes)
{
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, void (*)(uchardet_t)> detector(uchardet_new(),
                                                                                            uchardet_delete);
    if (uchardet_handle_data(detector.get(), bytes.constData(), size_t(bytes.size())) != 0)
        return std::nullopt;
    uchardet_data_end(detector.get());
    return encodingFromName(QString::fromLatin1(uchardet_get_charset(detector.get())));
}

std::optional<TextEncoding> byIcu(const QByteArray &bytes)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector *)> detector(ucsdet_open(&error),
                                                                                   ucsdet_close);
    ucsdet_setText(detector.get(), bytes.constData(), int32_t(bytes.size()), &error);
    const UCharsetMatch *match = ucsdet_detect(detector.get(), &error);
    if (U_FAILURE(error) || match == nullptr)
        return std::nullopt;
    return encodingFromName(QString::fromLatin1(ucsdet_getName(match, &error)));
}

//! The cell of \a line with something beyond ASCII.
QString cellOf(const TextEncoding &encoding, const QByteArray &line)
{
    const QString text = decoded(encoding, line);
    QString cell;
    for (const QChar c : text) {
        const bool isEnd = c == u',' || c == u';' || c == u'\t' || c == u'|' || c == u'"' || c < u' ';
        if (!isEnd) {
            cell += c;
            continue;
        }
        if (std::any_of(cell.cbegin(), cell.cend(), [](QChar d) { return d.unicode() >= 0x80; }))
            break;
        cell.clear();
    }
    return cell.trimmed().left(longestSample);
}

//! The cell of a line of damaged UTF-8 around \a at.
QString cellAt(const QByteArray &line, qsizetype at)
{
    const auto isEnd = [](char c) {
        return c == ',' || c == ';' || c == '\t' || c == '|' || c == '"' || (c >= 0 && c < ' ');
    };
    const auto begin = std::find_if(line.rbegin() + (line.size() - at), line.rend(), isEnd).base();
    const auto end = std::find_if(line.begin() + at, line.end(), isEnd);
    return QString::fromUtf8(QByteArray(begin, end - begin)).trimmed().left(longestSample);
}

//! A line that the first two of \a readings read differently.
QByteArray tellingLine(const QList<QByteArray> &lines, const std::vector<Reading> &readings)
{
    for (const QByteArray &line : lines) {
        if (readings.size() < 2 || cellOf(readings[0].encoding, line) != cellOf(readings[1].encoding, line))
            return line;
    }
    return lines.value(0);
}

//! Whether \a first is what the file is in.
bool isCertain(const Reading &first, const std::vector<Reading> &readings, const QByteArray &lines)
{
    if (!first.words) {
        const auto icu = byIcu(lines);
        const bool agrees = icu && decoded(*icu, lines) == first.text;
        return agrees && first.fit.language >= fitsText
            && std::none_of(readings.begin(), readings.end(),
                            [](const Reading &other) { return other.words && other.fit.language >= rivals; });
    }
    if (first.fit.language < fits && first.fit.any < fits)
        return false;
    const bool isBeaten = std::any_of(readings.begin(), readings.end(), [&](const Reading &other) {
        return other.fit.language > first.fit.language && other.fit.any >= first.fit.any;
    });
    const auto letters
        = std::count_if(first.text.cbegin(), first.text.cend(), [](QChar c) { return c.unicode() >= 0xa0; });
    if (!isBeaten && first.fit.language >= fits && letters >= enoughLetters) {
        const auto icu = byIcu(lines);
        if (icu && decoded(*icu, lines) == decoded(first.encoding, lines))
            return true;
    }
    const auto hasRival = [&](double LetterFit::*fit) {
        return std::any_of(readings.begin(), readings.end(), [&](const Reading &other) {
            if (other.text == first.text)
                return false;
            const LetterFit unlike = other.words ? other.words->unlike(first.text) : other.fit;
            return std::min(other.fit.*fit, unlike.*fit) >= rivals;
        });
    };
    return (first.fit.language >= fits && !hasRival(&LetterFit::language))
        || (first.fit.any >= fits && !hasRival(&LetterFit::any));
}

EncodingGuess byWords(const QByteArray &head)
{
    const QList<QByteArray> lines = highLines(head);
    const QByteArray joined = lines.join();
    std::vector<Reading> readings;
    const QByteArray words = highWords(lines).join('\n');
    addSingleByte(words, readings);
    addMultibyte(joined, readings);
    const auto named = byUchardet(joined);
    const auto chosen = std::find_if(readings.begin(), readings.end(), [&](const Reading &reading) {
        return named && decoded(*named, reading.words ? words : joined) == reading.text;
    });
    EncodingGuess guess;
    guess.isCertain = chosen != readings.end() && isCertain(*chosen, readings, joined);
    if (guess.isCertain) {
        guess.encoding = chosen->encoding;
        return guess;
    }
    const TextEncoding first = chosen == readings.end() ? TextEncoding() : chosen->encoding;
    std::stable_sort(readings.begin(), readings.end(), [&](const Reading &one, const Reading &other) {
        const auto rank = [&](const Reading &reading) {
            return std::pair(qRound(10 * (reading.fit.language + reading.fit.any)),
                             reading.encoding == first);
        };
        return rank(one) > rank(other);
    });
    const QByteArray line = tellingLine(lines, readings);
    for (const Reading &reading : readings) {
        if (guess.candidates.size() < mostCandidates)
            guess.candidates.push_back({reading.encoding, cellOf(reading.encoding, line)});
    }
    if (!guess.candidates.empty())
        guess.encoding = guess.candidates.front().encoding;
    return guess;
}

//! Escape sequences of ISO-2022 and HZ, which are ASCII.
std::optional<EncodingGuess> byEscapes(const QByteArray &head)
{
    const auto hz = encodingFromName(QStringLiteral("HZ-GB-2312"));
    if (head.contains("\x1b$")) {
        const auto named = byUchardet(head);
        if (named && named->name().startsWith("iso-2022") && isText(decoded(*named, head)))
            return EncodingGuess{*named, false, true};
    } else if (head.contains("~{") && head.contains("~}") && hz) {
        const QString text = decoded(*hz, head);
        const auto begin = head.lastIndexOf('\n', head.indexOf("~{")) + 1;
        const QByteArray line = head.mid(begin, head.indexOf('\n', begin) - begin);
        if (isText(text) && fitOfText(text, "zh") >= fitsText) {
            const auto candidate = [&](const TextEncoding &encoding) {
                return EncodingCandidate{encoding, decoded(encoding, line).left(longestSample)};
            };
            EncodingGuess guess;
            guess.encoding = *hz;
            guess.isCertain = false;
            guess.candidates = {candidate(*hz), candidate(TextEncoding::utf8())};
            return guess;
        }
    }
    return std::nullopt;
}

//! Valid UTF-8, which other encodings are by chance where they have little beyond ASCII.
EncodingGuess byUtf8(QByteArrayView text, const Utf8Count &count)
{
    constexpr qsizetype few = 16;
    if (count.inSequences == 0 || count.inSequences > few || !hasStrangeLetter(QString::fromUtf8(text)))
        return {};
    EncodingGuess guess = byWords(text.toByteArray());
    guess.isCertain = false;
    guess.candidates.insert(
        guess.candidates.begin() + std::min<qsizetype>(1, qsizetype(guess.candidates.size())),
        {TextEncoding::utf8(), cellOf(TextEncoding::utf8(), highLines(text.toByteArray()).value(0))});
    return guess;
}

} // namespace

EncodingGuess guessEncoding(const QByteArray &head, bool isWhole)
{
    if (auto guess = byMark(head))
        return *guess;
    if (auto guess = byLineEnds(head))
        return *guess;
    // The head may end within a character, whose bytes are all beyond ASCII.
    QByteArrayView whole(head);
    while (!isWhole && !whole.isEmpty() && isHigh(whole.back()))
        whole.chop(1);
    const Utf8Count count = countUtf8(whole);
    if (count.others == 0) {
        const auto escapes = byEscapes(head);
        return escapes ? *escapes : byUtf8(whole, count);
    }
    const QByteArray text = whole.toByteArray();
    EncodingGuess guess = byWords(text);
    const double share = double(count.inSequences) / double(count.inSequences + count.others);
    if (guess.isCertain || share < chance || count.inSequences < enoughUtf8)
        return guess;
    guess.isDamagedUtf8 = share >= damaged || !hasStrangeLetter(QString::fromUtf8(text));
    if (guess.isDamagedUtf8) {
        guess.encoding = TextEncoding::utf8();
        guess.damagedLine = 1 + text.first(count.firstOther).count('\n');
        const qsizetype begin = text.lastIndexOf('\n', count.firstOther) + 1;
        guess.damagedCell
            = cellAt(text.mid(begin, text.indexOf('\n', count.firstOther) - begin), count.firstOther - begin);
    }
    return guess;
}

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
