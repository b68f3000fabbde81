// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/feedlayout.h"

#include <map>

namespace gauge::lake {

//! The columns of a lake's feeds, read again only after someone changed them.
class LayoutCache
{
public:
    explicit LayoutCache(catalog::Catalog catalog)
        : m_catalog(std::move(catalog))
    {}

    [[nodiscard]] const catalog::Catalog &catalog() const { return m_catalog; }

    //! Call it within the read transaction of what follows, so that columns and rows belong together.
    //! Input error for an unknown feed, NotFound for one that the lake does not have yet.
    [[nodiscard]] Result<const FeedLayout *> of(SqlConnection &connection, const QString &feed);

private:
    struct Known
    {
        qint64 schemaVersion = -1;
        FeedLayout layout;
    };
    catalog::Catalog m_catalog;
    std::map<QString, Known> m_layouts;
};

} // namespace gauge::lake
