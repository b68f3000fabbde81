// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/keep.h"

#include "lake/write/lakewriter.h"

#include <QCoreApplication>

namespace gauge::sync {

bool isWhole(const catalog::Endpoint &endpoint, const catalog::Scope &scope)
{
    return std::all_of(endpoint.with.begin(), endpoint.with.end(),
                       [&](const QString &part) { return scope.with.contains(part); });
}

Result<lake::StoreCounts> keepPage(const lake::Location &location, const lake::System &system,
                                   const catalog::Catalog &catalog, std::shared_ptr<Clock> clock,
                                   const catalog::Endpoint &endpoint, const catalog::Scope &scope,
                                   const catalog::Page &page)
{
    if (!isWhole(endpoint, scope)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate(
                        "sync",
                        "These records were asked for without some of their parts, which the local copy "
                        "would lose. Nothing was kept. Tick every part, fetch again, then keep them."));
    }
    GAUGE_TRY(auto writer, lake::LakeWriter::open(location, catalog, std::move(clock)));
    GAUGE_CHECK(writer->bind(system));
    GAUGE_CHECK(writer->acquireLease(endpoint.id));
    GAUGE_CHECK(writer->beginSync(endpoint.id, scope.key(), lake::SyncKind::Page));
    const Result<lake::StoreCounts> stored = writer->store(endpoint, scope.key(), page, std::nullopt);
    const Result<void> finished
        = writer->finishSync(endpoint.id, stored ? 1 : 0, stored.value_or(lake::StoreCounts()),
                             stored ? QString() : stored.error().text);
    if (stored && !finished)
        return fail(finished.error());
    return stored;
}

} // namespace gauge::sync
