// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/read/lakereader.h"
#include "metrics/figures/periods.h"
#include "records/table/matchdelegate.h"

#include <QPalette>

namespace gauge::ui {

//! One record whole, with what describes it.
struct RecordSheet
{
    catalog::Endpoint endpoint;
    std::vector<lake::LakeColumn> columns; //!< one per value of detail.row
    lake::RecordDetail detail;
    metrics::ProvisionalWindow settling = {}; //!< what makes a non-response provisional
    SearchMatches hits = {}; //!< what was searched
    bool masked = false; //!< hides the values of personal columns
};

//! The heading of a record: "No. 3414".
[[nodiscard]] QString sheetTitle(const RecordSheet &sheet);

//! The record as a document for a QTextBrowser: score, comment beside its translation, how far the
//! invitation came, lists, properties, dates, everything else. Every text of the record is escaped; links are
//! http and https only. Empty values are left out: the raw JSON has them.
[[nodiscard]] QString sheetHtml(const RecordSheet &sheet, const QPalette &palette);

} // namespace gauge::ui
