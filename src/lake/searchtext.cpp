// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/searchtext.h"

#include "base/text.h"
#include "lake/connection.h"
#include "lake/statement.h"
#include "lake/storedtext.h"

#include <algorithm>

namespace gauge::lake {

using catalog::Cell;
using catalog::ColumnType;

namespace {

bool isIdeograph(char32_t c)
{
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff)
        || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

void append(QString &text, char32_t c)
{
    if (QChar::requiresSurrogates(c))
        text += QChar(QChar::highSurrogate(c));
    text += QChar(QChar::requiresSurrogates(c) ? QChar::lowSurrogate(c) : char16_t(c));
}

//! Languages without spaces: their characters become words, or only whole sentences would be found.
QString spacedOut(const QString &text)
{
    QString result;
    for (const char32_t c : text.toUcs4()) {
        const bool apart = isIdeograph(c);
        if (apart)
            result += QLatin1Char(' ');
        append(result, c);
        if (apart)
            result += QLatin1Char(' ');
    }
    return result;
}

//! What FTS5 takes for a part of a word. A word of ours that it splits would be a phrase, for which the
//! index has no positions. Its tables are those of Unicode 6.1, where these were still marks.
bool isOfWord(char32_t c)
{
    const bool wasMark = (c >= 0x19b0 && c <= 0x19c9) || c == 0x1cf2 || c == 0x1cf3;
    return !wasMark && (QChar::isLetterOrNumber(c) || QChar::category(c) == QChar::Other_PrivateUse);
}

bool isAccent(char32_t c)
{
    return c >= 0x300 && c <= 0x331;
}

} // namespace

LetterKind letterKind(char32_t c)
{
    if (isOfWord(c))
        return isIdeograph(c) ? LetterKind::Word : LetterKind::OfWord;
    return isAccent(c) ? LetterKind::Accent : LetterKind::Between;
}

QString foldedWord(const QString &word)
{
    const QString apart = word.normalized(QString::NormalizationForm_D);
    QString result;
    for (const QChar c : apart) {
        if (c.category() != QChar::Mark_NonSpacing)
            result += c;
    }
    return result.toCaseFolded();
}

std::vector<int> searchedColumns(const FeedLayout &layout)
{
    std::vector<int> marked;
    std::vector<int> texts;
    for (const catalog::Column &column : layout.endpoint().columns) {
        const int index = layout.indexOf(column.name);
        if (index < 0 || layout.columns()[size_t(index)].part != 0)
            continue;
        if (column.searched)
            marked.push_back(index);
        if (column.type == ColumnType::Text)
            texts.push_back(index);
    }
    return marked.empty() ? texts : marked;
}

Result<bool> noteSearched(Connection &connection, const FeedLayout &layout, const std::vector<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names.append(layout.columns()[size_t(column)].name);
    const QString wanted = names.join(QLatin1Char(','));
    auto known = Statement::prepare(connection, "SELECT searched FROM lake_feeds WHERE feed=?");
    if (!known)
        return fail(std::move(known.error()));
    known->bind(1, layout.endpoint().id);
    if (const auto row = known->step(); !row)
        return fail(row.error());
    if (!known->isNull(0) && known->string(0) == wanted)
        return false;
    known->reset();
    auto note = Statement::prepare(connection, "UPDATE lake_feeds SET searched=? WHERE feed=?");
    if (!note)
        return fail(std::move(note.error()));
    note->bind(1, wanted);
    note->bind(2, layout.endpoint().id);
    if (auto done = note->run(); !done)
        return fail(std::move(done.error()));
    return true;
}

void appendToDocument(std::string &document, std::string_view text)
{
    if (text.empty())
        return;
    if (!document.empty())
        document += '\n';
    // Only texts with three-byte characters can hold ideographs.
    const bool mayHaveIdeographs
        = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xe3; });
    if (mayHaveIdeographs)
        document += spacedOut(fromUtf8(text)).toStdString();
    else
        document += text;
}

std::string searchDocument(std::span<const Cell> cells, const std::vector<int> &columns)
{
    std::string document;
    for (const int column : columns) {
        if (size_t(column) >= cells.size())
            continue;
        const Cell &cell = cells[size_t(column)];
        appendToDocument(document,
                         cell.type == Cell::Type::Text ? cell.text : std::string_view(storedText(cell)));
    }
    return document;
}

QStringList searchWords(const QString &text)
{
    QStringList words;
    QString word;
    const auto endWord = [&] {
        if (!word.isEmpty())
            words.append(word);
        word.clear();
    };
    const auto characters = spacedOut(text.normalized(QString::NormalizationForm_C)).toUcs4();
    for (const char32_t c : characters) {
        if (isOfWord(c))
            append(word, c);
        else if (!isAccent(c))
            endWord();
    }
    endWord();
    return words;
}

} // namespace gauge::lake
