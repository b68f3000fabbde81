// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace gauge {

namespace {

constexpr char16_t firstPrintable = 0x20;
constexpr char16_t deleteCharacter = 0x7F;
constexpr char16_t afterC1 = 0xA0;
constexpr char16_t firstPicture = 0x2400; // ␀, then one for each of C0
constexpr char16_t pictureOfDelete = 0x2421;

bool isLayout(char16_t c)
{
    return c == u'\n' || c == u'\t';
}

} // namespace

bool isControl(QChar c)
{
    const char16_t unit = c.unicode();
    return unit < firstPrintable || (unit >= deleteCharacter && unit < afterC1)
        || unit == QChar::LineSeparator || unit == QChar::ParagraphSeparator
        || (unit >= 0x202A && unit <= 0x202E) // embeddings and overrides of direction
        || (unit >= 0x2066 && unit <= 0x2069); // isolates
}

QString withVisibleControls(const QString &text, Layout layout)
{
    const bool keeps = layout == Layout::Kept;
    const auto stays = [keeps](QChar c) { return !isControl(c) || (keeps && isLayout(c.unicode())); };
    if (std::all_of(text.cbegin(), text.cend(), stays))
        return text;
    QString visible;
    visible.reserve(text.size() + 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char16_t unit = c.unicode();
        if (keeps && unit == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
            continue; // one line break
        if (stays(c))
            visible += c;
        else if (unit < firstPrintable)
            visible += QChar(char16_t(firstPicture + unit));
        else if (unit == deleteCharacter)
            visible += QChar(pictureOfDelete);
        else
            visible += QStringLiteral("<U+%1>").arg(uint(unit), 4, 16, QLatin1Char('0')).toUpper();
    }
    return visible;
}

std::size_t controlLength(std::string_view utf8, std::size_t at)
{
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0U;
    };
    const unsigned first = byte(at);
    if (first < firstPrintable || first == deleteCharacter)
        return at < utf8.size() ? 1 : 0;
    if (first == 0xC2)
        return byte(at + 1) >= 0x80 && byte(at + 1) < 0xA0 ? 2 : 0;
    if (first != 0xE2 || (byte(at + 1) != 0x80 && byte(at + 1) != 0x81) || byte(at + 2) < 0x80)
        return 0;
    const unsigned unit = 0x2000U + ((byte(at + 1) & 0x3FU) << 6U) + (byte(at + 2) & 0x3FU);
    return isControl(QChar(char16_t(unit))) ? 3 : 0;
}

int editDistance(const QString &from, const QString &to)
{
    const auto columns = size_t(to.size()) + 1;
    std::vector<int> before(columns); // the row before the last one
    std::vector<int> last(columns);
    std::vector<int> row(columns);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        before.swap(last);
        last.swap(row);
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < to.size(); ++j) {
            const auto at = size_t(j);
            const int replaced = last[at] + (from[i] == to[j] ? 0 : 1);
            row[at + 1] = std::min({replaced, last[at + 1] + 1, row[at] + 1});
            if (i > 0 && j > 0 && from[i] == to[j - 1] && from[i - 1] == to[j])
                row[at + 1] = std::min(row[at + 1], before[at - 1] + 1);
        }
    }
    return row.back();
}

QString nearest(const QString &typed, const QStringList &candidates)
{
    constexpr int enough = 64;
    const QString wanted = typed.left(enough).toCaseFolded();
    int best = std::max(1, int(wanted.size() + 1) / 3) + 1;
    QString result;
    for (const QString &candidate : candidates) {
        const int distance = editDistance(wanted, candidate.left(enough).toCaseFolded());
        if (distance < best) {
            best = distance;
            result = candidate;
        }
    }
    return result;
}

} // namespace gauge
