// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"
#include "lake/read/scoregroups.h"

#include <QString>

#include <algorithm>
#include <limits>
#include <optional>
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

//! Numbers from 1 for the values of a column, 0 for none, as long as there are not too many.
class ValueIndex
{
public:
    static constexpr size_t none = 0;
    static constexpr size_t notKept = std::numeric_limits<size_t>::max();

    [[nodiscard]] size_t of(const catalog::Cell &cell)
    {
        const std::string_view text = lake::groupText(cell, m_buffer);
        return text.empty() ? none : of(text);
    }
    //! The number that \a other has as \a number.
    [[nodiscard]] size_t of(const ValueIndex &other, size_t number)
    {
        return number == none ? none : of(other.m_names.text(number - 1));
    }
    [[nodiscard]] std::optional<QString> value(size_t number) const
    {
        return number == none ? std::nullopt : std::optional(m_names.string(number - 1));
    }
    //! Of one that is a value.
    [[nodiscard]] std::string_view text(size_t number) const
    {
        return number == none ? std::string_view() : m_names.text(number - 1);
    }
    //! There are more than lake::mostGroups: of those beyond it all are notKept.
    [[nodiscard]] bool isTooMany() const { return m_isTooMany; }
    void setTooMany() { m_isTooMany = true; }

private:
    [[nodiscard]] size_t of(std::string_view text)
    {
        if (m_isTooMany)
            return notKept;
        const size_t number = m_names.of(text) + 1;
        if (m_names.size() <= lake::mostGroups)
            return number;
        m_isTooMany = true;
        return notKept;
    }
    Names m_names;
    std::string m_buffer;
    bool m_isTooMany = false;
};

//! A value and what has it.
struct Ranked
{
    size_t number = 0;
    qint64 records = 0;
};

//! Most records first, then by name, those without a value last.
inline void rank(std::vector<Ranked> &all, const ValueIndex &values)
{
    std::sort(all.begin(), all.end(), [&](const Ranked &a, const Ranked &b) {
        if ((a.number == ValueIndex::none) != (b.number == ValueIndex::none))
            return b.number == ValueIndex::none;
        return a.records != b.records ? a.records > b.records : values.text(a.number) < values.text(b.number);
    });
}

} // namespace gauge::metrics
