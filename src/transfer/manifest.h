// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/tables.h"

namespace gauge::transfer {

class OutputFiles;

//! Adds `<output>.manifest.json` to \a files: what was exported, whence, and the SHA-256 of each file.
[[nodiscard]] Result<void> addManifest(const ExportPlan &plan, const ExportFacts &facts, OutputFiles &files);

} // namespace gauge::transfer
