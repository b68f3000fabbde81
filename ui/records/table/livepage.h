// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/sql/types.h"

#include <optional>

namespace gauge::ui {

//! One page of live records and the columns it has; a cell becomes text when it is asked for. A value: what
//! is copied shares the page.
class LivePage
{
public:
    using PagePointer = std::shared_ptr<const catalog::Page>;

    LivePage() = default;
    //! nullptr: a page without records.
    LivePage(PagePointer page, catalog::Endpoint endpoint);

    [[nodiscard]] const catalog::Endpoint &endpoint() const { return m_endpoint; }
    //! The endpoint's columns, then the page's dynamic names.
    [[nodiscard]] const std::vector<lake::LakeColumn> &columns() const { return m_columns; }
    [[nodiscard]] std::size_t rows() const { return m_page ? m_page->records.size() : 0; }
    [[nodiscard]] const PagePointer &page() const { return m_page; }

    //! As received, lists readable; nothing: null, or not there.
    [[nodiscard]] std::optional<QString> value(int row, int place) const;
    //! The value of a column by name.
    [[nodiscard]] QString valueOf(int row, const QString &column) const;
    [[nodiscard]] QByteArray raw(int row) const;

private:
    [[nodiscard]] const catalog::Cell *cell(int row, int place) const;

    PagePointer m_page;
    catalog::Endpoint m_endpoint;
    std::vector<lake::LakeColumn> m_columns;
};

} // namespace gauge::ui
