// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/editdistance.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace gauge {

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
