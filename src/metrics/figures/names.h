// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"

#include <QString>

#include <vector>

namespace gauge::metrics {

//! Numbers from 0 for texts as they are met, so that what is counted by text is a vector.
class Names
{
public:
    [[nodiscard]] size_t of(std::string_view text)
    {
        const auto known = m_numbers.find(text);
        if (known != m_numbers.end())
            return known->second;
        const size_t number = m_texts.size();
        m_texts.push_back(m_numbers.emplace(text, number).first->first);
        return number;
    }
    [[nodiscard]] size_t size() const { return m_texts.size(); }
    [[nodiscard]] std::string_view text(size_t number) const { return m_texts[number]; }
    [[nodiscard]] QString string(size_t number) const { return gauge::fromUtf8(m_texts[number]); }

private:
    ByText<size_t> m_numbers;
    std::vector<std::string_view> m_texts; //!< of m_numbers, which never moves them
};

//! The element at \a index, which is made if need be.
template <typename T>
T &grown(std::vector<T> &values, size_t index)
{
    if (values.size() <= index)
        values.resize(index + 1);
    return values[index];
}

} // namespace gauge::metrics
