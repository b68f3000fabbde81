// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/layouts.h"

#include "lake/sql/connection.h"

namespace gauge::lake {

Result<const FeedLayout *> LayoutCache::of(SqlConnection &connection, const QString &feed)
{
    const catalog::Endpoint *endpoint = m_catalog.find(feed);
    if (!endpoint) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake", "There is no feed “%1”. Possible: %2.")
                        .arg(feed.left(60), m_catalog.ids().join(QStringLiteral(", "))));
    }
    GAUGE_TRY(const auto version, connection.schemaVersion());
    const auto known = m_layouts.find(feed);
    if (known != m_layouts.end() && known->second.schemaVersion == version)
        return &known->second.layout;
    GAUGE_TRY(auto loaded, FeedLayout::load(connection, *endpoint));
    if (loaded.columns().empty()) {
        return fail(
            ErrorKind::NotFound,
            QCoreApplication::translate("lake", "Nothing has been synced yet for this feed. Sync it first."),
            feed);
    }
    return &m_layouts.insert_or_assign(feed, Known{version, std::move(loaded)}).first->second.layout;
}

} // namespace gauge::lake
