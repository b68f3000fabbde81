// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/keysort.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

namespace gauge::lake {

namespace {

constexpr size_t kept = 16; // bytes of a text that stand in the row itself

} // namespace

void KeySort::add(qint64 key, std::string_view text)
{
    std::array<char, kept> head{};
    std::memcpy(head.data(), text.data(), std::min(text.size(), kept));
    m_rows.push_back({qFromBigEndian<quint64>(head.data()), qFromBigEndian<quint64>(head.data() + 8), key,
                      quint32(m_tails.size()), quint32(text.size())});
    if (text.size() > kept)
        m_tails.append(text.substr(kept));
}

int KeySort::compare(const Row &a, const Row &b) const
{
    if (a.first != b.first)
        return a.first < b.first ? -1 : 1;
    if (a.second != b.second)
        return a.second < b.second ? -1 : 1;
    const auto tailOf = [this](const Row &row) {
        return std::string_view(m_tails).substr(row.tail, row.length > kept ? row.length - kept : 0);
    };
    if (const int order = tailOf(a).compare(tailOf(b)); order != 0)
        return order;
    // Equal so far: "a" stands before "a" and a byte of zero.
    return a.length < b.length ? -1 : int(a.length > b.length);
}

std::vector<qint64> KeySort::take(bool descending)
{
    std::sort(m_rows.begin(), m_rows.end(), [this, descending](const Row &a, const Row &b) {
        const int order = compare(a, b);
        if (order != 0)
            return descending ? order > 0 : order < 0;
        return a.key < b.key;
    });
    std::vector<qint64> keys;
    keys.reserve(m_rows.size() + m_nulls.size());
    for (const Row &row : m_rows)
        keys.push_back(row.key);
    std::sort(m_nulls.begin(), m_nulls.end());
    keys.insert(keys.end(), m_nulls.begin(), m_nulls.end());
    return keys;
}

} // namespace gauge::lake
