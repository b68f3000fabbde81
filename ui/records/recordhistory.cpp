// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/recordhistory.h"

#include "records/livepagemodel.h"
#include "service/pageparser.h"

namespace gauge::ui {

std::vector<RecordChange> recordChanges(const RecordSheet &sheet)
{
    const lake::RecordDetail &detail = sheet.detail;
    if (detail.versions.empty())
        return {};
    // As a page of the service, so that every version is read by the same rules as the record.
    QByteArray body = "{\"data\":[" + detail.raw;
    for (const lake::RecordVersion &version : detail.versions)
        body += ',' + version.raw;
    auto page = service::parsePage(body + "],\"cursor\":null}", sheet.endpoint);
    if (!page)
        return {};
    LivePageModel model;
    model.setPage(std::make_shared<catalog::Page>(std::move(*page)), sheet.endpoint);
    const std::vector<lake::LakeColumn> columns = model.allColumns();

    std::vector<RecordChange> changes;
    for (std::size_t i = 0; i < detail.versions.size(); ++i) {
        RecordChange change;
        change.when = i == 0 ? detail.provenance.lastChanged : detail.versions[i - 1].since;
        const QStringList after = model.record(int(i)).row.display;
        const QStringList before = model.record(int(i) + 1).row.display;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const QString was = before.value(qsizetype(column));
            const QString is = after.value(qsizetype(column));
            if (was != is)
                change.values.push_back({columns[column], was, is});
        }
        if (!change.values.empty())
            changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace gauge::ui
