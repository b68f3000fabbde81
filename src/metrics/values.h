// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/scoregroups.h"
#include "metrics/names.h"

#include <limits>
#include <optional>

namespace gauge::metrics {

//! Numbers from 1 for the values of a column, 0 for none, as long as there are not too many.
class Values
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
    [[nodiscard]] size_t of(const Values &other, size_t number)
    {
        return number == none ? none : of(other.m_names.text(number - 1));
    }
    [[nodiscard]] std::optional<QString> value(size_t number) const
    {
        return number == none ? std::nullopt : std::optional(m_names.string(number - 1));
    }
    //! There are more than lake::mostGroups: of those beyond it all are notKept.
    [[nodiscard]] bool isTooMany() const { return m_isTooMany; }
    void setTooMany() { m_isTooMany = true; }
    //! Numbers are less than this.
    [[nodiscard]] size_t end() const { return m_names.size() + 1; }

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

//! Most records first, then by name, those without a value last.
[[nodiscard]] inline bool goesFirst(qint64 records, const std::optional<QString> &name, qint64 otherRecords,
                                    const std::optional<QString> &other)
{
    if (name.has_value() != other.has_value())
        return name.has_value();
    return records != otherRecords ? records > otherRecords : name < other;
}

} // namespace gauge::metrics
