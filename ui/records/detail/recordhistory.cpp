// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/detail/recordhistory.h"

#include "records/table/pagecomparison.h"
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
    const LivePage versions(std::make_shared<catalog::Page>(std::move(*page)), sheet.endpoint);
    const std::vector<lake::LakeColumn> &columns = versions.columns();

    std::vector<RecordChange> changes;
    for (std::size_t i = 0; i < detail.versions.size(); ++i) {
        RecordChange change;
        change.when = i == 0 ? detail.provenance.lastChanged : detail.versions[i - 1].since;
        for (int column = 0; column < int(columns.size()); ++column) {
            const QString was = versions.value(int(i) + 1, column).value_or(QString());
            const QString is = versions.value(int(i), column).value_or(QString());
            if (was != is)
                change.values.push_back({columns[std::size_t(column)], was, is});
        }
        if (!change.values.empty())
            changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace gauge::ui
