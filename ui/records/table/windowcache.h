// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/lakereader.h"

#include <list>
#include <unordered_map>

namespace gauge::ui {

//! The last used windows of rows: 64 of 256 rows are 16,384 rows, whatever the table's length.
class WindowCache
{
public:
    static constexpr int windowRows = 256;
    static constexpr std::size_t capacity = 64;

    using Rows = std::vector<lake::OwnedRow>;

    //! The rows of a window, now the most recently used, or nullptr.
    [[nodiscard]] const Rows *find(int window)
    {
        const auto found = m_places.find(window);
        if (found == m_places.end())
            return nullptr;
        m_windows.splice(m_windows.begin(), m_windows, found->second);
        return &found->second->second;
    }

    void insert(int window, Rows rows)
    {
        erase(window);
        m_windows.emplace_front(window, std::move(rows));
        m_places[window] = m_windows.begin();
        if (m_windows.size() > capacity)
            erase(m_windows.back().first);
    }

    void clear()
    {
        m_places.clear();
        m_windows.clear();
    }

    [[nodiscard]] std::size_t size() const { return m_windows.size(); }

private:
    void erase(int window)
    {
        const auto found = m_places.find(window);
        if (found == m_places.end())
            return;
        m_windows.erase(found->second);
        m_places.erase(found);
    }

    std::list<std::pair<int, Rows>> m_windows;
    std::unordered_map<int, std::list<std::pair<int, Rows>>::iterator> m_places;
};

} // namespace gauge::ui
