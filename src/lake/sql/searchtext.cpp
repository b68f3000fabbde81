// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/searchtext.h"

#include "base/text.h"
#include "lake/sql/connection.h"
#include "lake/sql/statement.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

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

//! Where an index names its columns: what its documents are like. With another form it is made anew.
constexpr char documentForm[] = "folded:";

std::string foldedSlowly(std::string_view text)
{
    std::string result;
    for (const QString &word : searchWords(fromUtf8(text))) {
        const std::string folded = foldedWord(word).toStdString();
        if (!folded.empty() && !result.empty())
            result += ' ';
        result += folded;
    }
    return result;
}

//! What becomes of each character of the Basic Multilingual Plane, whatever stands around it. A block of them
//! is looked up when a text first has one, in each thread.
class FoldedLetters
{
public:
    enum class Kind : char { OfWord, Word, Accent, Between, Unknown };
    struct Letter
    {
        Kind kind = Kind::Unknown;
        std::string text; //!< folded
    };

    [[nodiscard]] const Letter &letter(char32_t c)
    {
        std::unique_ptr<Block> &block = m_blocks[c / blockSize];
        if (!block) {
            block = std::make_unique<Block>();
            for (char32_t i = 0; i < blockSize; ++i)
                (*block)[i] = looked(c / blockSize * blockSize + i);
        }
        return (*block)[c % blockSize];
    }

private:
    static constexpr char32_t blockSize = 256;
    using Block = std::array<Letter, blockSize>;

    static Letter looked(char32_t c)
    {
        if (isAccent(c))
            return {Kind::Accent, {}};
        // Other marks, and the parts of Hangul syllables, make another letter of the one before them, or
        // divide words.
        const bool isPart = c >= 0x1100 && c <= 0x11ff;
        if (QChar::isMark(c) || isPart || QChar::isSurrogate(c))
            return {};
        const QString words = searchWords(QString::fromUcs4(&c, 1)).join(QString());
        if (words.isEmpty())
            return {Kind::Between, {}};
        return {isIdeograph(c) ? Kind::Word : Kind::OfWord, foldedWord(words).toStdString()};
    }

    std::array<std::unique_ptr<Block>, 0x10000 / blockSize> m_blocks;
};

//! The character that begins \a text (UTF-8), and its bytes; none where it is beyond the Basic Multilingual
//! Plane, or broken.
std::pair<char32_t, size_t> firstCharacter(std::string_view text)
{
    const auto byte = [&](size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    const auto goesOn = [&](size_t at) { return (byte(at) & 0xc0U) == 0x80U; };
    if (byte(0) < 0x80U)
        return {byte(0), 1};
    if (byte(0) >= 0xc2U && byte(0) < 0xe0U && goesOn(1))
        return {((byte(0) & 0x1fU) << 6U) | (byte(1) & 0x3fU), 2};
    const char32_t c = ((byte(0) & 0x0fU) << 12U) | ((byte(1) & 0x3fU) << 6U) | (byte(2) & 0x3fU);
    if (byte(0) >= 0xe0U && byte(0) < 0xf0U && goesOn(1) && goesOn(2) && c >= 0x800)
        return {c, 3};
    return {0, 0};
}

} // namespace

std::string foldedWords(std::string_view text)
{
    using Kind = FoldedLetters::Kind;
    thread_local FoldedLetters letters;
    std::string result;
    bool isBetween = false;
    for (size_t at = 0; at < text.size();) {
        const auto [c, bytes] = firstCharacter(text.substr(at));
        if (bytes == 0)
            return foldedSlowly(text);
        const FoldedLetters::Letter &letter = letters.letter(c);
        if (letter.kind == Kind::Unknown)
            return foldedSlowly(text);
        at += bytes;
        if (letter.kind == Kind::Accent)
            continue;
        if ((isBetween || letter.kind == Kind::Word) && letter.kind != Kind::Between && !result.empty())
            result += ' ';
        isBetween = letter.kind != Kind::OfWord;
        result += letter.text;
    }
    return result;
}

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
    result = result.toCaseFolded();
    return result.replace(QChar(0xdf), QLatin1String("ss")); // Qt folds letter by letter
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

Result<bool> noteSearched(SqlConnection &connection, const FeedLayout &layout,
                          const std::vector<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names.append(layout.columns()[size_t(column)].name);
    const QString wanted = QLatin1String(documentForm) + names.join(QLatin1Char(','));
    GAUGE_TRY(auto known, Statement::prepare(connection, "SELECT searched FROM lake_feeds WHERE feed=?"));
    known.bind(1, layout.endpoint().id);
    GAUGE_CHECK(known.step());
    if (!known.isNull(0) && known.string(0) == wanted)
        return false;
    known.reset();
    GAUGE_TRY(auto note, Statement::prepare(connection, "UPDATE lake_feeds SET searched=? WHERE feed=?"));
    note.bind(1, wanted);
    note.bind(2, layout.endpoint().id);
    GAUGE_CHECK(note.run());
    return true;
}

void appendToDocument(std::string &document, std::string_view text)
{
    if (text.empty())
        return;
    if (!document.empty())
        document += '\n';
    const bool isAscii
        = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (isAscii)
        document += text; // engines know its words
    else
        document += foldedWords(text);
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
