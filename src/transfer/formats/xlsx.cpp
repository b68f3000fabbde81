// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportformat.h"
#include "transfer/outputfiles.h"
#include "transfer/xlsxbook.h"

#include <QCoreApplication>

namespace gauge::transfer {

ExportFormat exportFormat_xlsx()
{
    return {.id = QStringLiteral("xlsx"),
            .control = QStringLiteral("xlsx"),
            .order = 20,
            .content = {QStringLiteral("an Excel workbook"), {QStringLiteral("xlsx")}},
            .title = QT_TRANSLATE_NOOP("transfer", "an Excel workbook"),
            .button = QT_TRANSLATE_NOOP("transfer", "Excel wor&kbook (XLSX)"),
            .fileFilter = QT_TRANSLATE_NOOP("transfer", "Excel workbooks (*.xlsx)"),
            .hasSheets = true,
            .open = [](const ExportPlan &plan, Files &, QIODevice *main, const std::stop_token &stop)
                -> std::unique_ptr<ExportWriter> { return std::make_unique<XlsxBook>(plan, main, stop); },
            .packedSize = packedWorkbook,
            .neededRoom = workbookRoom};
}

} // namespace gauge::transfer
