// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/separatorguess.h"

#include <algorithm>
#include <cstring>
#include <map>

namespace gauge::upload {

namespace {

constexpr int recordsThatTell = 50;
constexpr double clearly = 2;
constexpr double nearlyNothing = 0.001;

bool isEndOfLine(char c)
{
    return c == '\n' || c == '\r';
}

//! The table is a run of records with as many cells as the first one.
std::pair<qsizetype, qsizetype> likeTheFirst(const std::vector<RoughRecord> &records)
{
    if (records.empty() || records.front().cells.size() < 2)
        return {0, 0};
    const qsizetype cells = records.front().cells.size();
    const auto like = std::count_if(records.begin(), records.end(),
                                    [&](const RoughRecord &record) { return record.cells.size() == cells; });
    return {like, cells};
}

//! Numbers, dates, times and amounts of money.
bool isFigure(const QByteArray &cell)
{
    const bool hasDigit = std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
    return hasDigit
        && std::all_of(cell.begin(), cell.end(),
                       [](char c) { return std::strchr("0123456789.,:/+-% TZ", c) != nullptr; })
        && !cell.startsWith(' ');
}

//! A text in which no separator divides: commas and semicolons have a space behind them.
bool isPlainText(const QByteArray &cell)
{
    for (qsizetype i = 0; i < cell.size(); ++i) {
        const char c = cell[i];
        const bool isDivider = std::memchr(csvSeparators, c, sizeof csvSeparators) != nullptr;
        const bool isProse = (c == ',' || c == ';') && i + 1 < cell.size() && cell[i + 1] == ' ';
        if (isDivider && !isProse)
            return false;
    }
    return !cell.startsWith(' ');
}

double patternScore(const std::vector<RoughRecord> &records)
{
    std::map<qsizetype, int> lengths;
    for (const RoughRecord &record : records)
        ++lengths[record.cells.size()];
    double score = 0;
    for (const auto &[length, count] : lengths)
        score += count * std::max(nearlyNothing, double(length - 1) / double(length));
    return lengths.empty() ? 0 : score / double(lengths.size());
}

double typeScore(const std::vector<RoughRecord> &records)
{
    qsizetype all = 0;
    qsizetype known = 0;
    for (const RoughRecord &record : records) {
        all += record.cells.size();
        known += std::count_if(record.cells.begin(), record.cells.end(),
                               [](const QByteArray &cell) { return isFigure(cell) || isPlainText(cell); });
    }
    return all == 0 ? 0 : std::max(nearlyNothing, double(known) / double(all));
}

} // namespace

std::vector<RoughRecord> roughRecords(const QByteArray &text, char separator, int most)
{
    std::vector<RoughRecord> records;
    RoughRecord record{1, {}};
    QByteArray cell;
    qint64 line = 1;
    bool isQuoted = false;
    bool isEmpty = true;
    const auto endCell = [&] {
        record.cells.append(cell);
        cell.clear();
    };
    const auto endRecord = [&] {
        endCell();
        if (!isEmpty)
            records.push_back(record);
        isEmpty = true;
        record = {line + 1, {}};
    };
    for (qsizetype i = 0; i < text.size() && int(records.size()) < most; ++i) {
        const char c = text[i];
        if (c == '"' && (isQuoted || cell.isEmpty())) {
            isQuoted = !isQuoted;
            isEmpty = false;
        } else if (!isQuoted && c == separator) {
            endCell();
            isEmpty = false;
        } else if (!isQuoted && isEndOfLine(c)) {
            if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
                ++i;
            endRecord();
            ++line;
        } else {
            line += c == '\n' ? 1 : 0;
            cell += c;
            isEmpty = false;
        }
    }
    if (!isEmpty && int(records.size()) < most)
        endRecord();
    return records;
}

SeparatorGuess guessSeparator(const QByteArray &text, bool isWhole)
{
    struct Opinion
    {
        char separator = ',';
        double consistency = 0;
        QStringList header;
    };
    std::vector<Opinion> opinions;
    char frequent = ',';
    std::pair<qsizetype, qsizetype> most{0, 0};
    for (const char separator : csvSeparators) {
        std::vector<RoughRecord> records = roughRecords(text, separator, recordsThatTell);
        if (!isWhole && int(records.size()) < recordsThatTell && records.size() > 1)
            records.pop_back(); // it ends where the text does
        const auto found = likeTheFirst(records);
        if (found > most) {
            most = found;
            frequent = separator;
        }
        QStringList header;
        if (!records.empty()) {
            for (const QByteArray &cell : records.front().cells)
                header.append(QString::fromUtf8(cell));
        }
        opinions.push_back({separator, patternScore(records) * typeScore(records), header});
    }
    const auto first = std::find_if(opinions.begin(), opinions.end(),
                                    [&](const Opinion &opinion) { return opinion.separator == frequent; });
    const auto best
        = std::max_element(opinions.begin(), opinions.end(), [](const Opinion &one, const Opinion &other) {
              return one.consistency < other.consistency;
          });
    SeparatorGuess guess{best->separator, {}};
    if (best->consistency <= first->consistency)
        guess.separator = frequent;
    else if (best->consistency < clearly * first->consistency)
        guess.candidates = {{best->separator, best->header}, {frequent, first->header}};
    return guess;
}

} // namespace gauge::upload
