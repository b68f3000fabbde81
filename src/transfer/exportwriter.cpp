// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportwriter.h"

#include "transfer/exportformat.h"
#include "transfer/exportplan.h"
#include "transfer/outputfiles.h"

namespace gauge::transfer {

Result<std::unique_ptr<ExportWriter>> makeExportWriter(const ExportPlan &plan, Files &files,
                                                       const std::stop_token &stop)
{
    GAUGE_TRY(QIODevice *const main, files.open(plan.output));
    return plan.format->open(plan, files, main, stop);
}

} // namespace gauge::transfer
