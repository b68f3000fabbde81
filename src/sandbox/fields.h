// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/jsontext.h"
#include "sandbox/timeline.h"

#include <algorithm>

namespace gauge::sandbox {

// The pieces that records are put together from; each appends to an object or list that is open.

inline void appendPadded(std::string &out, std::int64_t number, std::size_t width)
{
    const auto digits = std::to_string(number);
    out.append(width > digits.size() ? width - digits.size() : 0, '0');
    out += digits;
}

inline void appendDate(std::string &out, std::string_view key, Seconds time)
{
    out += ",\"";
    out += key;
    out += "\":\"";
    appendDateTime(out, time);
    out += '"';
}

inline void appendText(std::string &out, std::string_view key, std::string_view text)
{
    out += ",\"";
    out += key;
    out += "\":";
    appendQuoted(out, text);
}

inline void appendPair(std::string &out, std::string_view key, std::string_view name,
                       std::string_view valueKey, std::string_view value)
{
    if (out.back() != '[')
        out += ',';
    out += "{\"";
    out += key;
    out += "\":";
    appendQuoted(out, name);
    out += ",\"";
    out += valueKey;
    out += "\":";
    if (value.empty())
        out += "null";
    else
        appendQuoted(out, value);
    out += '}';
}

// Twenty of the additional names a record, so that thousands of distinct ones do not make a page of
// thousands of records a hundred megabytes.
template <typename Append>
inline void forSlice(std::int64_t row, int distinct, Append append)
{
    const int width = std::min(20, distinct);
    for (int i = 0; i < width; ++i)
        append(1 + (row % distinct * width + i) % distinct);
}

} // namespace gauge::sandbox
